// SPDX-License-Identifier: Apache-2.0

/// A model turned into questions about lanes of packed records.
struct CompiledModel {
  /// A blocking rule as lanes that have to be equal.
  struct Rule {
    var mask: UInt64 = 0
    /// Lanes of the left record and of the right one, for keys of different parts.
    var crossed: [(left: Int, right: Int)] = []
    var lanes: [Int] = []
  }

  private(set) var instructions: [Instruction] = []
  /// Where each comparison begins.
  private(set) var starts: [Int32] = []
  /// How many questions there are up to the end of each comparison.
  private(set) var ends: [Int] = []
  private(set) var texts: [TextComparison] = []
  private(set) var dates: [FieldPart] = []
  private(set) var names: [FieldPart] = []
  var rules: [Rule] = []
  private(set) var slots: Slots

  init(_ table: RecordTable, _ model: LinkageModel, rules: [BlockingRule]) throws(LinkageError) {
    slots = Slots(table)
    guard !model.comparisons.isEmpty else { throw .noComparisons }
    for (index, rule) in rules.enumerated() {
      guard !rule.keys.isEmpty else { throw .emptyRule(index + 1) }
      self.rules.append(try compile(rule))
    }
    for comparison in model.comparisons {
      starts.append(try compile(comparison))
      ends.append(instructions.count)
    }
    for comparison in model.comparisons {
      for level in comparison.levels {
        if let term = level.termFrequency { _ = try slots.lane(FieldPart(term.column)) }
      }
    }
    let used = slots.values.count
    guard used <= Slots.most else { throw .tooManyParts(used, most: Slots.most) }
  }

  private mutating func compile(_ rule: BlockingRule) throws(LinkageError) -> Rule {
    var compiled = Rule()
    for key in rule.keys {
      let left = try slots.lane(key.left)
      guard key.left != key.right else {
        compiled.mask |= 1 << UInt64(left & 63)
        compiled.lanes.append(left)
        continue
      }
      compiled.crossed.append((left, try slots.lane(key.right, as: key.left)))
    }
    return compiled
  }

  private mutating func compile(_ comparison: Comparison) throws(LinkageError) -> Int32 {
    guard comparison.levels.last?.condition == .otherwise else {
      throw .noLastLevel(comparison: comparison.name)
    }
    guard comparison.levels.count <= 255 else { throw .tooManyLevels }
    var next = ~Int32(comparison.levels.count - 1)
    for (index, level) in comparison.levels.enumerated().dropLast().reversed() {
      next = try compile(level.condition, ~Int32(index), next)
    }
    return next
  }

  /// Adds the questions of a condition; the answer is the first place to go to.
  private mutating func compile(
    _ condition: LevelCondition, _ yes: Int32, _ no: Int32
  ) throws(LinkageError) -> Int32 {
    switch condition {
    case .otherwise: return yes
    case .not(let inner): return try compile(inner, no, yes)
    case .all(let inner):
      var next = yes
      for condition in inner.reversed() { next = try compile(condition, next, no) }
      return next
    case .any(let inner):
      var next = no
      for condition in inner.reversed() { next = try compile(condition, yes, next) }
      return next
    case .missing(let part): return ask(.present, mask: try mask(part), no, yes)
    case .equal(let part): return ask(.equal, mask: try mask(part), yes, no)
    case .crossed(let left, let right): return try cross(left, right, yes, no)
    case .swapped(let one, let other):
      let second = try cross(other, one, yes, no)
      return try cross(one, other, second, no)
    case .similar(let part, let measure, let least):
      return try text(part, part, .similarity(measure), least, yes, no)
    case .similarAcross(let left, let right, let measure, let least):
      return try text(left, right, .similarity(measure), least, yes, no)
    case .edits(let part, let measure, let most):
      return try text(part, part, .edits(measure), Double(most), yes, no)
    case .daysApart(let part, let most):
      return try date(.daysApart, part, most, yes, no)
    case .dayAndMonthSwapped(let part):
      return try date(.dayAndMonthSwapped, part, 0, yes, no)
    case .nickname(let part): return try name(part, yes, no)
    }
  }

  private mutating func mask(_ part: FieldPart) throws(LinkageError) -> UInt64 {
    1 << UInt64(try slots.lane(part) & 63)
  }

  private mutating func add(_ instruction: Instruction) -> Int32 {
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func ask(
    _ question: Instruction.Question, mask: UInt64, _ yes: Int32, _ no: Int32
  ) -> Int32 {
    add(Instruction(question: question, mask: mask, ifTrue: yes, ifFalse: no))
  }

  private mutating func cross(
    _ left: FieldPart, _ right: FieldPart, _ yes: Int32, _ no: Int32
  ) throws(LinkageError) -> Int32 {
    if left == right { return ask(.equal, mask: try mask(left), yes, no) }
    let leftLane = try slots.lane(left)
    let rightLane = try slots.lane(right, as: left)
    return add(
      Instruction(question: .crossed, left: leftLane, right: rightLane, ifTrue: yes, ifFalse: no))
  }

  private mutating func text(
    _ left: FieldPart, _ right: FieldPart, _ measure: TextComparison.Measure, _ limit: Double,
    _ yes: Int32, _ no: Int32
  ) throws(LinkageError) -> Int32 {
    let memo = try remember(left, right, measure, limit)
    let question: Instruction.Question =
      if case .edits = measure { .edits } else { .similar }
    return add(
      Instruction(
        question: question, left: texts[memo].leftLane, right: texts[memo].rightLane, memo: memo,
        limit: limit, ifTrue: yes, ifFalse: no))
  }

  private mutating func remember(
    _ left: FieldPart, _ right: FieldPart, _ measure: TextComparison.Measure, _ limit: Double
  ) throws(LinkageError) -> Int {
    let known = texts.firstIndex {
      $0.left == left && $0.right == right && $0.measure == measure
    }
    if let known {
      if case .edits = measure {
        texts[known].limit = max(texts[known].limit, limit)
      } else {
        texts[known].limit = min(texts[known].limit, limit)
      }
      return known
    }
    texts.append(
      TextComparison(
        measure: measure, left: left, right: right, limit: limit, leftLane: try slots.lane(left),
        rightLane: try slots.lane(right)))
    return texts.count - 1
  }

  private mutating func date(
    _ question: Instruction.Question, _ part: FieldPart, _ limit: Double, _ yes: Int32,
    _ no: Int32
  ) throws(LinkageError) -> Int32 {
    let lane = try slots.lane(part)
    let table = dates.firstIndex(of: part) ?? dates.count
    if table == dates.count { dates.append(part) }
    return add(
      Instruction(
        question: question, left: lane, right: lane, table: table, limit: limit, ifTrue: yes,
        ifFalse: no))
  }

  private mutating func name(
    _ part: FieldPart, _ yes: Int32, _ no: Int32
  ) throws(LinkageError) -> Int32 {
    let lane = try slots.lane(part)
    let table = names.firstIndex(of: part) ?? names.count
    if table == names.count { names.append(part) }
    return add(
      Instruction(
        question: .nickname, left: lane, right: lane, table: table, ifTrue: yes, ifFalse: no))
  }
}
