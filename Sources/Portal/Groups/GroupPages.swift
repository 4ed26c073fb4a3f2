// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// All groups, for everybody or for staff.
struct GroupListPage {
  let isDesk: Bool
  let groups: [Item]

  struct Item {
    let name: String
    let path: String
    let purpose: String
    let advice: String
    let overdue: String?
  }
}

/// One group, for everybody or for staff.
struct GroupPage {
  let name: String
  let path: String
  let purpose: String
  let members: Grid?
  let advice: [Advice]
  let meetings: [Meeting]
  let overdue: String?
  var people: [Member] = []
  var secret = ""

  struct Advice {
    let on: String
    let text: [String]
    let about: String?
    let aboutPath: String?
    let outcome: String?
    let reply: String?
    let due: String?
    let isOverdue: Bool
    let replyPath: String
  }

  struct Meeting {
    let on: String
    let isToCome: Bool
    let agenda: String
    let minutes: String?
    let minutesPath: String
  }

  /// A member as staff see them.
  struct Member {
    let member: String
    let name: String
    let role: String
    let term: String
    let naming: String
  }
}

extension GroupsPart {
  func list() throws -> PortalAnswer {
    .page(
      PortalPage("Patient and public groups", template: "groups-list", try items(isDesk: false)))
  }

  func page(_ id: String) throws -> PortalAnswer {
    let page = try model(id)
    return .page(PortalPage(page.name, template: "groups-page", page))
  }

  func deskList(_ visit: Visit) throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    return .page(
      PortalPage("Groups: desk", template: "groups-list", try items(isDesk: true), isPrivate: true))
  }

  func deskPage(_ id: String, _ visit: Visit) throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    var page = try model(id)
    let people = try EventOutcome.looking { try desk.people(of: id) }
    page.people = try group(id).record.members(on: today).map { member in
      let person = people[member.id]
      return GroupPage.Member(
        member: member.id, name: person?.name ?? "Name removed", role: member.role.label,
        term: Self.term(member),
        naming: person?.mayBeNamed == true ? "Agreed to be named" : "Not named in public")
    }
    page.secret = visit.formSecret
    return .page(PortalPage("\(page.name): desk", template: "groups-desk", page, isPrivate: true))
  }

  private func items(isDesk: Bool) throws -> GroupListPage {
    let root = isDesk ? "/desk/groups" : "/groups"
    return GroupListPage(
      isDesk: isDesk,
      groups: try services.plan.groups.map { definition in
        let record = try group(definition.id).record
        return GroupListPage.Item(
          name: definition.name, path: "\(root)/\(definition.id)", purpose: definition.purpose,
          advice: EventWords.count(record.advice.count, "piece of advice", "pieces of advice"),
          overdue: overdue(record))
      })
  }

  private func overdue(_ record: GroupRecord) -> String? {
    let late = record.advice.filter { $0.isOverdue(on: today) }.count
    return late == 0 ? nil : EventWords.count(late, "reply is overdue", "replies are overdue")
  }

  private func model(_ id: String) throws -> GroupPage {
    let (definition, record) = try group(id)
    return GroupPage(
      name: definition.name, path: "/desk/groups/\(id)", purpose: definition.purpose,
      members: try members(id, record), advice: try advice(id, record),
      meetings: try meetings(id, record), overdue: overdue(record))
  }

  /// Roles, and the names of those who agreed to be named.
  private func members(_ id: String, _ record: GroupRecord) throws -> Grid? {
    let current = record.members(on: today)
    guard !current.isEmpty else { return nil }
    let people = try EventOutcome.looking { try desk.people(of: id) }
    return Grid(
      "Members", ["Role", "Name", "Term"],
      current.map { member in
        let person = people[member.id]
        return [
          member.role.label, person?.mayBeNamed == true ? person?.name ?? "" : "Not named",
          Self.term(member),
        ]
      })
  }

  private static func term(_ member: GroupMembership) -> String {
    "From \(member.from.text)" + (member.to.map { " to \($0.text)" } ?? "")
  }

  private func advice(_ id: String, _ record: GroupRecord) throws -> [GroupPage.Advice] {
    try record.advice.reversed().map { advice in
      let given = advice.given
      let consultation = services.plan.consultations.first { $0.id == given.consultation }
      let workstream = services.plan.workstreams.first { $0.id == given.workstream }
      return GroupPage.Advice(
        on: given.on.text, text: EventText.paragraphs(try text(given.text)),
        about: consultation?.title ?? workstream?.name,
        aboutPath: consultation.map { "/consultations/\($0.id)" } ?? workstream?.path,
        outcome: advice.reply?.outcome.label,
        reply: try advice.reply.map { services.prose(try text($0.text)) },
        due: advice.reply == nil ? given.replyBy.text : nil,
        isOverdue: advice.isOverdue(on: today),
        replyPath: "/desk/groups/\(id)/reply/\(given.id)")
    }
  }

  private func meetings(_ id: String, _ record: GroupRecord) throws -> [GroupPage.Meeting] {
    try record.meetings.sorted { $1.meeting.on < $0.meeting.on }.map { held in
      GroupPage.Meeting(
        on: held.meeting.on.text, isToCome: today < held.meeting.on,
        agenda: services.prose(try text(held.meeting.agenda)),
        minutes: try held.minutes.map { services.prose(try text($0)) },
        minutesPath: "/desk/groups/\(id)/minutes/\(held.meeting.id)")
    }
  }
}
