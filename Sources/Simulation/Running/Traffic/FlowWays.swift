// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

/// How many people a day the rates of a network send along each way: the traffic equations, in which
/// a unit that cannot keep up sends on only what it completes.
public struct FlowWays: Sendable {
  /// A way from a unit, or from outside, to a unit, or out.
  public struct Way: Hashable, Sendable {
    /// The unit left, by its place; nil for people from outside.
    public let from: Int?
    /// The unit gone to, by its place; nil for people who leave.
    public let to: Int?
    /// How many a day.
    public let perDay: Double
  }

  /// The ways that are taken, in the order of the units.
  public let all: [Way]

  /// Works the ways of a network out, for the days that are counted.
  public init(_ network: FlowNetwork, _ horizon: FlowHorizon) {
    let traffic = FlowTraffic(network, horizon)
    var sums: [Ends: Double] = [:]
    for (unit, perDay) in traffic.outside.enumerated() {
      sums[Ends(from: nil, to: unit), default: 0] += perDay
    }
    for (journey, perDay) in zip(network.journeys, traffic.rates) {
      for route in journey.routes {
        sums[Ends(from: journey.unit, to: route.unit), default: 0] +=
          perDay * route.chance * traffic.completed[journey.unit]
      }
    }
    all = sums.filter { $0.value > 0 }.map { ends, perDay in
      Way(from: ends.from, to: ends.to, perDay: perDay)
    }.sorted { one, other in
      (one.from ?? -1, one.to ?? Int.max) < (other.from ?? -1, other.to ?? Int.max)
    }
  }

  private struct Ends: Hashable {
    let from: Int?
    let to: Int?
  }
}
