// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

/// How many people a day the rates of a network send along each way, when nobody is lost.
///
/// Arrivals and routes settle this without a simulation (the traffic equations of Jackson, 1957):
/// what comes into a unit is what comes from outside and the shares of what leaves the others.
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

  /// Works the ways of a network out.
  public init(_ network: FlowNetwork) {
    let outside = Self.outside(network)
    let through = Self.through(network, outside)
    var sums: [Pair: Double] = [:]
    for (key, perDay) in outside { sums[Pair(from: nil, to: key.unit), default: 0] += perDay }
    for journey in network.journeys {
      let perDay = through[Key(unit: journey.unit, patientClass: journey.patientClass)] ?? 0
      for route in journey.routes {
        sums[Pair(from: journey.unit, to: route.unit), default: 0] += perDay * route.chance
      }
    }
    all = sums.filter { $0.value > 0 }.map { pair, perDay in
      Way(from: pair.from, to: pair.to, perDay: perDay)
    }.sorted { one, other in
      (one.from ?? -1, one.to ?? Int.max) < (other.from ?? -1, other.to ?? Int.max)
    }
  }

  private struct Key: Hashable {
    let unit: Int
    let patientClass: Int
  }

  private struct Pair: Hashable {
    let from: Int?
    let to: Int?
  }

  private static func outside(_ network: FlowNetwork) -> [Key: Double] {
    var rates: [Key: Double] = [:]
    for stream in network.arrivals {
      let profile = stream.profile
      let factor = mean(profile.hours) * mean(profile.weekdays) * mean(profile.days)
      rates[Key(unit: stream.unit, patientClass: stream.patientClass), default: 0] +=
        stream.perDay * factor
    }
    return rates
  }

  private static func mean(_ factors: [Double]) -> Double {
    factors.isEmpty ? 1 : factors.reduce(0, +) / Double(factors.count)
  }

  /// Passes what comes on from unit to unit until hardly anything is left to pass on.
  private static func through(_ network: FlowNetwork, _ outside: [Key: Double]) -> [Key: Double] {
    var sums = outside
    var moving = outside
    for _ in 0..<1_000 where moving.values.contains(where: { $0 > 1e-9 }) {
      var next: [Key: Double] = [:]
      for journey in network.journeys {
        let key = Key(unit: journey.unit, patientClass: journey.patientClass)
        guard let perDay = moving[key], perDay > 0 else { continue }
        for route in journey.routes {
          guard let unit = route.unit else { continue }
          let patientClass = route.becomes ?? journey.patientClass
          next[Key(unit: unit, patientClass: patientClass), default: 0] += perDay * route.chance
        }
      }
      for (key, perDay) in next { sums[key, default: 0] += perDay }
      moving = next
    }
    return sums
  }
}
