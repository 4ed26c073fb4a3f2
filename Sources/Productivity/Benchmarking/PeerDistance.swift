// SPDX-License-Identifier: Apache-2.0

/// A peer and how far it is from the unit it is compared with.
public struct PeerDistance: Sendable, Equatable {
  /// The name of the peer.
  public let name: String
  /// The root of the mean squared difference in standard deviations; 0 is alike in everything.
  public let distance: Double
  /// The difference in each characteristic, in standard deviations.
  public let differences: [String: Double]
}

/// Distances between units over stated characteristics.
///
/// Each characteristic is put in standard deviations (of all units that have every characteristic,
/// divided by n), so that beds and income weigh alike; the distance is the Euclidean one divided by
/// the root of the number of characteristics.
public struct PeerSpace: Sendable {
  /// Everybody is measured against everybody, so that more than this takes too long.
  public static let mostUnits = 2000

  /// The characteristics that tell units apart, in order.
  public let characteristics: [String]
  /// What could not be used, and why.
  public let excluded: [ExcludedInput]
  private let names: [String]
  private let places: [String: Int]
  private let scores: [[Double]]

  /// The space of some units.
  ///
  /// - Parameters:
  ///   - units: those to choose from.
  ///   - wanted: the characteristics to choose by; empty takes all that any unit has.
  /// - Throws: `ProductivityError.unknown` for a characteristic that no unit has, `.missing` when
  ///   none is left, and `.tooMany`.
  public init(_ units: [BenchmarkUnit], by wanted: [String]) throws(ProductivityError) {
    guard units.count <= Self.mostUnits else {
      throw .tooMany(
        what: "organisations to choose peers from", found: units.count, most: Self.mostUnits,
        advice: "Compare with everyone, or name the peers.")
    }
    let known = Set(units.flatMap(\.characteristics.keys))
    if let stranger = wanted.first(where: { !known.contains($0) }) {
      throw .unknown(what: "characteristic", name: stranger)
    }
    let asked = wanted.isEmpty ? known.sorted() : wanted
    let complete = units.filter { unit in asked.allSatisfy { unit.characteristics[$0] != nil } }
    let present = Set(complete.map(\.name))
    var excluded = units.filter { !present.contains($0.name) }.map { unit in
      let lacking = asked.filter { unit.characteristics[$0] == nil }
      return ExcludedInput(unit.name, "has no " + lacking.joined(separator: " and no "))
    }
    var columns: [(name: String, scores: [Double])] = []
    for name in asked {
      if let scores = Self.standardised(complete.compactMap { $0.characteristics[name] }) {
        columns.append((name, scores))
      } else {
        excluded.append(ExcludedInput("Characteristic \(name)", "is the same for everybody"))
      }
    }
    guard !columns.isEmpty else {
      throw .missing(
        what: "characteristic that tells organisations apart",
        advice: "Add columns such as like_beds, or compare with everyone.")
    }
    characteristics = columns.map(\.name)
    self.excluded = excluded
    names = complete.map(\.name)
    places = Dictionary(
      complete.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    scores = complete.indices.map { place in columns.map { $0.scores[place] } }
  }

  /// The nearest others, nearest first; of two as near, the first by name.
  ///
  /// - Returns: nil when the unit lacks a characteristic.
  public func nearest(_ count: Int, to name: String) -> [PeerDistance]? {
    guard let own = places[name] else { return nil }
    let others = names.indices.filter { $0 != own }.map { (place: $0, distance: distance($0, own)) }
    let near = others.sorted {
      $0.distance != $1.distance
        ? $0.distance < $1.distance : names[$0.place] < names[$1.place]
    }
    return near.prefix(count).map { other in
      let differences = zip(scores[other.place], scores[own]).map { $0 - $1 }
      return PeerDistance(
        name: names[other.place], distance: other.distance,
        differences: Dictionary(
          zip(characteristics, differences), uniquingKeysWith: { first, _ in first }))
    }
  }

  private func distance(_ one: Int, _ other: Int) -> Double {
    let squares = zip(scores[one], scores[other]).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return (squares / Double(characteristics.count)).squareRoot()
  }

  /// Values in standard deviations from their mean; nil when all are the same.
  private static func standardised(_ values: [Double]) -> [Double]? {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count)).squareRoot()
    guard deviation > mean.magnitude * 1e-12 else { return nil }
    return values.map { ($0 - mean) / deviation }
  }
}
