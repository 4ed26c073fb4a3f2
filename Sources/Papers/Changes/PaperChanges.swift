// SPDX-License-Identifier: Apache-2.0

public import Engagement

/// What is different between two states of the same paper: figures with other values, and rows that
/// came or went.
public struct PaperChanges: Sendable {
  /// A figure whose value is another.
  public struct Changed: Sendable {
    /// The fact as it was, under a name of its own.
    public var old: PaperFigure
    /// The fact as it is.
    public var new: PaperFigure
  }

  /// A row that is there in one of the two only.
  public struct Moved: Sendable {
    /// What the table shows.
    public var table: PaperText
    /// The id of the table and the key of the row.
    public var key: String
    /// What the row is about.
    public var name: PaperText
    /// Whether it came; otherwise it went.
    public var isNew: Bool
  }

  /// Figures with other values, in the order of the paper.
  public private(set) var figures: [Changed] = []
  /// Rows that came or went, in the order of the paper.
  public private(set) var rows: [Moved] = []

  /// Compares the chapters of a day with those of a later one.
  public init(from old: [PaperChapter], on day: CivilDay, to new: [PaperChapter]) {
    let before = Self.figures(old)
    for figure in Self.figures(new).order {
      guard let was = before.byName[figure.fact.id], was.fact.value != figure.fact.value else {
        continue
      }
      figures.append(Changed(old: Self.dated(was, day), new: figure))
    }
    let (then, now) = (Self.tables(old), Self.tables(new))
    for table in now where table.isTracked {
      compare(then.first { $0.id == table.id }, table, day)
    }
    for table in then where table.isTracked && !now.contains(where: { $0.id == table.id }) {
      compare(table, nil, day)
    }
  }

  /// Whether nothing is different.
  public var isEmpty: Bool { figures.isEmpty && rows.isEmpty }

  private mutating func compare(_ old: PaperTable?, _ new: PaperTable?, _ day: CivilDay) {
    let (before, after) = (Set(old?.rows.map(\.key) ?? []), Set(new?.rows.map(\.key) ?? []))
    for row in new?.rows ?? [] where !before.contains(row.key) {
      rows.append(Self.moved(new, row, isNew: true, name: row.cells.first ?? ""))
    }
    for row in old?.rows ?? [] where !after.contains(row.key) {
      rows.append(
        Self.moved(old, row, isNew: false, name: Self.dated(row.cells.first ?? "", day)))
    }
  }

  private static func moved(
    _ table: PaperTable?, _ row: PaperRow, isNew: Bool, name: PaperText
  ) -> Moved {
    Moved(
      table: table?.caption ?? "", key: "\(table?.id ?? "").\(row.key)", name: name, isNew: isNew)
  }

  /// A figure of the earlier day, under a name that the later one does not use.
  private static func dated(_ figure: PaperFigure, _ day: CivilDay) -> PaperFigure {
    // A fact of the plan does not depend on the day, so it keeps its name.
    guard figure.fact.evidence.planFact == nil else { return figure }
    var earlier = figure
    earlier.fact.id += "@\(day.iso)"
    earlier.fact.label += ", as of \(day.text)"
    earlier.fact.evidence.inputs = figure.fact.evidence.inputs.map {
      dated(PaperFigure($0), day).fact
    }
    return earlier
  }

  private static func dated(_ text: PaperText, _ day: CivilDay) -> PaperText {
    PaperText(
      segments: text.segments.map { segment in
        switch segment {
        case .figure(let figure): .figure(dated(figure, day))
        case .said(let words, let fact): .said(words, dated(PaperFigure(fact), day).fact)
        case .words, .name, .day, .pointer: segment
        }
      })
  }

  private static func figures(
    _ chapters: [PaperChapter]
  ) -> (order: [PaperFigure], byName: [String: PaperFigure]) {
    var order: [PaperFigure] = []
    var byName: [String: PaperFigure] = [:]
    let texts = chapters.flatMap { chapter in
      chapter.headlines.map(\.text) + chapter.asks + chapter.texts
    }
    for segment in texts.flatMap(\.segments) {
      guard case .figure(let figure) = segment, byName[figure.fact.id] == nil else { continue }
      byName[figure.fact.id] = figure
      order.append(figure)
    }
    return (order, byName)
  }

  private static func tables(_ chapters: [PaperChapter]) -> [PaperTable] {
    chapters.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table
      case .picture(let picture): picture.table
      case .subheading, .paragraph, .list: nil
      }
    }
  }
}

extension PaperChanges {
  /// The chapter that says what changed.
  func chapter(_ paper: Paper) -> PaperChapter {
    var chapter = PaperChapter(id: "changes", heading: "What changed since the last")
    let basis: PaperText =
      paper.followsPaper
      ? "Compared with the paper of \(day: paper.since), the last of its kind that was issued."
      : "Compared with the position on \(day: paper.since)."
    chapter.blocks.append(.paragraph(basis))
    if isEmpty {
      chapter.blocks.append(.paragraph("Nothing in this paper changed."))
      return chapter
    }
    if !figures.isEmpty { chapter.blocks.append(.table(figureTable)) }
    if !rows.isEmpty { chapter.blocks.append(.table(rowTable)) }
    return chapter
  }

  private var figureTable: PaperTable {
    PaperTable(
      id: "changed-figures", caption: "Figures that changed",
      columns: ["What", "Then", "Now"],
      rows: figures.map {
        PaperRow(
          $0.new.fact.id,
          [PaperText(name: $0.new.fact.label), PaperText($0.old), PaperText($0.new)])
      }, isTracked: false)
  }

  private var rowTable: PaperTable {
    PaperTable(
      id: "changed-rows", caption: "What is new, and what is no longer there",
      columns: ["What", "In the table", "Change"],
      rows: rows.map {
        PaperRow($0.key, [$0.name, $0.table, $0.isNew ? "New" : "No longer there"])
      }, isTracked: false)
  }
}
