// SPDX-License-Identifier: Apache-2.0

/// One organisation, department or practice that is compared with others.
public struct BenchmarkUnit: Sendable, Equatable {
  /// Its name, once in a comparison.
  public let name: String
  /// What is compared: a cost, time or share for each unit of volume.
  public let value: Double
  /// How much of it there is, such as square metres; an opportunity is a difference times this.
  public let volume: Double
  /// What peers are chosen by, by the name of the characteristic.
  public let characteristics: [String: Double]

  /// A unit of a comparison.
  public init(
    _ name: String, value: Double, volume: Double, characteristics: [String: Double] = [:]
  ) {
    self.name = name
    self.value = value
    self.volume = volume
    self.characteristics = characteristics
  }
}

/// Which way is better.
public enum BenchmarkDirection: String, Sendable, CaseIterable {
  /// Such as a cost.
  case lowerIsBetter = "lower"
  /// Such as the share of patients on a best-value medicine.
  case higherIsBetter = "higher"
}

/// Who a unit is compared with; always stated.
public enum PeerChoice: Sendable, Equatable {
  /// Everybody in the table, the unit itself among them.
  case everyone
  /// The most similar others by stated characteristics; none named takes all there are.
  case nearest(Int, by: [String] = [])
  /// These, whoever the unit is; a unit that is one of them is compared with the others.
  case named([String])
}

/// How a comparison is made.
public struct BenchmarkMethod: Sendable, Equatable {
  /// Which way is better.
  public var direction: BenchmarkDirection
  /// Who a unit is compared with.
  public var peers: PeerChoice
  /// How quartiles and medians are worked out.
  public var quantiles: QuantileRule
  /// A value that was agreed as the aim, if any.
  public var target: Double?
  /// With fewer peers than this a unit is left out.
  public var fewestPeers: Int

  /// A method; each choice is stated beside the result.
  public init(
    direction: BenchmarkDirection = .lowerIsBetter, peers: PeerChoice = .everyone,
    quantiles: QuantileRule = .linear, target: Double? = nil, fewestPeers: Int = 3
  ) {
    self.direction = direction
    self.peers = peers
    self.quantiles = quantiles
    self.target = target
    self.fewestPeers = fewestPeers
  }
}
