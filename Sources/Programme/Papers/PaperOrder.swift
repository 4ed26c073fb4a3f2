// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Which paper is wanted: of what kind, as of which day, compared with which day.
public struct PaperOrder: Hashable, Sendable {
  /// The kind of paper.
  public var kind: PaperKind
  /// The last day that it takes into account.
  public var day: CivilDay
  /// The day with which it is compared; nil for the last paper of the kind, or a month before.
  public var since: CivilDay?
  /// The workstream that it is about, for the kinds that need one.
  public var workstream: String?
  /// Where the record ended when it was issued; nil for the end of the day.
  public var anchor: Anchor?
  /// Whether it is the paper as issued, rather than a draft.
  public var isFinal = false

  /// A draft of a kind, as of the end of a day.
  public init(
    _ kind: PaperKind, day: CivilDay, since: CivilDay? = nil, workstream: String? = nil
  ) {
    self.kind = kind
    self.day = day
    self.since = since
    self.workstream = workstream
    anchor = nil
  }

  /// The order that gives a paper again as it was issued.
  public init(_ issue: PaperIssue) {
    kind = issue.kind
    day = issue.day
    since = issue.since
    workstream = issue.workstream
    anchor = issue.anchor
    isFinal = true
  }

  /// The name of its files, such as `highlight-digital-2017-09-30`.
  public var fileName: String {
    ([kind.rawValue] + [workstream].compactMap(\.self) + [day.iso]).joined(separator: "-")
  }
}

/// A paper as it was drawn, ready to be issued.
public struct DrawnPaper: Sendable {
  /// The file, as HTML.
  public var html: String
  /// The day with which it was compared.
  public var since: CivilDay
  /// Where the record ended.
  public var anchor: Anchor

  /// A drawn paper.
  public init(html: String, since: CivilDay, anchor: Anchor) {
    self.html = html
    self.since = since
    self.anchor = anchor
  }
}

/// Draws a paper from the record; how is not the business of the rules.
public typealias PaperDrawing = @Sendable (PaperOrder) throws -> DrawnPaper
