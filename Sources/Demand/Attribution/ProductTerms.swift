// SPDX-License-Identifier: Apache-2.0

import Sampling

/// One product in one year of one run, as a function of which factors are there.
///
/// Growth of need and health status differ from age to age, so that their joint effect on summed
/// people is not the product of two numbers: they are one block with four corners. All else is a
/// plain factor with a value when absent and one when present.
struct ProductTerms {
  /// A plain factor.
  struct Term {
    /// Its place among the factors.
    let place: Int
    let absent: Double
    let present: Double
  }

  /// The place of growth of need among the factors, or −1.
  let need: Int
  /// The place of health status among the factors, or −1.
  let health: Int
  /// The summed base with neither, with need, with health, and with both.
  let corners: (none: Double, need: Double, health: Double, both: Double)
  /// The plain factors.
  let terms: [Term]

  /// How many factors it has.
  var count: Int { terms.count + (need < 0 ? 0 : 1) + (health < 0 ? 0 : 1) }

  /// The block where each of its factors is there to a degree from 0 to 1.
  @inline(__always)
  func block(_ need: Double, _ health: Double) -> Double {
    let low = corners.none + (corners.need - corners.none) * need
    let high = corners.health + (corners.both - corners.health) * need
    return low + (high - low) * health
  }

  /// The product where some factors are there.
  func value(_ isPresent: (Int) -> Bool) -> Double {
    let block = block(
      need >= 0 && isPresent(need) ? 1 : 0, health >= 0 && isPresent(health) ? 1 : 0)
    return terms.reduce(block) { $0 * (isPresent($1.place) ? $1.present : $1.absent) }
  }

  /// Adds the Shapley value of each of its factors to the shares of a measure.
  ///
  /// - Parameters:
  ///   - rule: A rule with at least half as many nodes as there are factors.
  ///   - shares: Shares by measure and factor.
  ///   - start: Where the shares of the measure begin.
  func addShapley(_ rule: GaussLegendre, to shares: inout [Double], at start: Int) {
    guard count > 0 else { return }
    var after = [Double](repeating: 1, count: terms.count + 1)
    for (t, weight) in zip(rule.nodes, rule.weights) {
      for index in terms.indices.reversed() {
        let term = terms[index]
        after[index] = after[index + 1] * (term.absent + t * (term.present - term.absent))
      }
      if need >= 0 {
        shares[start + need] += weight * (block(1, t) - block(0, t)) * after[0]
      }
      if health >= 0 {
        shares[start + health] += weight * (block(t, 1) - block(t, 0)) * after[0]
      }
      var before = weight * block(t, t)
      for index in terms.indices {
        let term = terms[index]
        shares[start + term.place] += (term.present - term.absent) * before * after[index + 1]
        before *= term.absent + t * (term.present - term.absent)
      }
    }
  }
}
