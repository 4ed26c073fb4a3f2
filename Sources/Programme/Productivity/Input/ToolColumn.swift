// SPDX-License-Identifier: Apache-2.0

/// A column of the table that a productivity tool reads.
public struct ToolColumn: Sendable {
  /// What a cell may hold.
  public enum Kind: Sendable, Equatable {
    /// Any words.
    case text
    /// A number; thousands may be grouped by commas and pounds marked.
    case number
    /// A whole number.
    case whole
    /// A day, such as 2016-04-01 or 1/4/2016.
    case day
    /// Yes or no; empty is no.
    case yesNo
    /// One of a few words.
    case choice([String])
  }

  /// The name in the header.
  public let name: String
  /// What it holds, in plain words, with its unit.
  public let meaning: String
  /// What a cell may hold.
  public let kind: Kind
  /// Whether the table must have it, with every cell filled in.
  public let isRequired: Bool

  init(_ name: String, _ meaning: String, _ kind: Kind = .text, isRequired: Bool = true) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.isRequired = isRequired
  }
}

/// A setting of a productivity tool.
public struct ToolOption: Sendable {
  /// What may be entered.
  public enum Kind: Sendable, Equatable {
    /// Any words; may be empty.
    case text
    /// A number in a range; may be empty when there is no usual value.
    case number(ClosedRange<Double>)
    /// One of a few values, each with its words.
    case choice([Choice])
  }

  /// A value and its words.
  public struct Choice: Sendable, Equatable {
    /// The value.
    public let value: String
    /// The words for it.
    public let label: String
  }

  /// The name, as on the command line.
  public let name: String
  /// What it is, for a form.
  public let label: String
  /// What a reader has to know to fill it in.
  public let hint: String?
  /// What may be entered.
  public let kind: Kind
  /// What is taken when nothing is entered.
  public let usual: String

  init(_ name: String, _ label: String, hint: String? = nil, _ kind: Kind, usual: String = "") {
    self.name = name
    self.label = label
    self.hint = hint
    self.kind = kind
    self.usual = usual
  }

  static func choice(
    _ name: String, _ label: String, _ choices: [(String, String)], usual: String,
    hint: String? = nil
  ) -> ToolOption {
    ToolOption(
      name, label, hint: hint, .choice(choices.map { Choice(value: $0.0, label: $0.1) }),
      usual: usual)
  }
}
