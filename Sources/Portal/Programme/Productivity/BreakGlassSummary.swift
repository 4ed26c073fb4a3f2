// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Productivity
import Programme

/// The public page of the break-glass log: the policy, and shifts by week and by quarter.
///
/// Small counts are hidden. Totals are of whole quarters only, and never of a quarter that still
/// runs: the difference between two days’ totals would give a hidden week away.
struct BreakGlassSummary {
  private static let policy = SmallNumberPolicy.fewerThanFive

  private let asOf: AsOf
  private let state: BreakGlassState
  private let organisations: [NamedThing]

  init(_ asOf: AsOf, _ services: Services) throws {
    self.asOf = asOf
    state = try asOf.state(BreakGlassState.self, services.ledger)
    organisations = services.programme.organisations
  }

  func answer() throws -> PortalAnswer {
    let (whole, running) = quarters
    var sections = [rule]
    if let last = whole.last { sections.append(try weeks(last)) }
    if let running { sections.append(weeks(running: running)) }
    if !whole.isEmpty { sections.append(try outcomes(whole)) }
    sections.append(asOf.section(ProductivityPart.root + "/break-glass"))
    return SectionPage(
      title: "Agency rates above the maximum",
      answer: "The partnership has one maximum for agency rates. It may be exceeded on "
        + "exceptional safety grounds only, and every time is logged.",
      notice: asOf.notice, sections: sections
    ).answer(isPrivate: false)
  }

  private var rule: SectionPage.Section {
    guard let policy = state.policy(on: asOf.day) else {
      return SectionPage.Section(
        heading: "The policy", paragraphs: ["No policy is recorded for this day."])
    }
    let late = state.unreported(before: asOf.day).count
    return SectionPage.Section(
      heading: "The policy",
      paragraphs: [
        "Since \(policy.from.text) one maximum holds for every member. Who may let it be "
          + "exceeded: \(policy.approver). Who asks may not decide.",
        late == 0
          ? "Every week that is over was reported."
          : EventWords.count(late, "week is", "weeks are") + " over and not reported yet.",
      ],
      grids: [
        Grid(
          "Maximum rates", ["Staff group", "Above basic pay#"],
          AgencyStaffGroup.allCases.compactMap { group in
            policy.percentAboveBasic[group.rawValue].map {
              [group.label, ToolNumbers.plain($0, decimals: 1) + "%"]
            }
          })
      ])
  }
}

// MARK: - Weeks and quarters

extension BreakGlassSummary {
  /// The weeks whose Mondays lie in one quarter of the year.
  private struct Quarter {
    let name: String
    let mondays: [CivilDay]
  }

  /// Quarters whose last week is over, and the one that runs.
  private var quarters: (whole: [Quarter], running: Quarter?) {
    guard let first = state.policies.map(\.policy.from).min() else { return ([], nil) }
    var monday = BreakGlassState.week(of: first)
    var groups: [(key: Int, mondays: [CivilDay])] = []
    while monday <= asOf.day {
      let key = Self.quarter(monday)
      if groups.last?.key == key {
        groups[groups.count - 1].mondays.append(monday)
      } else {
        groups.append((key, [monday]))
      }
      monday = monday.adding(7)
    }
    let all = groups.map { Quarter(name: Self.name($0.key), mondays: $0.mondays) }
    guard let last = all.last else { return ([], nil) }
    // The Monday after the day shown lies in the next quarter once the last week is over.
    let isOver = asOf.day == monday.adding(-1) && Self.quarter(monday) != groups.last?.key
    return isOver ? (all, nil) : (Array(all.dropLast()), last)
  }

  private static func quarter(_ day: CivilDay) -> Int {
    day.parts.year * 4 + (day.parts.month - 1) / 3
  }

  private static func name(_ quarter: Int) -> String {
    let months = ["January to March", "April to June", "July to September", "October to December"]
    return "\(months[quarter % 4]) \(quarter / 4)"
  }

  private func shifts(_ monday: CivilDay) -> Int {
    state.records(inWeekOf: monday).reduce(0) { $0 + $1.request.shifts }
  }

  private func reported(_ monday: CivilDay) -> String {
    state.reports[monday] == nil ? "no" : "yes"
  }

  private func weeks(_ quarter: Quarter) throws -> SectionPage.Section {
    let list = try Self.policy.publish(quarter.mondays.map(shifts))
    let rows = zip(quarter.mondays, list.counts).map { monday, count in
      ["Week of \(monday.text)", Numbers.text(count), reported(monday)]
    }
    return SectionPage.Section(
      heading: "\(quarter.name), week by week",
      paragraphs: [
        "\(Self.policy.name), and others where a total would give them away; a star stands for "
          + "a hidden number."
      ],
      grids: [
        Grid(
          "Shifts asked for, \(quarter.name)", ["Week", "Shifts#", "Reported"],
          rows + [["All weeks", Numbers.text(list.total), "–"]])
      ])
  }

  /// Weeks that are over, without a total.
  private func weeks(running quarter: Quarter) -> SectionPage.Section {
    let over = quarter.mondays.filter { $0.adding(7) <= asOf.day }
    guard !over.isEmpty else {
      return SectionPage.Section(
        heading: "The quarter that runs", paragraphs: ["No week of it is over yet."])
    }
    return SectionPage.Section(
      heading: "The quarter that runs",
      paragraphs: ["\(Self.policy.name). There is no total before the quarter is over."],
      grids: [
        Grid(
          "Shifts asked for so far, \(quarter.name)", ["Week", "Shifts#", "Reported"],
          over.map { monday in
            let count = shifts(monday)
            let isHidden = (1..<Self.policy.suppressBelow).contains(count)
            return [
              "Week of \(monday.text)", isHidden ? "*" : Numbers.grouped(count), reported(monday),
            ]
          })
      ])
  }

  /// Shifts by what was decided, for whole quarters.
  private func outcomes(_ quarters: [Quarter]) throws -> SectionPage.Section {
    let rows = quarters.map { quarter in
      let records = quarter.mondays.flatMap { state.records(inWeekOf: $0) }
      return [true, false, nil].map { outcome in
        records.filter { $0.decision?.isApproved == outcome }
          .reduce(0) { $0 + $1.request.shifts }
      }
    }
    let table = try Self.policy.publish(rows)
    return SectionPage.Section(
      heading: "Quarter by quarter",
      grids: [
        Grid(
          "Shifts by decision",
          ["Quarter", "Approved#", "Not approved#", "Not decided#", "All#"],
          quarters.indices.map { place in
            [quarters[place].name] + table.rows[place].map(Numbers.text)
              + [Numbers.text(table.rowTotals[place])]
          })
      ])
  }
}
