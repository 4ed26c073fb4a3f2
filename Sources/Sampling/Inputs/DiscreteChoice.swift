// SPDX-License-Identifier: Apache-2.0

/// One of several alternatives in each run, by probability: such as a variant of a population.
///
/// Run 0 takes the most probable, the first of equals; as with inputs, a run depends on its number
/// alone, and the luck of a choice hangs on its name.
public struct DiscreteChoice: Sendable {
  /// The probability of each alternative; they add up to 1.
  public let probabilities: [Double]
  /// The most probable alternative.
  public let mostProbable: Int

  private let key: StreamKey
  private let ends: [Double]

  /// A choice between alternatives.
  /// - Throws: `SamplingError.input` when there are none, when a probability is not from 0 to 1, or
  ///   when they miss 1 by more than a millionth in all.
  public init(id: String, probabilities: [Double], seed: UInt64) throws(SamplingError) {
    guard !probabilities.isEmpty else { throw .input(id, .noChoices) }
    for chance in probabilities where !(chance >= 0 && chance <= 1) {
      throw .input(id, .probabilityOutside(chance))
    }
    let sum = CompensatedSum.of(probabilities)
    guard (sum - 1).magnitude <= 1e-6 else { throw .input(id, .probabilitiesSum(sum)) }
    self.probabilities = probabilities
    key = StreamKey(seed: seed, purpose: StreamPurpose("choice of " + id))
    mostProbable = probabilities.indices.reduce(0) {
      probabilities[$1] > probabilities[$0] ? $1 : $0
    }
    var ends: [Double] = []
    for chance in probabilities { ends.append((ends.last ?? 0) + chance / sum) }
    self.ends = ends
  }

  /// The place of the alternative in a run.
  public func choice(run: Int) -> Int {
    if run == 0 { return mostProbable }
    var stream = RandomStream(key, index: run)
    let share = stream.unit()
    if let place = ends.firstIndex(where: { share < $0 }) { return place }
    // The ends can stop short of 1 by rounding.
    return probabilities.lastIndex { $0 > 0 } ?? mostProbable
  }
}
