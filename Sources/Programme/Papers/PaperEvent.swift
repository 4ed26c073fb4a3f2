// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// What happens to papers; the kind of the paper is the subject of the entry.
public enum PaperEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "paper"

  /// A paper was issued: from then on it is what was said, whatever is found out later.
  case issued(PaperIssue)
  /// A paper was found to be wrong and withdrawn; it stays readable, marked as withdrawn.
  case withdrawn(paper: String, reason: ContentReference)
}

/// A paper that was issued.
public struct PaperIssue: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The kind of paper.
  public var kind: PaperKind
  /// The last day that it takes into account.
  public var day: CivilDay
  /// The day with which it is compared.
  public var since: CivilDay
  /// The workstream that it is about, when it is about one.
  public var workstream: String?
  /// Where the record ended from which it was drawn.
  public var anchor: Anchor
  /// SHA-256 of the bytes of the file, in lower-case hexadecimal.
  public var digest: String
  /// The file itself, which stands beside the chain.
  public var file: ContentReference

  /// A paper drawn from an order.
  public init(
    id: String, order: PaperOrder, drawn: DrawnPaper, digest: String, file: ContentReference
  ) {
    self.id = id
    kind = order.kind
    day = order.day
    since = drawn.since
    workstream = order.workstream
    anchor = drawn.anchor
    self.digest = digest
    self.file = file
  }
}

/// Every paper so far.
public struct PaperState: Fold {
  /// The events of this state.
  public typealias Event = PaperEvent
  /// Papers in the order of issue.
  public private(set) var issued: [Issued] = []

  /// A paper with when it was issued and by whom.
  public struct Issued: Sendable, Equatable {
    /// What was issued.
    public let paper: PaperIssue
    /// When it was issued.
    public let on: Date
    /// Who issued it.
    public let by: Author
    /// The entry that says so.
    public let sequence: Int64
    /// Why it was withdrawn, when it was; the text stands beside the chain.
    public var withdrawal: ContentReference?
  }

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: PaperEvent, _ entry: Entry) {
    switch event {
    case .issued(let paper):
      issued.append(
        Issued(paper: paper, on: entry.time, by: entry.author, sequence: entry.sequence))
    case .withdrawn(let id, let reason):
      guard let place = issued.firstIndex(where: { $0.paper.id == id }) else { return }
      issued[place].withdrawal = reason
    }
  }

  /// The last paper of a kind, and of a workstream, that was issued about a day before another.
  public func latest(
    _ kind: PaperKind, workstream: String?, before day: CivilDay
  ) -> Issued? {
    issued.last {
      $0.paper.kind == kind && $0.paper.workstream == workstream && $0.paper.day < day
        && $0.withdrawal == nil
    }
  }

  /// The paper with an id, or nil.
  public func issue(_ id: String) -> Issued? { issued.first { $0.paper.id == id } }
}
