// SPDX-License-Identifier: Apache-2.0

public import Pictures

/// One thing that stands in a chapter.
public enum PaperBlock: Sendable {
  /// A heading within the chapter.
  case subheading(PaperText)
  /// A paragraph.
  case paragraph(PaperText)
  /// A list of points.
  case list([PaperText])
  /// A table.
  case table(PaperTable)
  /// A picture, with the table of its figures.
  case picture(PaperPicture)

  /// Every text of it, in order.
  public var texts: [PaperText] {
    switch self {
    case .subheading(let text), .paragraph(let text): [text]
    case .list(let texts): texts
    case .table(let table): table.texts
    case .picture(let picture): picture.table.texts
    }
  }
}

/// A table, whose rows have names, so that two papers can be compared.
public struct PaperTable: Sendable {
  /// The permanent name within the paper.
  public var id: String
  /// What it shows.
  public var caption: PaperText
  /// The columns, the first of which names the row.
  public var columns: [PaperColumn]
  /// The rows.
  public var rows: [PaperRow]
  /// Whether rows that came or went since the last paper are worth saying.
  public var isTracked = true
  /// What stands in its place when it has no rows.
  public var whenEmpty: PaperText

  /// A table.
  public init(
    id: String, caption: PaperText, columns: [PaperColumn], rows: [PaperRow],
    whenEmpty: PaperText = "There are none.", isTracked: Bool = true
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.whenEmpty = whenEmpty
    self.isTracked = isTracked
  }

  var texts: [PaperText] {
    rows.isEmpty
      ? [caption, whenEmpty] : [caption] + columns.map(\.title) + rows.flatMap(\.cells)
  }
}

/// A column of a table.
public struct PaperColumn: Sendable, ExpressibleByStringLiteral {
  /// The heading.
  public var title: PaperText
  /// Whether its cells are numbers, set flush right.
  public var isNumeric: Bool

  /// A column of words or of numbers.
  public init(_ title: PaperText, isNumeric: Bool = false) {
    self.title = title
    self.isNumeric = isNumeric
  }

  /// A column of words.
  public init(stringLiteral value: String) { self.init(PaperText(stringLiteral: value)) }

  /// A column of numbers.
  public static func number(_ title: PaperText) -> PaperColumn {
    PaperColumn(title, isNumeric: true)
  }
}

/// A row of a table.
public struct PaperRow: Sendable {
  /// The permanent name within the table.
  public var key: String
  /// The cells, as many as there are columns; the first names the row.
  public var cells: [PaperText]

  /// A row.
  public init(_ key: String, _ cells: [PaperText]) {
    self.key = key
    self.cells = cells
  }
}

/// A picture with the table of its figures, each of which can be asked.
public struct PaperPicture: Sendable {
  /// The drawing.
  public var picture: any Picture
  /// What the picture draws, as figures with their facts.
  public var table: PaperTable

  /// A picture with its table.
  public init(_ picture: any Picture, table: PaperTable) {
    self.picture = picture
    self.table = table
  }
}
