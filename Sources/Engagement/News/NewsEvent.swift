// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to a news item; its id is the subject of the entry.
public enum NewsEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "news"

  /// Somebody wrote a first draft.
  case drafted(NewsArticle)
  /// A draft was changed before anybody outside saw it.
  case edited(NewsArticle)
  /// It can be read by everybody from now on.
  case published
  /// It was published with a mistake, and says since then what was changed.
  case corrected(NewsArticle, whatChanged: String)
  /// It is no longer shown; its address stays and gives the reason.
  case withdrawn(reason: String)
}

/// What a news item says.
public struct NewsArticle: Codable, Sendable, Equatable {
  /// What kind it is.
  public var kind: NewsKind
  /// Its title.
  public var title: String
  /// One or two sentences for lists, feeds and bulletins.
  public var summary: String
  /// Markdown, with facts of the plan.
  public var text: String
  /// The ids of the workstreams that it is about; none when it is about the whole plan.
  public var workstreams: [String]

  /// An article of a kind.
  public init(
    kind: NewsKind, title: String, summary: String, text: String, workstreams: [String] = []
  ) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.text = text
    self.workstreams = workstreams
  }
}

/// The kinds of news.
public enum NewsKind: String, Codable, Sendable, CaseIterable {
  /// Something happened, or will.
  case update
  /// A section about the work inside a workstream.
  case insideUpdate = "inside-update"
  /// What a board discussed and decided.
  case boardUpdate = "board-update"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .update: "News"
    case .insideUpdate: "Inside update"
    case .boardUpdate: "Board update"
    }
  }
}
