// SPDX-License-Identifier: Apache-2.0

/// Tables to publish as a spreadsheet that everyone can use.
///
/// Follows "Releasing statistics in spreadsheets" (Government Analysis Function): a cover, a
/// contents sheet, notes, and one marked-up table on each further sheet; no merged cells, no hidden
/// rows, no meaning by colour, no macros, and every missing value explained.
///
/// The same workbook gives the same bytes, whenever and wherever it is written with the same
/// version of libxlsxwriter and zlib.
public struct Workbook: Sendable, Hashable {
  /// A day of the Gregorian calendar.
  public struct Day: Sendable, Hashable {
    /// Year, 1970 or later.
    public var year: Int

    /// Month, 1 to 12.
    public var month: Int

    /// Day of the month, from 1.
    public var day: Int

    /// Makes a day; ``Workbook/write(toPath:)`` refuses one that no calendar has.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// What the workbook is; its document title and the heading of its cover.
  public var title: String

  /// What it is about, for the document properties.
  public var subject: String

  /// Who publishes it, for the document properties.
  public var author: String

  /// The day it was made, written as its creation and modification time at midnight UTC; never
  /// taken from the clock, so that the same figures give the same file.
  public var created: Day

  /// Lines of the cover under the title: what it holds, when it was published, whom to ask.
  public var cover: [String]

  /// Notes, numbered from 1 on the notes sheet.
  public var notes: [String]

  /// The tables, one to a sheet.
  public var sheets: [Sheet]

  /// Puts a workbook together.
  public init(
    title: String, subject: String, author: String, created: Day, cover: [String] = [],
    notes: [String] = [], sheets: [Sheet]
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.created = created
    self.cover = cover
    self.notes = notes
    self.sheets = sheets
  }
}

/// One table and the words above it.
public struct Sheet: Sendable, Hashable {
  /// Name on the tab; shortened to 31 characters, cleaned and made unique where needed.
  public var name: String

  /// Heading in cell A1: what the table shows, for whom and when.
  public var title: String

  /// Lines between the heading and the table.
  public var intro: [String]

  /// The columns, whose headings differ from each other.
  public var columns: [Column]

  /// The cells, one array a row, as many as there are columns.
  public var rows: [[Cell]]

  /// Makes a sheet.
  public init(
    name: String, title: String, intro: [String] = [], columns: [Column], rows: [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.intro = intro
    self.columns = columns
    self.rows = rows
  }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
  /// Heading, with the unit.
  public var header: String

  /// How Excel shows its numbers, such as "#,##0.0"; nil for as many decimals as they have.
  public var numberFormat: String?

  /// Width in characters, or nil to fit what the column holds.
  public var width: Double?

  /// Makes a column.
  public init(_ header: String, numberFormat: String? = nil, width: Double? = nil) {
    self.header = header
    self.numberFormat = numberFormat
    self.width = width
  }
}

/// What one cell holds.
public enum Cell: Sendable, Hashable {
  /// Words, never read as a formula even when they begin with `=`.
  case text(String)
  /// A number, stored as a number.
  case number(Double)
  /// Nothing, and why: "not published". Shown as `[x]`, with the reason above the table and on the
  /// notes sheet; as `[x1]`, `[x2]` and so on where a workbook has several reasons.
  case blank(reason: String)
}
