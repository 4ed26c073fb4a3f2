// SPDX-License-Identifier: Apache-2.0

/// What the peers of a unit achieve.
public struct BenchmarkStatistics: Sendable, Equatable {
  /// How many peers there are.
  public let count: Int
  /// The smallest value.
  public let lowest: Double
  /// A quarter lies below.
  public let lowerQuartile: Double
  /// Half lies below.
  public let median: Double
  /// Three quarters lie below.
  public let upperQuartile: Double
  /// The largest value.
  public let highest: Double
  private let direction: BenchmarkDirection

  /// The statistics of some values; nil when there is none.
  public init?(_ values: [Double], _ method: BenchmarkMethod) {
    let sorted = values.sorted()
    let quartiles = [0.25, 0.5, 0.75].compactMap {
      method.quantiles.quantile($0, ofSorted: sorted)
    }
    guard let first = sorted.first, let last = sorted.last, quartiles.count == 3 else { return nil }
    count = sorted.count
    lowest = first
    lowerQuartile = quartiles[0]
    median = quartiles[1]
    upperQuartile = quartiles[2]
    highest = last
    direction = method.direction
  }

  /// The quartile on the better side.
  public var bestQuartile: Double {
    direction == .lowerIsBetter ? lowerQuartile : upperQuartile
  }
  /// The best value.
  public var best: Double { direction == .lowerIsBetter ? lowest : highest }
}

/// What a unit, or several, would save or gain by reaching each benchmark; never below nought.
public struct BenchmarkOpportunity: Sendable, Equatable {
  /// By reaching the median of the peers.
  public let toMedian: Double
  /// By reaching the better quartile.
  public let toBestQuartile: Double
  /// By reaching the best peer.
  public let toBest: Double
  /// By reaching the target; nil when none was set.
  public let toTarget: Double?

  init(hasTarget: Bool) {
    (toMedian, toBestQuartile, toBest) = (0, 0, 0)
    toTarget = hasTarget ? 0 : nil
  }

  init(_ unit: BenchmarkUnit, _ statistics: BenchmarkStatistics, _ method: BenchmarkMethod) {
    func opportunity(_ benchmark: Double) -> Double {
      let gap =
        method.direction == .lowerIsBetter ? unit.value - benchmark : benchmark - unit.value
      return max(0, gap) * unit.volume
    }
    toMedian = opportunity(statistics.median)
    toBestQuartile = opportunity(statistics.bestQuartile)
    toBest = opportunity(statistics.best)
    toTarget = method.target.map(opportunity)
  }

  func adding(_ other: BenchmarkOpportunity) -> BenchmarkOpportunity {
    BenchmarkOpportunity(
      toMedian: toMedian + other.toMedian, toBestQuartile: toBestQuartile + other.toBestQuartile,
      toBest: toBest + other.toBest,
      toTarget: toTarget.flatMap { own in other.toTarget.map { own + $0 } })
  }

  private init(toMedian: Double, toBestQuartile: Double, toBest: Double, toTarget: Double?) {
    self.toMedian = toMedian
    self.toBestQuartile = toBestQuartile
    self.toBest = toBest
    self.toTarget = toTarget
  }
}

/// One unit beside its peers.
public struct BenchmarkComparison: Sendable, Equatable {
  /// The name of the unit.
  public let name: String
  /// Its value for each unit of volume.
  public let value: Double
  /// Its volume.
  public let volume: Double
  /// The peers that a distance chose, nearest first; empty when they were chosen another way.
  public let peers: [PeerDistance]
  /// What the peers achieve.
  public let statistics: BenchmarkStatistics
  /// What it would save or gain.
  public let opportunity: BenchmarkOpportunity

  init(
    _ unit: BenchmarkUnit, _ peers: [PeerDistance], _ statistics: BenchmarkStatistics,
    _ method: BenchmarkMethod
  ) {
    name = unit.name
    value = unit.value
    volume = unit.volume
    self.peers = peers
    self.statistics = statistics
    opportunity = BenchmarkOpportunity(unit, statistics, method)
  }
}
