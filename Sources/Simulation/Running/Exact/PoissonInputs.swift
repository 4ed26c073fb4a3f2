// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// To which units people come as a Poisson process.
///
/// What comes from outside at an even rate does. What leaves a unit without a limit does too, whatever
/// the stays (Mirasol 1963, "The output of an M/G/∞ queuing system is Poisson"), and so does what leaves
/// beds with one unlimited queue and exponential stays (Burke 1956, "The output of a queuing system").
/// Nothing is said of a network in which people come round again.
struct PoissonInputs {
  private let network: FlowNetwork
  private let traffic: FlowTraffic
  private var known: [Bool?]

  init(_ network: FlowNetwork, _ traffic: FlowTraffic) {
    self.network = network
    self.traffic = traffic
    known = Array(repeating: nil, count: network.units.count)
  }

  mutating func isPoisson(_ unit: Int) -> Bool {
    if let known = known[unit] { return known }
    // Whoever is met again on the way comes round.
    known[unit] = false
    let streams = network.arrivals.filter { $0.unit == unit && $0.perDay > 0 }
    var found = streams.allSatisfy { stream in
      stream.profile.isEven && network.classes[stream.patientClass].isPatient
    }
    for feeder in feeders(unit) where found {
      found = isPoisson(feeder) && sendsPoisson(feeder, to: unit)
    }
    known[unit] = found
    return found
  }

  /// A unit and all from which people come to it.
  func ancestors(_ unit: Int) -> [Int] {
    var found = [unit]
    var next = 0
    while next < found.count {
      found += feeders(found[next]).filter { !found.contains($0) }
      next += 1
    }
    return found
  }

  private func feeders(_ unit: Int) -> [Int] {
    network.units.indices.filter { from in
      traffic.journeys(from).contains { place in
        traffic.rates[place] > 0
          && network.journeys[place].routes.contains { $0.unit == unit && $0.chance > 0 }
      }
    }
  }

  private func sendsPoisson(_ from: Int, to unit: Int) -> Bool {
    if network.units[from].isUnlimited {
      // Whoever comes from another unit is never turned away, so the formulas for limits do not hold.
      return network.units[unit].isUnlimited || network.units[unit].whenFull == .wait(limit: nil)
    }
    return network.units[unit].isUnlimited && network.units[from].whenFull == .wait(limit: nil)
      && network.units[from].pooledBeds != nil && traffic.commonExponential(from) != nil
      && traffic.sendsOnFreely(from)
  }
}
