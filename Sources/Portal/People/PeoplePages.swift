// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mail
import People

extension PeoplePart {
  /// The pages under /desk/people.
  func peoplePages(
    _ request: PortalRequest, _ visit: Visit, _ rest: [String]
  ) async throws -> PortalAnswer? {
    let person = try visit.person(who: .administer)
    switch (request.method, rest.count) {
    case (.get, 0): return try await list(request, visit, InvitationForm()).answer()
    case (.post, 0): return try await invite(request, visit)
    case (.get, 1): return try onePerson(rest[0], visit, done: request.query["done"]).answer()
    case (.post, 2): return try await act(rest[1], rest[0], request, visit, person)
    default: return nil
    }
  }

  private func list(
    _ request: PortalRequest, _ visit: Visit, _ form: InvitationForm
  ) async throws -> PeopleListPage {
    try await PeopleListPage(
      people.list(), people.linksToHandOver(origin: request.origin), form,
      isMailed: services.mail.delivers, secret: visit.formSecret, done: request.query["done"])
  }

  private func invite(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    var form = InvitationForm(request.fields)
    if let role = form.checkedRole {
      do throws(PeopleError) {
        _ = try await people.invite(
          name: form.name, address: form.address, role: role, by: visit.author,
          origin: request.origin)
        return .see("/desk/people?done=invited")
      } catch {
        guard let field = error.field else { throw error }
        // The same form sent twice, as by a double click, is one invitation.
        if error == .addressTaken, try isInvited(form, role) {
          return .see("/desk/people?done=invited")
        }
        form.errors.add(field, error.description)
      }
    }
    return try await list(request, visit, form).answer()
  }

  private func isInvited(_ form: InvitationForm, _ role: Role) throws -> Bool {
    try people.list().contains {
      $0.address.lowercased() == form.address.lowercased() && $0.name == form.name
        && $0.account.role == role && $0.account.standing == .invited
    }
  }

  private func onePerson(
    _ id: String, _ visit: Visit, done: String = "", errors: FormErrors = FormErrors()
  ) throws -> PersonPage {
    guard let listed = try people.list().first(where: { $0.id == id }) else {
      throw PortalProblem.notFound
    }
    return PersonPage(listed, secret: visit.formSecret, done: done, errors: errors)
  }

  private func act(
    _ action: String, _ id: String, _ request: PortalRequest, _ visit: Visit, _ person: Person
  ) async throws -> PortalAnswer? {
    // An id that does not exist is not found, whatever was to be done to it.
    let page = try onePerson(id, visit)
    var errors = FormErrors()
    do throws(PeopleError) {
      switch action {
      case "role":
        guard let role = Role(rawValue: request.fields["role"]) else {
          errors.add("role", "Choose a role.")
          break
        }
        try await people.changeRole(id, to: role, by: person.author)
      case "suspend": try await people.suspend(id, by: person.author)
      case "reinstate": try await people.reinstate(id, by: person.author)
      case "link":
        try await makeLink(page.listed, request, person)
        return .see("/desk/people?done=link")
      case "erase":
        guard request.fields["sure"] == "yes" else {
          errors.add("sure", "Tick the box if the account is to be erased.")
          break
        }
        try await people.erase(id, by: person.author)
      default: return nil
      }
    } catch {
      if case .store = error { throw error }
      errors.add("role", error.description)
    }
    if errors.hasErrors { return try onePerson(id, visit, errors: errors).answer() }
    return .see("/desk/people/\(id)?done=\(action)")
  }

  private func makeLink(
    _ listed: People.Listed, _ request: PortalRequest, _ person: Person
  ) async throws(PeopleError) {
    if listed.account.standing == .invited {
      _ = try await people.inviteAgain(listed.id, origin: request.origin)
    } else if services.mail.delivers {
      await people.forgotten(address: listed.address, origin: request.origin)
    } else {
      _ = try await people.resetLink(
        address: listed.address, by: person.author, origin: request.origin)
    }
  }
}

/// What an administrator typed to invite somebody.
struct InvitationForm {
  var name = ""
  var address = ""
  var role = ""
  var errors = FormErrors()

  init() {}

  init(_ fields: FormFields) {
    name = fields["name"]
    address = fields["email"]
    role = fields["role"]
    errors.require(fields, "name", PeopleError.badName.description)
    errors.limit(fields, "name", to: People.longestName, "A name")
    errors.require(fields, "email", PeopleError.badAddress.description)
    errors.limit(fields, "email", to: 254, "An e-mail address")
    if Role(rawValue: role) == nil { errors.add("role", "Choose a role.") }
  }

  /// The role, if nothing is wrong.
  var checkedRole: Role? { errors.hasErrors ? nil : Role(rawValue: role) }

  var fields: [Field] {
    [
      .line("name", "Name", value: name, error: errors["name"]),
      .line("email", "E-mail address", value: address, error: errors["email"], type: "email"),
      .radios("role", "Role", RoleChoices.all, chosen: role, error: errors["role"]),
    ]
  }
}

/// Roles to choose from, with what each is for.
enum RoleChoices {
  static let all: [(value: String, label: String)] = Role.allCases.map {
    ($0.rawValue, "\($0.label): \(purpose($0))")
  }

  private static func purpose(_ role: Role) -> String {
    switch role {
    case .contributor: "keys paper and takes notes at events"
    case .analyst: "reads, codes and tabulates responses"
    case .programmeOffice: "runs consultations, events, news and replies"
    case .committeeMember: "reads the evidence before it is public"
    case .administrator: "may do everything, and invites people"
    }
  }
}
