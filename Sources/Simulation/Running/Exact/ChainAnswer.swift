// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Queueing

/// Acute beds that are kept by people who wait for the community, when a model is just that: two units
/// with beds, one class, exponential stays and a limit of the queue.
struct ChainAnswer {
  /// The place of the acute unit.
  let acute: Int
  /// The place of the community unit.
  let community: Int
  /// Arrivals over the most that both units can clear together.
  let load: Double

  private let chain: BlockingChain
  private let arrivals: Double

  /// Multiplications up to which the chain is solved beside a simulation: about a second of them.
  private static let mostWork = 1e9

  init?(_ model: FlowModel, _ traffic: FlowTraffic) {
    let network = model.network
    let limited = network.units.indices.filter { !network.units[$0].isUnlimited }
    guard model.kind == .steady, limited.count == 2,
      let first = limited.first(where: { traffic.outside[$0] > 0 }),
      let second = limited.first(where: { $0 != first }), traffic.outside[second] == 0,
      let inputs = Self.inputs(network, traffic, first, second), Self.work(inputs) <= Self.mostWork,
      let chain = try? BlockingChain(inputs, overload: .turnAway)
    else { return nil }
    acute = first
    community = second
    self.chain = chain
    arrivals = inputs.arrivalRate
    load = inputs.arrivalRate / chain.capacity
  }

  /// The exact answers for a unit; nil when it is neither of the two.
  func answers(_ unit: Int) -> [ExactAnswers.Answer]? {
    let values: [(FlowMeasure.Quantity, Double)]
    switch unit {
    case acute:
      values = [
        (.occupied, chain.acuteOccupied), (.needed, chain.acuteActive), (.blocked, chain.blocked),
        (.queue, chain.meanQueue), (.wait, chain.meanWait),
        (.foundFull, chain.probabilityOfWaiting),
        (.turnedAway, arrivals * chain.probabilityOfLoss),
      ]
    case community:
      values = [(.occupied, chain.communityOccupied), (.waitingElsewhere, chain.blocked)]
    default: return nil
    }
    return values.map {
      ExactAnswers.Answer(
        unit: unit, quantity: $0, value: $1,
        method: "blocking after service, solved as a Markov chain")
    }
  }

  private static func inputs(
    _ network: FlowNetwork, _ traffic: FlowTraffic, _ first: Int, _ second: Int
  ) -> BlockingChain.Inputs? {
    let places = (traffic.journeys(first), traffic.journeys(second))
    guard places.0.count == 1, places.1.count == 1,
      case .wait(let limit?) = network.units[first].whenFull,
      let acuteBeds = network.units[first].pooledBeds,
      let communityBeds = network.units[second].pooledBeds,
      let acuteStay = traffic.commonExponential(first),
      let communityStay = traffic.commonExponential(second), traffic.sendsOnFreely(second),
      network.units[second].order == .firstCome
    else { return nil }
    let journey = network.journeys[places.0[0]]
    let isPlain = network.arrivals.allSatisfy { stream in
      stream.unit == first && stream.profile.isEven
        && network.classes[stream.patientClass].isPatient
    }
    let isFedAlone = network.journeys.allSatisfy { other in
      other.unit == first
        || other.routes.allSatisfy { $0.chance == 0 || ($0.unit != first && $0.unit != second) }
    }
    let share = journey.routes.reduce(0) { $1.unit == second ? $0 + $1.chance : $0 }
    guard isPlain, isFedAlone, share > 0,
      journey.routes.allSatisfy({ $0.unit != first || $0.chance == 0 })
    else { return nil }
    return BlockingChain.Inputs(
      arrivalRate: traffic.outside[first], acuteStay: acuteStay, acuteBeds: acuteBeds,
      communityShare: min(share, 1), communityStay: communityStay, communityBeds: communityBeds,
      queueLimit: limit)
  }

  private static func work(_ inputs: BlockingChain.Inputs) -> Double {
    let width = Double(inputs.acuteBeds + inputs.communityBeds + 1)
    return Double(inputs.acuteBeds + inputs.queueLimit + 1) * width * width * width
  }
}
