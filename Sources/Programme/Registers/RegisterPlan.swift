// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import PlanPackage

/// Registers of one shared shape.
public struct RegisterPlan: Sendable {
  /// In the order of the plan.
  public var registers: [RegisterDefinition] = []
  /// The organisations that a field can name.
  public var organisations: [NamedThing] = []
  /// The workstreams that a field can name.
  public var workstreams: [NamedThing] = []

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    let fields = Dictionary(grouping: plan.registerFields, by: \.register)
    registers = plan.registers.map { row in
      RegisterDefinition(row, fields[row.id] ?? [])
    }
    organisations = plan.organisations.map {
      NamedThing(id: $0.id, name: $0.name, path: "/organisations#\($0.id)")
    }
    workstreams = plan.workstreams.map {
      NamedThing(id: $0.id, name: $0.name, path: "/workstreams/\($0.id)")
    }
  }

  /// The register with an id.
  public func register(_ id: String) -> RegisterDefinition? { registers.first { $0.id == id } }

  /// The name of an organisation or workstream that a field holds; the id when it is unknown.
  public func name(_ id: String, _ kind: RegisterField.Kind) -> String {
    let things = kind == .organisation ? organisations : workstreams
    return things.first { $0.id == id }?.name ?? id
  }
}

/// What a register is for, and what its entries say.
public struct RegisterDefinition: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The title, for a reader.
  public var title: String
  /// What it is for.
  public var purpose: String
  /// Whether everybody may see its entries.
  public var isPublic: Bool
  /// The source in which the need for it is published, or empty.
  public var source: String
  /// What entries say, in order.
  public var fields: [RegisterField]

  /// A register with its fields; one of them has the part `key` and one the part `title`.
  public init(
    id: String, title: String, purpose: String, isPublic: Bool, source: String = "",
    fields: [RegisterField]
  ) {
    self.id = id
    self.title = title
    self.purpose = purpose
    self.isPublic = isPublic
    self.source = source
    self.fields = fields
  }

  init(_ row: RegisterRow, _ fields: [RegisterFieldRow]) {
    self.init(
      id: row.id, title: row.title, purpose: row.purpose, isPublic: row.isPublic,
      source: row.source, fields: fields.map { RegisterField($0) })
  }

  /// The field with an id.
  public func field(_ id: String) -> RegisterField? { fields.first { $0.id == id } }

  /// The field that plays a part.
  public func field(as part: RegisterField.Part) -> RegisterField? {
    fields.first { $0.part == part }
  }

  /// The fields that hold money.
  public var moneyFields: [RegisterField] { fields.filter { $0.kind == .money } }

  /// The fields that a reader may see.
  public func fields(forStaff: Bool) -> [RegisterField] {
    forStaff ? fields : fields.filter(\.isPublic)
  }
}

/// One thing that an entry says.
public struct RegisterField: Sendable, Equatable {
  /// What kind of value it holds.
  public enum Kind: String, Sendable, CaseIterable {
    case text
    case day
    /// Pounds.
    case money
    case number
    case choice
    case organisation
    case workstream
    case yesNo = "yes-no"
  }

  /// What it is for the register.
  public enum Part: String, Sendable {
    /// Names the entry for ever.
    case key
    case title
    case status
    /// Something is late after this day.
    case due
  }

  /// From one status to another.
  public struct Move: Sendable, Equatable {
    /// The status before.
    public let from: String
    /// The status after.
    public let to: String
  }

  /// The permanent id within the register.
  public var id: String
  /// The heading, for a reader.
  public var label: String
  /// What kind of value it holds.
  public var kind: Kind
  /// What it is for the register, when it is more than a value.
  public var part: Part?
  /// Whether every entry must have it.
  public var isRequired: Bool
  /// Whether everybody may read it.
  public var isPublic: Bool
  /// The values of a choice.
  public var choices: [String]
  /// Which status may follow which; from a status without any, nothing follows.
  public var moves: [Move]
  /// What to enter.
  public var meaning: String

  /// A field.
  public init(
    id: String, label: String, kind: Kind, part: Part? = nil, isRequired: Bool = false,
    isPublic: Bool = true, choices: [String] = [], moves: [Move] = [], meaning: String = ""
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.part = part
    self.isRequired = isRequired
    self.isPublic = isPublic
    self.choices = choices
    self.moves = moves
    self.meaning = meaning
  }

  init(_ row: RegisterFieldRow) {
    self.init(
      id: row.field, label: row.label, kind: Kind(rawValue: row.type) ?? .text,
      part: Part(rawValue: row.part), isRequired: row.isRequired, isPublic: row.isPublic,
      choices: row.choices, moves: row.moves.compactMap(Move.init), meaning: row.meaning)
  }

  /// The statuses that may follow one.
  public func next(after status: String) -> [String] {
    moves.filter { $0.from == status }.map(\.to)
  }
}

extension RegisterField.Move {
  /// A move as the plan writes it, such as "open>done"; nil when it is none.
  public init?(_ text: String) {
    let ends = text.split(separator: ">").map(String.init)
    guard ends.count == 2 else { return nil }
    self.init(from: ends[0], to: ends[1])
  }
}
