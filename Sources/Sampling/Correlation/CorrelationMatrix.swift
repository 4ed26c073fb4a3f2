// SPDX-License-Identifier: Apache-2.0

/// The rank correlations of inputs with one another; pairs that are not stated are 0.
public struct CorrelationMatrix: Hashable, Sendable {
  /// The names of the inputs, in the order of rows and columns.
  public let names: [String]
  let ranks: SymmetricMatrix

  /// The matrix of some pairs.
  ///
  /// Whether any inputs can be correlated like this is asked by `checked()`.
  /// - Throws: `SamplingError` for a name twice or unknown, a value outside -1 to 1, an input with
  ///   itself, and a pair that is stated twice or with two values.
  public init(names: [String], _ correlations: [RankCorrelation]) throws(SamplingError) {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      guard places.updateValue(place, forKey: name) == nil else { throw .inputTwice(name) }
    }
    var ranks = SymmetricMatrix(identity: names.count)
    var stated: [[Int]: RankCorrelation] = [:]
    for pair in correlations {
      let (first, second) = try Self.places(of: pair, places)
      if let before = stated.updateValue(pair, forKey: [min(first, second), max(first, second)]) {
        throw before.value == pair.value
          ? .correlationTwice(pair) : .correlationsContradict(before, pair)
      }
      ranks[first, second] = pair.value
    }
    self.init(names: names, ranks: ranks)
  }

  init(names: [String], ranks: SymmetricMatrix) {
    self.names = names
    self.ranks = ranks
  }

  private static func places(
    of pair: RankCorrelation, _ places: [String: Int]
  ) throws(SamplingError) -> (Int, Int) {
    guard let first = places[pair.first] else { throw .unknownInput(pair.first, in: pair) }
    guard let second = places[pair.second] else { throw .unknownInput(pair.second, in: pair) }
    guard first != second else { throw .correlationWithItself(pair) }
    guard pair.value.magnitude <= 1 else { throw .correlationOutside(pair) }
    return (first, second)
  }

  /// The rank correlation of the inputs at two places.
  public subscript(row: Int, column: Int) -> Double { ranks[row, column] }

  /// Every pair with a correlation other than 0, by rows.
  public var pairs: [RankCorrelation] {
    names.indices.flatMap { row in
      ((row + 1)..<max(names.count, row + 1)).compactMap { column in
        ranks[row, column] == 0
          ? nil : RankCorrelation(names[row], names[column], ranks[row, column])
      }
    }
  }

  /// Whether inputs can be correlated like this.
  public var isPossible: Bool {
    if case .root = normal.cholesky { true } else { false }
  }

  /// The same matrix.
  /// - Throws: `SamplingError.impossibleCorrelations`, which offers `nearest()`, when no inputs can
  ///   be correlated like this.
  public func checked() throws(SamplingError) -> CorrelationMatrix {
    for group in groups {
      guard case .failed(let place) = normal.part(group).cholesky else { continue }
      throw .impossibleCorrelations(
        among: group.map { names[$0] }, at: names[group[place]], nearest: nearest())
    }
    return self
  }

  /// The nearest matrix that inputs can have; this one when they can have it.
  ///
  /// Nearest in the correlations of the normal numbers that the draws are made of (Higham, 2002);
  /// groups of inputs that are not tied to one another stay so.
  public func nearest() -> CorrelationMatrix {
    var found = ranks
    for group in groups {
      let part = normal.part(group)
      guard case .failed = part.cholesky else { continue }
      let near = part.nearestCorrelation.mappingOffDiagonal(Self.rank(ofNormal:))
      for row in group.indices {
        for column in 0..<row { found[group[row], group[column]] = near[row, column] }
      }
    }
    return CorrelationMatrix(names: names, ranks: found)
  }

  /// The pairs rounded to four places, for people to copy: made smaller by up to a few thousandths,
  /// so that a matrix that is just possible stays so when it is rounded.
  public var pairsToState: [RankCorrelation] {
    let room = 2e-4 * Double(groups.map(\.count).max() ?? 0)
    return pairs.map {
      let value = $0.value * (1 - min(room, 1))
      return RankCorrelation($0.first, $0.second, (value * 1e4).rounded() / 1e4)
    }
  }

  /// The correlations of normal numbers whose ranks are correlated as asked.
  var normal: SymmetricMatrix { ranks.mappingOffDiagonal(Self.normal(ofRank:)) }

  /// The correlation that two normal numbers need for a rank correlation: Pearson (1907), "On
  /// further methods of determining correlation".
  static func normal(ofRank rank: Double) -> Double {
    if rank.magnitude == 1 { return rank }
    return 2 * Elementary.sine(.pi * rank / 6)
  }

  /// The rank correlation of two normal numbers with a correlation.
  static func rank(ofNormal correlation: Double) -> Double {
    if correlation.magnitude == 1 { return correlation }
    return 6 / .pi * Elementary.arcSine(min(max(correlation / 2, -0.5), 0.5))
  }

  /// The places of inputs that correlations tie to one another, directly or through others: the
  /// groups of two and more, each in the order of the names themselves.
  var groups: [[Int]] {
    var seen = [Bool](repeating: false, count: names.count)
    var groups: [[Int]] = []
    for start in names.indices where !seen[start] {
      seen[start] = true
      var group = [start]
      var next = 0
      while next < group.count {
        for other in names.indices where !seen[other] && ranks[group[next], other] != 0 {
          seen[other] = true
          group.append(other)
        }
        next += 1
      }
      if group.count > 1 { groups.append(group.sorted { names[$0] < names[$1] }) }
    }
    return groups
  }
}
