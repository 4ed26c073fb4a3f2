// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// The pages of staff: the same lists, with the forms that can be filled in, and what is due.
struct MeetingsDeskPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  /// The page of a path, or nil when it is that of a form.
  func page(_ section: String, _ rest: [String]) throws -> SectionPage? {
    guard let id = rest.first else { return try list(section) }
    if rest.count > 1 || id == "new" || (section == "workstreams" && id == "freeze") { return nil }
    let page: SectionPage
    switch section {
    case "meetings": page = try MeetingPages(record).page(id)
    case "actions": page = try ActionPages(record).page(id)
    case "risks": page = try RiskPages(record).page(id)
    case "workstreams": page = try WorkstreamPages(record).page(id)
    case "updates": page = try UpdatePages(record).page(id)
    case "bodies": page = try GovernanceBodyPages(record).page(id)
    default: return nil
    }
    return adding(try forms(section, id), section, id, to: page)
  }

  private func list(_ section: String) throws -> SectionPage? {
    switch section {
    case "due": try MeetingsDuePage(record).page()
    case "meetings":
      adding([("new", "Call a meeting")], section, to: try MeetingPages(record).list())
    case "actions":
      adding([("new", "Raise an action")], section, to: try ActionPages(record).list())
    case "risks":
      adding([("new", "Add to the register")], section, to: try RiskPages(record).list())
    case "workstreams":
      adding([("freeze", "Freeze a month")], section, to: try WorkstreamPages(record).list())
    case "updates": try UpdatePages(record).list()
    case "bodies": try GovernanceBodyPages(record).list()
    default: nil
    }
  }

  private func adding(
    _ forms: [(name: String, title: String)], _ section: String, _ id: String? = nil,
    to page: SectionPage
  ) -> SectionPage {
    let root = "/desk/programme/\(section)" + (id.map { "/\($0)" } ?? "")
    var page = page
    page.links = forms.map { SectionLink(text: $0.title, href: "\(root)/\($0.name)") } + page.links
    return page
  }

  /// The forms that can be filled in for one thing, as it stands.
  private func forms(_ section: String, _ id: String) throws -> [(name: String, title: String)] {
    switch section {
    case "meetings": Self.forms(try record.meeting(id).record)
    case "actions":
      try record.state(ActionState.self)[id]?.isOpen == true
        ? [
          ("progress", "Progress"), ("done", "It is done"), ("due", "Move the day"),
          ("owner", "Another owner"), ("drop", "Give it up"),
        ] : [("reopen", "Open it again")]
    case "risks": try record.state(RiskState.self)[id].map(Self.forms) ?? []
    case "workstreams": [("report", "Report for a month")]
    case "updates": try record.state(UpdateState.self)[id].map(Self.forms) ?? []
    case "bodies":
      [("interest", "Register an interest"), ("interest-ended", "An interest has ended")]
    default: []
    }
  }

  private static func forms(_ meeting: MeetingRecord) -> [(name: String, title: String)] {
    if meeting.cancelled != nil { return [] }
    switch meeting.stage {
    case .signed: return [("correct", "Correct the minutes")]
    case .agreed: return [("sign", "Sign the minutes"), ("correct", "Correct the minutes")]
    case .none where meeting.attendance == nil:
      return [
        ("attendance", "Who came"), ("item", "Add an item"), ("paper", "Attach a paper"),
        ("move", "Move the meeting"), ("cancel", "Cancel the meeting"),
      ]
    case .none, .writing, .drafted:
      let next =
        meeting.drafted == nil
        ? [("draft", "Send the draft minutes")]
        : [("agree", "The minutes are agreed"), ("update", "Draft the public update")]
      return [
        ("minutes", "Minutes"), ("attendance", "Who came"), ("interest", "Interest declared"),
        ("paper", "Attach a paper"),
      ] + next
    }
  }

  private static func forms(_ risk: RiskRecord) -> [(name: String, title: String)] {
    if !risk.isOpen { return [("reopen", "Open it again")] }
    var forms = [
      ("score", "Score it"), ("review", "It was looked at"), ("measure", "Do something about it"),
      ("owner", "Another owner"), ("happened", "It happened"), ("close", "Close it"),
    ]
    if risk.mitigations.contains(where: { $0.done == nil }) {
      forms.append(("measure-done", "A measure is done"))
    }
    forms.append(
      risk.escalated == nil
        ? ("escalate", "Bring it before a body") : ("give-back", "Give it back to its owner"))
    return forms
  }

  private static func forms(_ update: UpdateRecord) -> [(name: String, title: String)] {
    if update.published != nil { return [("correct", "Correct it")] }
    return [
      ("introduction", "From the chair"), ("leave-out", "Leave a section out"),
      ("draft", "Draft it again"), ("sign-off", "Sign it off"),
    ] + (update.signedOff == nil ? [] : [("publish", "Publish it")])
  }
}
