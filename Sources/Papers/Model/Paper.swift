// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
public import Programme

/// A paper of the programme, drafted from the record: a title, chapters, and the facts behind every
/// figure in them.
public struct Paper: Sendable {
  /// The kind of paper.
  public var kind: PaperKind
  /// The title.
  public var title: String
  /// The title of the plan.
  public var plan: String
  /// The name of the workstream that it is about, when it is about one.
  public var workstream: String?
  /// The last day that it takes into account.
  public var day: CivilDay
  /// The day with which it is compared.
  public var since: CivilDay
  /// Whether that day is the one of the last paper of the kind that was issued.
  public var followsPaper: Bool
  /// Whether it is the paper as issued, rather than a draft.
  public var isFinal: Bool
  /// Whether what was recorded is made up by a program.
  public var isSynthetic: Bool
  /// Where the record ended from which it was drawn; nil without a record.
  public var anchor: Anchor?
  /// The chapters, in order.
  public var chapters: [PaperChapter]

  /// A draft of chapters, made from no record.
  ///
  /// `day`: the last day that it takes into account. `since`: the day with which it is compared.
  public init(
    kind: PaperKind, title: String, plan: String, day: CivilDay, since: CivilDay,
    chapters: [PaperChapter]
  ) {
    self.kind = kind
    self.title = title
    self.plan = plan
    self.day = day
    self.since = since
    self.chapters = chapters
    followsPaper = false
    isFinal = false
    isSynthetic = false
  }

  /// Every table, in order.
  public var tables: [PaperTable] {
    chapters.flatMap { chapter in
      chapter.blocks.compactMap { block in
        switch block {
        case .table(let table): table
        case .picture(let picture): picture.table
        case .paragraph, .list, .subheading: nil
        }
      }
    }
  }

  /// Every text, in order.
  public var texts: [PaperText] { chapters.flatMap(\.texts) }

  /// Every fact that the paper shows, once, in the order in which they first appear; then those
  /// that were used to work these out.
  public var facts: [PaperFact] {
    var seen: Set<String> = []
    var found: [PaperFact] = []
    for text in texts {
      for fact in text.facts where seen.insert(fact.id).inserted { found.append(fact) }
    }
    var next = 0
    while next < found.count {
      for input in found[next].evidence.inputs where seen.insert(input.id).inserted {
        found.append(input)
      }
      next += 1
    }
    return found
  }

  /// Numbers that were typed into a sentence rather than shown as a figure; there must be none.
  public var strayNumbers: [String] { texts.flatMap(\.strayNumbers) }
}

/// How something stands.
public enum PaperStanding: String, Sendable, CaseIterable, Codable {
  case onTrack
  case attention
  case late
  case information

  /// The words for it, which never stand for colour alone.
  public var label: String {
    switch self {
    case .onTrack: "On track"
    case .attention: "Needs attention"
    case .late: "Late or off track"
    case .information: "For information"
    }
  }
}

/// One line of the first page: what the chapter comes to.
public struct PaperHeadline: Sendable {
  /// What it is about, in a word or two.
  public var topic: String
  /// How it stands.
  public var standing: PaperStanding
  /// One sentence.
  public var text: PaperText

  /// A line about a topic.
  public init(_ topic: String, _ standing: PaperStanding, _ text: PaperText) {
    self.topic = topic
    self.standing = standing
    self.text = text
  }
}

/// One chapter, made by one section.
public struct PaperChapter: Sendable {
  /// The permanent name, which is also its anchor.
  public var id: String
  /// The heading.
  public var heading: String
  /// Lines for the first page.
  public var headlines: [PaperHeadline] = []
  /// What the reader is asked to decide or do, for the first page.
  public var asks: [PaperText] = []
  /// What stands in it, in order.
  public var blocks: [PaperBlock] = []

  /// An empty chapter.
  public init(id: String, heading: String) {
    self.id = id
    self.heading = heading
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { headlines.isEmpty && asks.isEmpty && blocks.isEmpty }

  /// Every text of the blocks, in order.
  public var texts: [PaperText] { blocks.flatMap(\.texts) }
}
