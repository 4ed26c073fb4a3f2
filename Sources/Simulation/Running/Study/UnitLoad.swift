// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow

/// How full a unit is by its numbers alone, before anything is simulated.
public struct UnitLoad: Hashable, Sendable, Codable {
  /// The id of the unit.
  public let unit: String
  /// Its name.
  public let name: String
  /// People a day who come, from outside and from other units.
  public let arrivalsPerDay: Double
  /// Beds that would be in use on average if nobody were turned away or held up; visits a day for
  /// visits at home.
  public let offered: Double
  /// The same over the beds that there are, at the tightest set of classes; nil without a limit.
  public let load: Double?
  /// People a day by whom the queue for it grows; 0 when it does not.
  public let growth: Double
  /// The share of the effect of the start that is left in the means of the counted run.
  public let startLeft: Double
  /// Days of warm-up after which a twentieth of it is left; nil when that never happens.
  public let warmUpNeeded: Double?
  /// Whether people come to it from units with beds, which they keep while they wait.
  public let isFedByBeds: Bool

  /// The loads of the units of a model, in their order.
  public static func all(_ model: FlowModel) -> [UnitLoad] {
    all(model, FlowTraffic(model.network, model.horizon))
  }

  static func all(_ model: FlowModel, _ traffic: FlowTraffic) -> [UnitLoad] {
    let firm = traffic.firmRates
    let chain = ChainAnswer(model, traffic)
    return model.network.units.indices.map { UnitLoad(model, traffic, firm, chain, $0) }
  }

  private init(
    _ model: FlowModel, _ traffic: FlowTraffic, _ firm: [Double], _ chain: ChainAnswer?,
    _ place: Int
  ) {
    let unit = model.network.units[place]
    self.unit = unit.id
    name = unit.name
    arrivalsPerDay = traffic.arrivals(place)
    let pressure = traffic.pressure(place)
    let isVisits = if case .visits = unit.kind { true } else { false }
    offered =
      isVisits
      ? (pressure.map { $0.load * $0.capacity } ?? 0) : traffic.offeredBeds(place)
    // Blocking takes beds away that the sum of stays does not know of.
    let blocked = chain.flatMap { $0.acute == place ? $0.load : nil }
    load = pressure.map { max($0.load, blocked ?? 0) }
    growth = traffic.pressure(place, rates: firm)?.excess ?? 0
    let relaxation = Self.relaxation(traffic, place, load ?? 0, Int(pressure?.capacity ?? 1))
    let isIdle = arrivalsPerDay == 0
    startLeft =
      isIdle
      ? 0
      : relaxation.startLeft(warmUp: model.horizon.warmUp, length: model.horizon.length)
    warmUpNeeded =
      isIdle ? 0 : relaxation.warmUpNeeded.isFinite ? relaxation.warmUpNeeded : nil
    isFedByBeds = model.network.journeys.contains { journey in
      guard !model.network.units[journey.unit].isUnlimited else { return false }
      return journey.routes.contains { $0.unit == place && $0.chance > 0 }
    }
  }

  /// How long a unit remembers, with what keeps its queue short taken into account.
  private static func relaxation(
    _ traffic: FlowTraffic, _ place: Int, _ load: Double, _ beds: Int
  ) -> Relaxation {
    let unit = traffic.network.units[place]
    let time = traffic.bedTime(place)
    let variation = time.mean > 0 ? time.variance / (time.mean * time.mean) : 1
    let classes = traffic.journeys(place).filter { traffic.rates[$0] > 0 }.map {
      traffic.network.classes[traffic.network.journeys[$0].patientClass]
    }
    // Where everybody gives up in the end, a queue forgets no later than they do.
    let patience = classes.map { $0.patience.map { StayMoments($0).mean } }
    if !unit.isUnlimited, !patience.isEmpty, patience.allSatisfy({ $0 != nil }) {
      let longest = patience.compactMap(\.self).max() ?? 0
      return Relaxation(
        load: 0, servers: nil, meanStay: max(time.mean, longest), squaredVariation: variation)
    }
    var limit: Int?
    switch unit.whenFull {
    case .elsewhere: limit = 0
    case .wait(let places): limit = places
    }
    let balks = classes.map(\.balksAtQueue)
    if limit == nil, !balks.isEmpty, balks.allSatisfy({ $0 != nil }) {
      limit = balks.compactMap(\.self).max()
    }
    return Relaxation(
      load: load, servers: unit.isUnlimited ? nil : max(1, beds), meanStay: time.mean,
      squaredVariation: variation, queueLimit: limit)
  }
}
