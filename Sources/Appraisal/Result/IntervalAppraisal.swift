// SPDX-License-Identifier: Apache-2.0

/// What is certain about a ranking when some scores are missing.
///
/// A missing score may have any value from 0 to 1, independently of the others, so each total lies
/// in an interval whose width is the weight of the missing criteria. Nothing is guessed: no average,
/// no middle.
public struct IntervalAppraisal: Hashable, Sendable {
  /// The cells without a score, row by row.
  public let missing: [Cell]
  /// Each option, in the order of the inputs.
  public let options: [OptionInterval]

  /// Checks inputs, which may have cells without a score, and appraises them.
  /// - Throws: every other mistake.
  public init(_ inputs: AppraisalInputs) throws(AppraisalErrors) {
    var mistakes = MistakeList()
    inputs.checkStructure(&mistakes)
    let rows = inputs.valuations(&mistakes)
    try mistakes.throwIfAny()
    let weights = inputs.weightShares()?.overall ?? []
    let lows = ValueTable(rows: rows.map { $0.map { $0?.value ?? 0 } }).totals(weights)
    let highs = ValueTable(rows: rows.map { $0.map { $0?.value ?? 1 } }).totals(weights)
    missing = inputs.missingCells()
    options = inputs.options.indices.map {
      OptionInterval(ids: inputs.options.map(\.id), row: $0, lows: lows, highs: highs)
    }
  }

  /// The options that are first whatever the missing scores turn out to be.
  public var certainLeaders: [OptionID] { options.filter { $0.worstRank == 1 }.map(\.option) }

  /// The options that are first for at least some missing scores.
  public var possibleLeaders: [OptionID] { options.filter { $0.bestRank == 1 }.map(\.option) }

  /// The result of one option; nil if there is no such option.
  public func option(_ id: OptionID) -> OptionInterval? { options.first { $0.option == id } }
}

/// What is certain about one option.
public struct OptionInterval: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The total if every missing score of the option has value 0.
  public let lowestTotal: Double
  /// The total if every missing score of the option has value 1.
  public let highestTotal: Double
  /// The rank if its missing scores have value 1 and those of all others 0.
  public let bestRank: Int
  /// The rank if its missing scores have value 0 and those of all others 1.
  public let worstRank: Int
  /// The options it is above whatever the missing scores turn out to be.
  public let certainlyAbove: [OptionID]

  fileprivate init(ids: [OptionID], row: Int, lows: [Double], highs: [Double]) {
    let others = ids.indices.filter { $0 != row }
    option = ids[row]
    lowestTotal = lows[row]
    highestTotal = highs[row]
    bestRank = 1 + others.count { lows[$0] > highs[row] + tieTolerance }
    worstRank = 1 + others.count { highs[$0] > lows[row] + tieTolerance }
    certainlyAbove = others.filter { lows[row] > highs[$0] + tieTolerance }.map { ids[$0] }
  }
}
