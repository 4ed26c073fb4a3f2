// SPDX-License-Identifier: Apache-2.0

import Engagement

/// Who answers for an action or a risk: the programme office, a workstream or an organisation.
///
/// Never a person: people change and their names are no part of the record.
public struct RecordOwner: Codable, Sendable, Hashable {
  /// Such as "office", "workstream/digital" or "organisation/ccg-medway".
  public let key: String

  /// The programme office.
  public static let office = RecordOwner(key: "office")

  /// A workstream by its id.
  public static func workstream(_ id: String) -> RecordOwner {
    RecordOwner(key: "workstream/" + id)
  }

  /// An organisation by its id.
  public static func organisation(_ id: String) -> RecordOwner {
    RecordOwner(key: "organisation/" + id)
  }

  /// An owner by its key, as a form sends it.
  public init(key: String) { self.key = key }

  /// Reads an owner from its key.
  public init(from decoder: any Decoder) throws {
    key = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes an owner as its key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(key)
  }

  /// The id of the workstream that owns it, or nil.
  public var workstream: String? {
    key.hasPrefix("workstream/") ? String(key.dropFirst("workstream/".count)) : nil
  }
}

extension MeetingsPlan {
  /// Everybody who can own something, with the words for a list.
  public var owners: [(owner: RecordOwner, name: String)] {
    [(.office, "Programme office")]
      + workstreams.map { (.workstream($0.id), "Workstream: \($0.name)") }
      + organisations.map { (.organisation($0.id), $0.name) }
  }

  /// The name of an owner, or its key when the plan has none.
  public func name(of owner: RecordOwner) -> String {
    owners.first { $0.owner == owner }?.name ?? owner.key
  }

  /// Whether the plan knows an owner.
  public func has(_ owner: RecordOwner) -> Bool { owners.contains { $0.owner == owner } }
}
