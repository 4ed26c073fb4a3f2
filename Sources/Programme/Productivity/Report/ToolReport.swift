// SPDX-License-Identifier: Apache-2.0

public import Productivity

/// What a productivity tool finds.
public struct ToolReport: Sendable {
  /// A number worth knowing at once.
  public struct Figure: Sendable {
    /// What it is.
    public let label: String
    /// How much, with its unit.
    public let value: String
  }

  /// The id of the tool.
  public let tool: String
  /// The finding in one sentence.
  public let headline: String
  /// The numbers worth knowing at once.
  public let figures: [Figure]
  /// How it was worked out with these settings, in words.
  public let rule: [String]
  /// Tables, the main one first.
  public let tables: [ToolTable]
  /// The picture, where one helps.
  public let chart: ToolChart?
  /// What was left out, and why.
  public let excluded: [ExcludedInput]
}

/// What a tool found, before it is put in a report.
struct ToolFindings {
  var headline: String
  var figures: [(String, String)] = []
  var rule: [String]
  var tables: [ToolTable]
  var chart: ToolChart?
  var excluded: [ExcludedInput]
}

/// A table of a report.
public struct ToolTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// The name in files.
    public let id: String
    /// The heading on a page, with the unit.
    public let title: String
    /// Decimals for people; nil for words.
    public let decimals: Int?
  }

  /// A cell.
  public enum Cell: Sendable, Equatable {
    /// Words.
    case text(String)
    /// A number.
    case number(Double)
    /// Nothing.
    case none
  }

  /// The name in files and on the command line.
  public let id: String
  /// What it shows.
  public let caption: String
  /// The columns.
  public let columns: [Column]
  /// The cells, row by row.
  public let rows: [[Cell]]

  /// A table; a column is `("id", "Heading")` for words and `("id", "Heading", decimals)` for
  /// numbers.
  init(
    _ id: String, _ caption: String, _ columns: [(String, String, Int?)], _ rows: [[Cell]]
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns.map { Column(id: $0.0, title: $0.1, decimals: $0.2) }
    self.rows = rows
  }

  /// A cell for people.
  public func text(_ cell: Cell, column: Int) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): ToolNumbers.text(value, decimals: columns[column].decimals ?? 0)
    case .none: "–"
    }
  }

  /// A cell for programs.
  public func plain(_ cell: Cell, column: Int) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): ToolNumbers.plain(value, decimals: columns[column].decimals ?? 0)
    case .none: ""
    }
  }
}

extension ToolTable.Cell {
  static func number(_ value: Double?) -> ToolTable.Cell { value.map { .number($0) } ?? .none }
  static func count(_ value: Int) -> ToolTable.Cell { .number(Double(value)) }
}

/// A picture of a report, for whoever draws it.
public enum ToolChart: Sendable {
  /// Dots along one scale, a row for each group, with the middle half and the median.
  case strip(Strip)
  /// Bars.
  case bars(Bars)

  /// Dots along one scale.
  public struct Strip: Sendable {
    /// A group of dots.
    public struct Row: Sendable {
      /// The group.
      public let name: String
      /// The dots.
      public let dots: [(name: String, value: Double)]
      /// Lower quartile, median and upper quartile; nil for a row without them.
      public let quartiles: (lower: Double, median: Double, upper: Double)?
    }

    /// What it shows, in one sentence.
    public let title: String
    /// What the scale is, with its unit.
    public let scale: String
    /// What stands before a number, such as £.
    public let prefix: String
    /// Decimals of a number.
    public let decimals: Int
    /// The groups.
    public let rows: [Row]
    /// A value that matters to all groups, with its words.
    public let reference: (label: String, value: Double)?
    /// The dots that are named in the drawing.
    public let named: Set<String>
  }

  /// Bars.
  public struct Bars: Sendable {
    /// What it shows, in one sentence.
    public let title: String
    /// What the bars are.
    public let nameHeading: String
    /// What their length is, with its unit.
    public let valueHeading: String
    /// What stands before a number, such as £.
    public let prefix: String
    /// The bars.
    public let bars: [(name: String, value: Double)]
  }
}
