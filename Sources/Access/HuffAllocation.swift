// SPDX-License-Identifier: Apache-2.0

/// Patients who choose among open sites, more of them for the near and the attractive.
///
/// The share of area i that goes to site j is its attractiveness times a decay with minutes,
/// over the sum of the same for all open sites (Huff, 1963).
public struct HuffAllocation: Equatable, Sendable {
  /// How choice falls off with minutes.
  public enum Decay: Equatable, Sendable {
    /// Minutes to the power of minus the exponent. Times under one minute count as one.
    case power(Double)
    /// e to the power of minus the rate times the minutes.
    case exponential(Double)

    func weight(_ minutes: Double) -> Double {
      guard minutes.isFinite else { return 0 }
      return switch self {
      case .power(let exponent): Elementary.power(max(minutes, 1), -exponent)
      case .exponential(let rate): Elementary.exponential(-rate * minutes)
      }
    }
  }

  /// The open sites, by position in the matrix.
  public let open: [Int]
  /// For each area the share that goes to each open site; all nil where none can be reached.
  public let shares: [[Double]]

  /// Allocates all areas of a matrix.
  ///
  /// `attractiveness` has a number for each open site, such as its beds; nil makes all alike.
  /// Numbers that are not positive attract nobody.
  public init(_ travel: TravelMatrix, open: [Int], attractiveness: [Double]? = nil, decay: Decay) {
    self.open = open
    shares = travel.areas.indices.map { area in
      let pull = open.enumerated().map { index, site in
        max(attractiveness.map { $0[index] } ?? 1, 0) * decay.weight(travel[area, site])
      }
      let total = pull.reduce(0, +)
      guard total > 0 else { return HuffAllocation.surest(travel, area, open) }
      return pull.map { $0 / total }
    }
  }

  /// With a steep decay every weight can vanish in the last bit; choice is then for the nearest.
  private static func surest(_ travel: TravelMatrix, _ area: Int, _ open: [Int]) -> [Double] {
    let nearest = open.indices.min { travel[area, open[$0]] < travel[area, open[$1]] }
    return open.indices.map { index in
      index == nearest && travel[area, open[index]].isFinite ? 1 : 0
    }
  }

  /// The weight at each open site, in the order of `open`.
  public func volumes(_ weights: [Double]) -> [Double] {
    open.indices.map { index in
      zip(weights, shares).reduce(0) { $0 + $1.0 * $1.1[index] }
    }
  }

  /// The mean minutes of each area over the sites that its patients choose.
  public func meanMinutes(_ travel: TravelMatrix) -> [Double] {
    travel.areas.indices.map { area in
      open.indices.reduce(0) { sum, index in
        shares[area][index] > 0 ? sum + shares[area][index] * travel[area, open[index]] : sum
      }
    }
  }
}
