// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import People

extension PeoplePart {
  /// Every sign-in and every change to an account, newest first.
  func audit(_ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    _ = try visit.person(who: .administer)
    let page = AuditPage(
      try people.trail(), try people.list(), person: request.query["person"],
      page: Int(request.query["page"]) ?? 1)
    return .page(
      PortalPage(
        "Sign-ins and changes to accounts", template: "people-audit", page, isPrivate: true))
  }
}

/// One page of the audit.
struct AuditPage {
  static let length = 50

  let grid: Grid
  let hasLines: Bool
  let count: String
  let personField: Field
  let newer: String?
  let older: String?

  init(_ trail: [AuditTrail.Line], _ people: [People.Listed], person: String, page: Int) {
    let names = Dictionary(
      people.map { ($0.id, $0.shownName) }, uniquingKeysWith: { first, _ in first })
    let chosen = names[person] != nil || person == PersonEvent.unknown ? person : ""
    let lines = trail.reversed().filter { chosen.isEmpty || $0.account == chosen }
    let pages = max(1, (lines.count + AuditPage.length - 1) / AuditPage.length)
    let page = min(max(1, page), pages)
    grid = Grid(
      "What happened, newest first", ["When", "Account", "What", "By"],
      lines.dropFirst((page - 1) * AuditPage.length).prefix(AuditPage.length).map { line in
        [
          AccountTimes.text(line.time), names[line.account] ?? "No known account",
          line.event.words, AuditPage.author(line, names),
        ]
      })
    hasLines = !lines.isEmpty
    count =
      "\(lines.count) \(lines.count == 1 ? "entry" : "entries"), page \(page) of \(pages). "
      + "Times are UK time."
    personField = .select(
      "person", "Show the account of",
      [("", "Everybody")] + people.map { ($0.id, $0.shownName) }
        + [(PersonEvent.unknown, "No known account")], chosen: chosen)
    let question = chosen.isEmpty ? "" : "&person=\(chosen)"
    newer = page > 1 ? "/desk/audit?page=\(page - 1)\(question)" : nil
    older = page < pages ? "/desk/audit?page=\(page + 1)\(question)" : nil
  }

  private static func author(_ line: AuditTrail.Line, _ names: [String: String]) -> String {
    switch line.author.id {
    case "visitor": "Somebody not signed in"
    case "weald": "Who runs the server"
    case line.account: "Themselves"
    default: names[line.author.id] ?? "An account that is gone"
    }
  }
}

extension PersonEvent {
  /// What happened, in words for an administrator.
  var words: String {
    switch self {
    case .invited(let role): "Invited as \(role.label.lowercased())"
    case .created(let role): "Joined as \(role.label.lowercased())"
    case .roleChanged(let from, let to):
      "Role changed from \(from.label.lowercased()) to \(to.label.lowercased())"
    case .suspended: "Account suspended"
    case .reinstated: "Account reinstated"
    case .erased: "Account erased"
    case .signedIn: "Signed in"
    case .signInFailed: "Tried to sign in and failed"
    case .signedOut(let everywhere): everywhere ? "Signed out on all devices" : "Signed out"
    case .passwordChanged(let throughLink):
      throughLink ? "Password changed through a link" : "Password changed"
    case .resetLinkMade: "Link to a new password made"
    }
  }
}
