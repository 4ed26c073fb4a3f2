// SPDX-License-Identifier: Apache-2.0

import Foundation
import People

/// The list of people, the links to hand over and the form to invite somebody.
struct PeopleListPage {
  struct Waiting {
    let title: String
    let link: String
    let ends: String
  }

  let grid: Grid
  let waiting: [Waiting]
  let fields: [Field]
  let errors: FormErrors
  let secret: String
  let done: String?
  let isMailed: Bool

  init(
    _ people: [People.Listed], _ links: [LinkToHandOver], _ form: InvitationForm, isMailed: Bool,
    secret: String, done: String
  ) {
    grid = Grid(
      "People with an account", ["Name", "Role", "State", "Last signed in"],
      people.map { listed in
        [
          listed.shownName, listed.account.role.label, listed.stateText,
          listed.account.lastSignIn.map(AccountTimes.text) ?? "Never",
        ]
      }, links: people.map { "/desk/people/\($0.id)" })
    waiting = links.map {
      Waiting(
        title: "\($0.isInvitation ? "Invitation" : "New password") for \($0.name) (\($0.address))",
        link: $0.link, ends: AccountTimes.text($0.ends))
    }
    fields = form.fields
    errors = form.errors
    self.secret = secret
    self.isMailed = isMailed
    self.done =
      switch done {
      case "invited": "The invitation is ready. Its link is below."
      case "link": "The link is made."
      default: nil
      }
  }

  func answer() -> PortalAnswer {
    let title = errors.hasErrors ? "Problem: People" : "People"
    return .page(
      PortalPage(title, template: "people-list", self, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }
}

/// One person, with what an administrator can do.
struct PersonPage {
  let listed: People.Listed
  let path: String
  let title: String
  let address: String?
  let state: String
  let since: String
  let lastSignIn: String
  let audit: String
  let secret: String
  let done: String?
  let errors: FormErrors
  let roleField: Field?
  let sureField: Field?
  let isActive: Bool
  let isSuspended: Bool
  let linkButton: String?

  init(_ listed: People.Listed, secret: String, done: String, errors: FormErrors) {
    self.listed = listed
    path = "/desk/people/\(listed.id)"
    title = listed.shownName
    address = listed.address.isEmpty ? nil : listed.address
    state = listed.stateText
    since = AccountTimes.text(listed.account.since)
    lastSignIn = listed.account.lastSignIn.map(AccountTimes.text) ?? "Never"
    audit = "/desk/audit?person=\(listed.id)"
    self.secret = secret
    self.errors = errors
    self.done = PersonPage.words(done)
    let standing = listed.account.standing
    let isErased = standing == .erased
    roleField =
      isErased
      ? nil
      : .radios(
        "role", "Role", RoleChoices.all, chosen: listed.account.role.rawValue,
        error: errors["role"])
    sureField =
      isErased
      ? nil
      : .checkboxes(
        "sure", "Are you sure?", [("yes", "Yes, erase the name, address and password for good")],
        error: errors["sure"])
    isActive = standing == .active
    isSuspended = standing == .suspended
    linkButton =
      switch standing {
      case .active: "Make a link to a new password"
      case .invited: "Make a new invitation link"
      case .suspended, .erased: nil
      }
  }

  func answer() -> PortalAnswer {
    let page = PortalPage(
      errors.hasErrors ? "Problem: \(title)" : title, template: "people-person", self,
      isPrivate: true)
    return .page(page, status: errors.hasErrors ? 422 : 200)
  }

  private static func words(_ done: String) -> String? {
    switch done {
    case "role": "The role is changed."
    case "suspend": "The account is suspended. All its devices are signed out."
    case "reinstate": "The account can be used again."
    case "erase": "The account is erased."
    default: nil
    }
  }
}

extension People.Listed {
  /// The name, or words for an account that has none any more.
  var shownName: String { name.isEmpty ? "Erased account \(id.prefix(6))" : name }

  /// How the account stands, in a word.
  var stateText: String {
    switch account.standing {
    case .invited: "Invited"
    case .active: "Active"
    case .suspended: "Suspended"
    case .erased: "Erased"
    }
  }
}
