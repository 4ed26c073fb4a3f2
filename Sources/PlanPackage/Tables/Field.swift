// SPDX-License-Identifier: Apache-2.0

/// One column of a table: what it holds, and what is not allowed in it.
public struct Field: Sendable {
  /// The kinds of value that a column can hold.
  public enum Kind: Sendable {
    case text
    /// A well-formed fact id or a plain id of lower-case words and hyphens.
    case identifier
    case number
    case integer
    /// An ISO 8601 date.
    case date
    /// A period as `Facts.Period` reads it.
    case period
    /// A single financial year such as 2016-17.
    case financialYear
    /// A unit: money in one of three scales, %, or words.
    case unit
    /// The prices that money is in: cash, or a financial year.
    case priceBase
    /// Shares from 0 to 1 separated by semicolons.
    case shares
    /// Numbers separated by semicolons.
    case numbers
    /// Fact ids separated by semicolons.
    case identifiers
    /// A formula as `Facts.Formula` reads it.
    case formula
  }

  /// The name for a reader.
  public let name: String
  /// What kind of thing it is.
  public let kind: Kind
  /// What the column means, for the schema and the template.
  public let meaning: String
  /// Whether a cell may not be empty.
  public var isRequired = false
  /// Whether no two rows may have the same value.
  public var isUnique = false
  /// The values allowed, when they are a closed list.
  public var choices: [String]?
  /// The least number allowed.
  public var minimum: Double?
  /// The greatest number allowed.
  public var maximum: Double?
  /// Whether a zero can only mean that somebody did not know.
  public var zeroMeansUnknown = false
  /// The table and column in which the value has to exist.
  public var references: (table: String, column: String)?

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  func required() -> Field { with { $0.isRequired = true } }

  func unique() -> Field {
    with {
      $0.isUnique = true
      $0.isRequired = true
    }
  }

  func oneOf(_ choices: [String]) -> Field { with { $0.choices = choices } }

  func between(_ minimum: Double?, _ maximum: Double?) -> Field {
    with {
      $0.minimum = minimum
      $0.maximum = maximum
    }
  }

  func neverZero() -> Field { with { $0.zeroMeansUnknown = true } }

  func referring(to table: String, _ column: String = "id") -> Field {
    with { $0.references = (table, column) }
  }

  private func with(_ change: (inout Field) -> Void) -> Field {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The shape of one table of a plan.
public struct TableSchema: Sendable {
  /// The name of the table within a data package.
  public let name: String
  /// The file within the plan folder.
  public let path: String
  /// What the table is for.
  public let purpose: String
  /// Whether a plan must have the table.
  public let isRequired: Bool
  /// The columns in their usual order.
  public let fields: [Field]
  /// The columns that together identify a row, when no single unique column does.
  public let primaryKey: [String]

  init(
    _ name: String, _ path: String, purpose: String, isRequired: Bool = false,
    primaryKey: [String] = [], fields: [Field]
  ) {
    self.name = name
    self.path = path
    self.purpose = purpose
    self.isRequired = isRequired
    self.primaryKey = primaryKey.isEmpty ? fields.filter(\.isUnique).map(\.name) : primaryKey
    self.fields = fields
  }

  /// The column with a name, or nil.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
