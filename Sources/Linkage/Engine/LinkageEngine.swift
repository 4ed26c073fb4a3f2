// SPDX-License-Identifier: Apache-2.0

/// Compares the records of a table by a model.
///
/// It has no threads of its own. ``blocks(rule:)`` sorts the records of one rule, ``RuleBlocks/pieces(ofAbout:)``
/// cuts the pairs into pieces, and ``score(_:of:atLeast:)`` compares one piece; pieces can be compared on
/// any thread and in any order.
public struct LinkageEngine: Sendable {
  /// The model with the probabilities that are used.
  public let model: LinkageModel
  let table: RecordTable
  private(set) var ruleKeys: [BlockingRule]
  let records: PackedRecords
  private(set) var compiled: CompiledModel
  let tables: ValueTables
  let weights: LevelWeights

  /// Prepares a table and a model; throws when the model names what the records do not have, or is not whole.
  public init(_ table: RecordTable, _ model: LinkageModel) throws(LinkageError) {
    try self.init(table, model, rules: model.blocking)
  }

  /// Prepares other rules than the model's, as training needs them.
  init(
    _ table: RecordTable, _ model: LinkageModel, rules: [BlockingRule]
  ) throws(LinkageError) {
    guard model.blocking.count <= 255 else {
      throw .tooManyRules(model.blocking.count, most: 255)
    }
    var combinations: UInt64 = 1
    for comparison in model.comparisons {
      let product = combinations.multipliedReportingOverflow(by: UInt64(comparison.levels.count))
      if product.overflow { throw .tooManyLevels }
      combinations = product.partialValue
    }
    var compiled = try CompiledModel(table, model, rules: rules)
    var slots = compiled.slots
    let tables = try ValueTables(&compiled, &slots, table.nicknames)
    weights = try LevelWeights(model, &slots)
    records = PackedRecords(slots, sources: table.sources)
    self.tables = tables
    self.compiled = compiled
    self.model = model
    self.table = table
    ruleKeys = rules
  }

  private init(_ other: LinkageEngine, _ model: LinkageModel) throws(LinkageError) {
    var slots = other.compiled.slots
    weights = try LevelWeights(model, &slots)
    records = other.records
    compiled = other.compiled
    tables = other.tables
    table = other.table
    ruleKeys = other.ruleKeys
    self.model = model
  }

  /// The same records with other probabilities; columns, conditions and rules have to be the same.
  public func with(probabilitiesOf model: LinkageModel) throws(LinkageError) -> LinkageEngine {
    try LinkageEngine(self, model)
  }

  /// The same without the first rules.
  func dropping(rules count: Int) -> LinkageEngine {
    keeping(rules: count..<ruleKeys.count)
  }

  /// The same with one rule alone.
  func alone(rule: Int) -> LinkageEngine { keeping(rules: rule..<(rule + 1)) }

  private func keeping(rules: Range<Int>) -> LinkageEngine {
    var engine = self
    engine.compiled.rules = Array(compiled.rules[rules])
    engine.ruleKeys = Array(ruleKeys[rules])
    return engine
  }

  /// The records that a rule puts together.
  public func blocks(rule: Int) -> RuleBlocks {
    let asked = compiled.rules[rule]
    guard asked.crossed.isEmpty else {
      return CrossedSorting.groups(of: asked, compiled.slots, count: records.count, number: rule)
    }
    return BlockSorting.groups(
      of: asked.lanes, compiled.slots, count: records.count, rule: rule)
  }

  /// Compares a piece, and keeps the pairs of at least a weight, in the order in which they are met.
  ///
  /// A pair that an earlier rule has is left to that rule. A weight of −infinity keeps all pairs.
  public func score(
    _ piece: BlockPiece, of blocks: RuleBlocks, atLeast: Double
  ) -> ScoredPairs {
    let judge = PairJudge(compiled, tables, model.strings)
    let scorer = PairScorer(compiled, judge, weights, atLeast: atLeast)
    var kept = ScoredPairs(left: [], right: [], weight: [], rule: [])
    let rule = UInt8(truncatingIfNeeded: blocks.rule)
    forEachPair(piece, blocks) { left, right, one, other, equal, present in
      guard let weight = scorer.weight(one, other, equal: equal, present: present) else { return }
      kept.left.append(left)
      kept.right.append(right)
      kept.weight.append(weight)
      kept.rule.append(rule)
    }
    return kept
  }

  /// Compares everything and gives the pairs of at least a weight, in order.
  public func score(atLeast: Double, _ workers: Workers = .serial) -> ScoredPairs {
    var kept: [ScoredPairs] = []
    for rule in compiled.rules.indices {
      let blocks = blocks(rule: rule)
      let pieces = blocks.pieces(ofAbout: 500_000)
      kept += workers.map(pieces.count) { score(pieces[$0], of: blocks, atLeast: atLeast) }
    }
    return ScoredPairs(gathering: kept, records: records.count)
  }
}
