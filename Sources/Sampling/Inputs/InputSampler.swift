// SPDX-License-Identifier: Apache-2.0

/// The values of all inputs in a run.
///
/// Run 0 is the principal run, in which every input has its central value; runs 1 and up are drawn.
/// A run depends on its number alone, so runs can be drawn in any order and on any machine. The luck
/// of an input in a run hangs on the seed, the run and the input's name: adding an input, changing
/// its distribution or moving its row changes nothing for the others, but for those that a
/// correlation ties to it.
///
/// Correlated inputs are drawn by a Gaussian copula: normal numbers with the correlations that give
/// the rank correlations asked (Pearson, 1907), and then each input's own quantile of them.
public struct InputSampler: Sendable {
  /// The inputs, in the order of every draw.
  public let inputs: [UncertainInput]
  /// The rank correlations.
  public let correlations: CorrelationMatrix
  /// The seed.
  public let seed: UInt64

  private let key: StreamKey
  private let hashes: [Int]
  /// For each input that is correlated: the places of inputs, with what their luck adds to its own.
  private let ties: [[(place: Int, weight: Double)]]

  /// A sampler of inputs.
  /// - Throws: `SamplingError` for two inputs of one name, for correlations that name no input or
  ///   are out of range, and for correlations that no inputs can have, with the nearest ones.
  public init(
    inputs: [UncertainInput], correlations: [RankCorrelation] = [], seed: UInt64
  ) throws(SamplingError) {
    let matrix = try CorrelationMatrix(names: inputs.map(\.id), correlations).checked()
    self.inputs = inputs
    self.correlations = matrix
    self.seed = seed
    key = StreamKey(seed: seed, purpose: "uncertain inputs")
    hashes = inputs.map { Int(bitPattern: UInt(StreamPurpose($0.id).hash)) }
    ties = Self.ties(matrix)
  }

  /// The value of each input in a run.
  public func draw(run: Int) -> [Double] {
    if run == 0 { return inputs.map(\.centre) }
    return inputs.indices.map { place in
      let distribution = inputs[place].distribution
      if distribution.isFixed { return distribution.centre }
      if ties[place].isEmpty { return distribution.quantile(luck(place, run)) }
      return distribution.value(atNormal: tied(place, run))
    }
  }

  /// The share of all values below that of each input in a run, strictly between 0 and 1; in run 0
  /// it is a half for all.
  public func uniforms(run: Int) -> [Double] {
    inputs.indices.map { place in
      if run == 0 { return 0.5 }
      if ties[place].isEmpty { return luck(place, run) }
      return StandardNormal.cumulative(tied(place, run))
    }
  }

  /// The values of one input in each of some runs.
  public func column(_ place: Int, runs: Range<Int>) -> [Double] {
    let input = inputs[place]
    return runs.map { run in
      if run == 0 { return input.centre }
      if input.distribution.isFixed { return input.distribution.centre }
      if ties[place].isEmpty { return input.distribution.quantile(luck(place, run)) }
      return input.distribution.value(atNormal: tied(place, run))
    }
  }

  private func luck(_ place: Int, _ run: Int) -> Double {
    // The run and the name fill the two words of the counter; a stream's own item stays 0.
    var stream = RandomStream(key, index: hashes[place], item: run)
    return stream.unit()
  }

  private func tied(_ place: Int, _ run: Int) -> Double {
    var sum = 0.0
    for tie in ties[place] { sum += tie.weight * StandardNormal.quantile(luck(tie.place, run)) }
    return sum
  }

  private static func ties(_ matrix: CorrelationMatrix) -> [[(place: Int, weight: Double)]] {
    var ties = [[(place: Int, weight: Double)]](repeating: [], count: matrix.names.count)
    let normal = matrix.normal
    for group in matrix.groups {
      guard case .root(let lower) = normal.part(group).cholesky else { continue }
      for (row, place) in group.enumerated() {
        ties[place] = lower[row].indices.compactMap { column in
          lower[row][column] == 0 ? nil : (group[column], lower[row][column])
        }
      }
    }
    return ties
  }
}
