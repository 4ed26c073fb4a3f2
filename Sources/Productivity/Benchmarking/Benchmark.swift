// SPDX-License-Identifier: Apache-2.0

/// Units compared with peers that are chosen in the open.
///
/// `opportunity = max(0, value − benchmark) × volume` where lower is better, and the other way
/// round where higher is; a unit that is better than the benchmark has an opportunity of nought,
/// which is never set against another's.
public struct Benchmark: Sendable {
  /// How it was made.
  public let method: BenchmarkMethod
  /// One for each unit that could be compared, in the order of the units.
  public let comparisons: [BenchmarkComparison]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]
  /// The characteristics that chose the peers; empty when none did.
  public let characteristics: [String]

  /// Compares units.
  ///
  /// - Throws: `ProductivityError` when names are not unique, a peer is unknown, or nothing is left.
  public init(_ units: [BenchmarkUnit], _ method: BenchmarkMethod) throws(ProductivityError) {
    let (usable, odd) = try Self.usable(units)
    var peers = try Peers(usable, method)
    var excluded = odd + peers.excluded
    var comparisons: [BenchmarkComparison] = []
    for unit in usable {
      guard let group = peers.group(of: unit) else { continue }
      guard group.values.count >= method.fewestPeers else {
        excluded.append(
          ExcludedInput(
            unit.name,
            "has \(group.values.count) peers, and \(method.fewestPeers) are needed to compare"))
        continue
      }
      comparisons.append(BenchmarkComparison(unit, group.peers, group.statistics, method))
    }
    guard !comparisons.isEmpty else {
      throw .nothingLeft(of: "organisations", excluded: excluded)
    }
    self.method = method
    self.comparisons = comparisons
    self.excluded = excluded
    characteristics = peers.characteristics
  }

  /// The comparison of a unit.
  public subscript(name: String) -> BenchmarkComparison? { comparisons.first { $0.name == name } }

  /// The opportunities of all units, added without setting any against another.
  public var total: BenchmarkOpportunity {
    comparisons.reduce(BenchmarkOpportunity(hasTarget: method.target != nil)) {
      $0.adding($1.opportunity)
    }
  }

  private static func usable(
    _ units: [BenchmarkUnit]
  ) throws(ProductivityError) -> ([BenchmarkUnit], [ExcludedInput]) {
    var seen: Set<String> = []
    var excluded: [ExcludedInput] = []
    var usable: [BenchmarkUnit] = []
    for unit in units {
      guard seen.insert(unit.name).inserted else {
        throw .repeated(what: "organisation", name: unit.name)
      }
      if !unit.value.isFinite {
        excluded.append(ExcludedInput(unit.name, "has no value"))
      } else if !(unit.volume > 0) || !unit.volume.isFinite {
        excluded.append(ExcludedInput(unit.name, "has no volume above 0"))
      } else {
        usable.append(unit)
      }
    }
    return (usable, excluded)
  }
}

/// The peers of each unit.
private struct Peers {
  struct Group {
    let peers: [PeerDistance]
    let values: [Double]
    let statistics: BenchmarkStatistics
  }

  private let units: [BenchmarkUnit]
  private let method: BenchmarkMethod
  private let values: [String: Double]
  private let space: PeerSpace?
  private var everyone: Group?
  var excluded: [ExcludedInput] { space?.excluded ?? [] }
  var characteristics: [String] { space?.characteristics ?? [] }

  init(_ units: [BenchmarkUnit], _ method: BenchmarkMethod) throws(ProductivityError) {
    self.units = units
    self.method = method
    let values = Dictionary(
      units.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.values = values
    switch method.peers {
    case .everyone: space = nil
    case .nearest(let count, let names):
      guard count > 0 else {
        throw .outOfRange(
          what: "the number of peers", found: Double(count), expected: "1 or more")
      }
      space = try PeerSpace(units, by: names)
    case .named(let names):
      if let stranger = names.first(where: { values[$0] == nil }) {
        throw .unknown(what: "peer", name: stranger)
      }
      space = nil
    }
  }

  /// The peers of a unit; nil when it lacks what they are chosen by.
  mutating func group(of unit: BenchmarkUnit) -> Group? {
    switch method.peers {
    case .everyone:
      if everyone == nil { everyone = group([], units.map(\.value)) }
      return everyone
    case .nearest(let count, _):
      guard let near = space?.nearest(count, to: unit.name) else { return nil }
      return group(near, near.compactMap { values[$0.name] })
    case .named(let names):
      let others = names.filter { $0 != unit.name }
      return group([], others.compactMap { values[$0] })
    }
  }

  private func group(_ peers: [PeerDistance], _ values: [Double]) -> Group? {
    guard let statistics = BenchmarkStatistics(values, method) else { return nil }
    return Group(peers: peers, values: values, statistics: statistics)
  }
}
