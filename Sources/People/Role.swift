// SPDX-License-Identifier: Apache-2.0

/// What somebody with an account is here to do.
public enum Role: String, Codable, Sendable, CaseIterable {
  /// Keys paper and takes notes at events.
  case contributor
  /// Reads, codes and tabulates responses.
  case analyst
  /// Runs consultations, events, news and replies.
  case programmeOffice = "programme-office"
  /// Reads everything that is put before the committee.
  case committeeMember = "committee-member"
  /// Invites people and keeps the data folder.
  case administrator

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .contributor: "Contributor"
    case .analyst: "Analyst"
    case .programmeOffice: "Programme office"
    case .committeeMember: "Committee member"
    case .administrator: "Administrator"
    }
  }

  /// What the role may do.
  public var permissions: Set<Permission> {
    switch self {
    case .contributor: [.enterTheDesk, .capture]
    case .analyst: [.enterTheDesk, .capture, .analyse, .export]
    case .programmeOffice:
      [
        .enterTheDesk, .capture, .analyse, .export, .runConsultations, .moderate, .publish,
        .runProgramme,
      ]
    case .committeeMember: [.enterTheDesk, .readEvidence]
    case .administrator: Set(Permission.allCases)
    }
  }
}

/// A thing that not everybody may do.
public enum Permission: String, Codable, Sendable, CaseIterable {
  /// See the staff pages at all.
  case enterTheDesk
  /// Key paper, telephone and facilitated responses; run a shared tablet; take notes at events.
  case capture
  /// Read single responses, code them, tabulate.
  case analyse
  /// Take data away.
  case export
  /// Open, extend and close consultations; publish forms; run events, groups and enquiries.
  case runConsultations
  /// Decide what of a response is published, redact, exclude.
  case moderate
  /// News, bulletins, documents, "you said, we did".
  case publish
  /// Read the evidence bundle before it is public.
  case readEvidence
  /// Keep the record of the programme: work, meetings, gates, decisions, savings, registers.
  case runProgramme
  /// Invite people, change roles, read the audit, purge.
  case administer
}

/// Somebody who has signed in.
public struct Person: Sendable, Equatable {
  /// The random id of the account, which is the author of what they do.
  public let id: String
  /// The name by which colleagues know them.
  public let name: String
  /// What they are here to do, which settles what they may do.
  public let role: Role

  /// Somebody by account, name and role.
  public init(id: String, name: String, role: Role) {
    self.id = id
    self.name = name
    self.role = role
  }

  /// Whether they may do a thing.
  public func may(_ permission: Permission) -> Bool { role.permissions.contains(permission) }
}
