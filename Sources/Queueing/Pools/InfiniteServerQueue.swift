// SPDX-License-Identifier: Apache-2.0

/// As many servers as anybody needs: M/G/infinity.
///
/// The number of people is Poisson, whatever the distribution of their stays.
///
/// It says what would be needed if no bed were ever short. Reference for the use of beds: Monks
/// and others (2016), BMC Health Services Research 16:530.
public struct InfiniteServerQueue: Equatable, Sendable {
  /// Mean number of people: arrivals in a mean stay.
  public let load: Double

  /// The probabilities of numbers from `lowest` on; others are below 1e-40 of the greatest.
  private let probabilities: [Double]
  private let lowest: Int
  private var highest: Int { lowest + probabilities.count - 1 }

  /// Works out the distribution of the number of people.
  ///
  /// - Throws: `QueueError` for a load out of range.
  /// - Complexity: O(√load).
  public init(load: Double) throws(QueueError) {
    try Check.load(load)
    self.load = load
    let mode = Int(load)
    let least = 1e-40
    var below: [Double] = []
    var weight = 1.0
    var number = mode
    while number > 0, weight > least {
      weight *= Double(number) / load
      number -= 1
      below.append(weight)
    }
    lowest = number
    var weights = Array(below.reversed()) + [1]
    weight = 1
    number = mode
    while weight > least {
      number += 1
      weight *= load / Double(number)
      weights.append(weight)
    }
    let sum = weights.reduce(0, +)
    probabilities = weights.map { $0 / sum }
  }

  /// The share of time with exactly so many people.
  public func probability(of number: Int) -> Double {
    guard number >= lowest, number <= highest else { return 0 }
    return probabilities[number - lowest]
  }

  /// The share of time with so many people at most.
  public func probability(atMost number: Int) -> Double {
    guard number >= lowest else { return 0 }
    guard number < highest else { return 1 }
    return min(1, probabilities.prefix(number - lowest + 1).reduce(0, +))
  }

  /// The share of time with more people than so many.
  ///
  /// It is added up from the far end, so that small chances keep their digits.
  public func probability(above number: Int) -> Double {
    guard number >= lowest else { return 1 }
    guard number < highest else { return 0 }
    return min(1, probabilities[(number + 1 - lowest)...].reversed().reduce(0, +))
  }

  /// The fewest beds that hold everybody for a share of time.
  public func beds(enoughFor share: Double) throws(QueueError) -> Int {
    try Check.chance(share, "the share of time")
    var sum = 0.0
    for (index, chance) in probabilities.enumerated() {
      sum += chance
      if sum >= share { return lowest + index }
    }
    return lowest + probabilities.count - 1
  }

  /// The share of arrivals that find no bed, when those who do go elsewhere: P(N = beds) over
  /// P(N ≤ beds).
  ///
  /// Monks and others (2016) call it the probability of delay; it is Erlang's loss formula.
  public func delay(beds: Int) throws(QueueError) -> Double {
    try ErlangB.blocking(load: load, servers: beds)
  }
}
