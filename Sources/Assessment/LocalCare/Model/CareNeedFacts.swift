// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// Writes what localities need as facts that name the figures they rest on.
struct CareNeedFacts {
  let plan: Plan
  let needs: CareNeeds
  private var facts: CareFacts { CareFacts(plan: plan) }
  private let staffUnit = Unit("whole-time staff")

  init(plan: Plan, needs: CareNeeds) {
    self.plan = plan
    self.needs = needs
  }

  func write(_ values: inout Values) {
    for role in plan.careModel.roles {
      let sizing = RoleSizing(role, plan)
      for entry in needs.entries where entry.role.id == role.id {
        values.add(
          facts.fact(
            "team.\(role.id).needed.\(entry.locality)",
            "\(role.name) needed in \(facts.name(entry.locality))", entry.need.staff, decimals: 1,
            unit: staffUnit, locality: entry.locality, rule: Self.rule(role.method),
            inputs: entry.people + sizing.facts, note: Self.note(entry)))
      }
      values.add(
        facts.fact(
          "team.\(role.id).needed", "\(role.name) needed in all localities",
          needs.staff(role.id), decimals: 1, unit: staffUnit,
          rule: "what each locality needs, added up",
          inputs: plan.local.localities.compactMap {
            FactID("team.\(role.id).needed.\($0.id)")
          }))
      writePooled(role, sizing, &values)
    }
    writeRooms(&values)
  }

  /// Work that cannot wait takes fewer staff in one pool than in many: what one pool would need.
  private func writePooled(_ role: CareRoleRow, _ sizing: RoleSizing, _ values: inout Values) {
    let entries = needs.entries.filter { $0.role.id == role.id }
    guard role.method == .calls, entries.count > 1 else { return }
    let people = entries.reduce(0) { $0 + $1.count }
    guard let need = try? sizing.need(for: people, FigureLookup(plan, values)) else { return }
    values.add(
      facts.fact(
        "team.\(role.id).pooled", "\(role.name) needed if one place answers for all localities",
        need.staff, decimals: 1, unit: staffUnit, rule: Self.rule(role.method),
        inputs: entries.flatMap(\.people) + sizing.facts))
  }

  private func writeRooms(_ values: inout Values) {
    let lookup = FigureLookup(plan, values)
    for room in plan.careModel.rooms {
      guard let hours = lookup.value(room.hours), let weeks = lookup.value(room.weeks),
        let use = lookup.value(room.use),
        let rooms = try? Rooms(hours: hours, weeks: weeks, use: use / 100)
      else { continue }
      let users = plan.careModel.roles.filter { $0.method == .visits }
      let inputs =
        [room.hours, room.weeks, room.use] + users.flatMap { RoleSizing($0, plan).facts }
      for locality in plan.local.localities {
        let entries = needs.entries.filter { $0.locality == locality.id && $0.need.roomHours > 0 }
        values.add(
          facts.fact(
            "rooms.\(room.id).needed.\(locality.id)", "\(room.name) needed in \(locality.name)",
            rooms.needed(forHours: entries.reduce(0) { $0 + $1.need.roomHours }), decimals: 1,
            unit: Unit("rooms"), locality: locality.id,
            rule: "hours of contacts in rooms, over the hours that a room is in use",
            inputs: entries.flatMap(\.people) + inputs))
      }
    }
  }

  private static func note(_ entry: CareNeeds.Entry) -> String {
    guard let work = entry.need.atWork, let share = entry.need.inTime else { return "" }
    return "\(work.day) at work by day and \(work.night) by night; with them "
      + "\(Int((share * 100).rounded(.down)))% begin in time."
  }

  private static func rule(_ method: CareRoleRow.Method) -> String {
    switch method {
    case .caseLoad: "people concerned, over the people whom one looks after"
    case .visits:
      "contacts a year times their minutes and travel, over the hours that one works in a year: "
        + "hours a week times weeks, times one less the share of paid time away"
    case .rapidResponse:
      "the fewest at work by day and by night with whom calls out begin in time for the share that "
        + "is asked (Erlang C, nobody gives up), each place kept filled for 84 hours a week"
    case .calls:
      "the fewest at work by day and by night with whom calls are answered in time for the share "
        + "that is asked (Erlang C, nobody hangs up), each place kept filled for 84 hours a week"
    }
  }
}
