// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Queueing

/// The exact answers that exist for a model, from `Queueing`.
///
/// Each is about the long run, so a model with a known end has none, and none is given for a unit
/// that still remembers its start.
struct ExactAnswers {
  /// One answer.
  struct Answer {
    let unit: Int
    let quantity: FlowMeasure.Quantity
    let value: Double
    let method: String
  }

  /// The share of the start's effect up to which an exact answer is compared with.
  static let mostStartLeft = 0.001

  private(set) var all: [Answer] = []
  /// For each unit, whether people come to it as a Poisson process.
  let poisson: [Bool]

  let model: FlowModel
  let traffic: FlowTraffic

  init(_ model: FlowModel, _ traffic: FlowTraffic, _ loads: [UnitLoad]) {
    self.model = model
    self.traffic = traffic
    var inputs = PoissonInputs(model.network, traffic)
    let isLongRun = model.kind == .steady
    poisson = model.network.units.indices.map { inputs.isPoisson($0) && isLongRun }
    guard isLongRun else { return }
    let chain = ChainAnswer(model, traffic)
    for unit in model.network.units.indices {
      guard loads.allSatisfy({ $0.growth == 0 }), loads[unit].arrivalsPerDay > 0,
        inputs.ancestors(unit).allSatisfy({ loads[$0].startLeft <= Self.mostStartLeft })
      else { continue }
      if let chain, let found = chain.answers(unit) {
        all += found
      } else if poisson[unit] {
        addUnit(unit)
      }
    }
  }

  private mutating func addUnit(_ unit: Int) {
    let whenFull = model.network.units[unit].whenFull
    if model.network.units[unit].isUnlimited {
      addUnlimited(unit)
    } else if traffic.sendsOnFreely(unit), let beds = model.network.units[unit].pooledBeds {
      switch whenFull {
      case .elsewhere, .wait(limit: 0): addLoss(unit, beds)
      case .wait(limit: nil): addQueue(unit, beds)
      case .wait(let limit): addLimitedQueue(unit, beds, limit ?? 0)
      }
    }
  }

  private mutating func add(
    _ unit: Int, _ method: String, _ values: [(FlowMeasure.Quantity, Double)]
  ) {
    for (quantity, value) in values {
      all.append(Answer(unit: unit, quantity: quantity, value: value, method: method))
    }
  }

  private mutating func addUnlimited(_ unit: Int) {
    // Where people wait in it for another unit, more are in it than its own times make.
    guard traffic.sendsOnFreely(unit) else { return }
    let method = "unlimited beds: a Poisson number, traffic times mean stay"
    add(
      unit, method,
      [
        (.occupied, traffic.offeredBeds(unit)), (.needed, traffic.offeredCare(unit)),
        (.auditOccupied, traffic.offeredBeds(unit)), (.admissions, traffic.arrivals(unit)),
      ])
  }

  private mutating func addQueue(_ unit: Int, _ beds: Int) {
    guard let mean = traffic.commonExponential(unit),
      let queue = try? MMcQueue(
        arrivalRate: traffic.arrivals(unit), serviceRate: 1 / mean, servers: beds)
    else { return }
    let method = "M/M/c: Erlang's delay formula"
    add(unit, method, [(.occupied, queue.load), (.foundFull, queue.probabilityOfWaiting)])
    let share = traffic.outside[unit] / traffic.arrivals(unit)
    guard model.network.units[unit].order == .firstCome || share == 1 || share == 0 else { return }
    if share > 0 { add(unit, method, [(.queue, queue.meanQueue * share)]) }
    if share < 1 { add(unit, method, [(.waitingElsewhere, queue.meanQueue * (1 - share))]) }
    add(unit, method, [(.wait, queue.meanWait)])
  }

  private mutating func addLoss(_ unit: Int, _ beds: Int) {
    let load = traffic.offeredBeds(unit)
    guard let lost = try? ErlangB.blocking(load: load, servers: beds) else { return }
    add(
      unit, "M/G/c/c: Erlang's loss formula",
      [
        (.occupied, load * (1 - lost)), (.foundFull, lost),
        (.turnedAway, traffic.arrivals(unit) * lost),
      ])
  }

  private mutating func addLimitedQueue(_ unit: Int, _ beds: Int, _ limit: Int) {
    let rate = traffic.arrivals(unit)
    guard let mean = traffic.commonExponential(unit),
      let queue = try? MMcKQueue(
        arrivalRate: rate, serviceRate: 1 / mean, servers: beds, places: beds + limit)
    else { return }
    let lost = queue.probabilityOfLoss
    add(
      unit, "M/M/c/K: a queue with a limit",
      [
        (.occupied, rate * mean * (1 - lost)),
        (.foundFull, lost + (1 - lost) * queue.probabilityOfWaiting),
        (.queue, queue.meanQueue), (.wait, queue.meanWait), (.turnedAway, rate * lost),
      ])
  }
}

extension FlowTraffic {
  /// Whether everybody who leaves a unit finds room at once.
  func sendsOnFreely(_ unit: Int) -> Bool {
    journeys(unit).allSatisfy { place in
      network.journeys[place].routes.allSatisfy { route in
        route.chance == 0 || route.unit.map { network.units[$0].isUnlimited } ?? true
      }
    }
  }

  /// The mean of the stay when it is exponential and the same for all who come.
  func commonExponential(_ unit: Int) -> Double? {
    var found: Double?
    for place in journeys(unit) where rates[place] > 0 {
      guard let mean = network.journeys[place].exponentialMean, found == nil || found == mean else {
        return nil
      }
      found = mean
    }
    return found
  }
}
