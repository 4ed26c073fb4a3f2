// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow

extension ReplicationBundle {
  /// The network of a model as JSON, with names in place of numbers, in a fixed order.
  public static func network(_ model: FlowModel) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(NetworkFile(model)) else { return "{}\n" }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

/// A network as a file has it; parts that are absent are left out.
private struct NetworkFile: Encodable {
  let model: String
  let warmUp: Double
  let length: Double
  let auditTime: Double
  let firstWeekday: Int
  let classes: [Class]
  let units: [UnitFile]
  let arrivals: [Arrivals]
  let journeys: [JourneyFile]
  let census: [Census]

  init(_ model: FlowModel) {
    let network = model.network
    let (units, classes) = (network.units, network.classes)
    self.model = model.id
    warmUp = model.horizon.warmUp
    length = model.horizon.length
    auditTime = model.horizon.auditTime
    firstWeekday = model.horizon.firstWeekday
    self.classes = classes.map(Class.init)
    self.units = units.map { UnitFile($0, classes) }
    arrivals = network.arrivals.map {
      Arrivals(
        id: $0.id, patientClass: classes[$0.patientClass].id, unit: units[$0.unit].id,
        perDay: $0.perDay, hours: $0.profile.hours, weekdays: $0.profile.weekdays,
        days: $0.profile.days)
    }
    journeys = network.journeys.map { JourneyFile($0, units, classes) }
    census = network.census.map {
      Census(
        patientClass: classes[$0.patientClass].id, unit: $0.unit.map { units[$0].id },
        waitingFor: $0.waitingFor.map { units[$0].id }, people: $0.people)
    }
  }

  struct Class: Encodable {
    let id: String
    let name: String
    let priority: Int
    let patience: Stay?
    let balksAtQueue: Int?
    let freeBedsAtMost: Int?
    let rebookedAfter: Double?

    init(_ found: PatientClass) {
      id = found.id
      name = found.name
      priority = found.priority
      patience = found.patience.map(Stay.init)
      balksAtQueue = found.balksAtQueue
      freeBedsAtMost = found.cancellation?.freeBedsAtMost
      rebookedAfter = found.cancellation?.rebookedAfter
    }
  }

  struct Arrivals: Encodable {
    let id: String
    let patientClass: String
    let unit: String
    let perDay: Double
    let hours: [Double]
    let weekdays: [Double]
    let days: [Double]
  }

  struct Census: Encodable {
    let patientClass: String
    let unit: String?
    let waitingFor: String?
    let people: Int
  }

  struct JourneyFile: Encodable {
    let unit: String
    let patientClass: String
    let stay: Stay
    let routes: [RouteFile]

    init(_ journey: Journey, _ units: [FlowUnit], _ classes: [PatientClass]) {
      unit = units[journey.unit].id
      patientClass = classes[journey.patientClass].id
      stay = Stay(journey.stay)
      routes = journey.routes.map { route in
        RouteFile(
          chance: route.chance, unit: route.unit.map { units[$0].id }, name: route.name,
          becomes: route.becomes.map { classes[$0].id }, stay: route.stay.map(Stay.init),
          transition: route.transition.map(Stay.init))
      }
    }
  }

  struct RouteFile: Encodable {
    let chance: Double
    let unit: String?
    let name: String
    let becomes: String?
    let stay: Stay?
    let transition: Stay?
  }
}

/// A time as a file has it.
private struct Stay: Encodable {
  let law: String
  var values: [String: Double] = [:]
  var observed: [Double]?

  init(_ stay: StayTime) {
    switch stay {
    case .fixed(let days):
      law = "fixed"
      values = ["days": days]
    case .exponential(let mean):
      law = "exponential"
      values = ["mean": mean]
    case .lognormal(let location, let scale):
      law = "lognormal"
      values = ["location": location, "scale": scale]
    case .uniform(let low, let high):
      law = "uniform"
      values = ["low": low, "high": high]
    case .weibull(let shape, let scale):
      law = "weibull"
      values = ["shape": shape, "scale": scale]
    case .observed(let times):
      law = "observed"
      observed = times
    }
  }
}

/// A unit as a file has it.
private struct UnitFile: Encodable {
  let id: String
  let name: String
  let kind: String
  let order: String
  let queueLimit: Int?
  let goesElsewhere: Bool
  var groups: [Group] = []
  var visits: Visits?

  init(_ unit: FlowUnit, _ classes: [PatientClass]) {
    id = unit.id
    name = unit.name
    order = unit.order.rawValue
    switch unit.whenFull {
    case .elsewhere: (queueLimit, goesElsewhere) = (nil, true)
    case .wait(let limit): (queueLimit, goesElsewhere) = (limit, false)
    }
    switch unit.kind {
    case .unlimited: kind = "unlimited"
    case .beds(let beds):
      kind = "beds"
      groups = beds.map { group in
        Group(
          id: group.id, classes: group.classes?.map { classes[$0].id },
          calendar: Calendar(group.calendar))
      }
    case .visits(let service):
      kind = "visits"
      visits = Visits(
        calendar: Calendar(service.calendar), firstMean: service.first.mean,
        firstDeviation: service.first.deviation, lastMean: service.last.mean,
        lastDeviation: service.last.deviation, overtaking: service.overtaking)
    }
  }

  struct Group: Encodable {
    let id: String
    let classes: [String]?
    let calendar: Calendar
  }

  struct Visits: Encodable {
    let calendar: Calendar
    let firstMean: Double
    let firstDeviation: Double
    let lastMean: Double
    let lastDeviation: Double
    let overtaking: Bool
  }

  struct Calendar: Encodable {
    let beds: Int
    let weekdays: [Int]?
    let steps: [[String: Double]]
    let escalation: [[String: Double]]

    init(_ calendar: BedCalendar) {
      beds = calendar.beds
      weekdays = calendar.weekdays
      steps = calendar.steps.map { ["day": $0.day, "change": Double($0.change)] }
      escalation = calendar.escalation.map { rule in
        [
          "beds": Double(rule.beds), "opensAtQueue": Double(rule.opensAtQueue),
          "closesAtQueue": Double(rule.closesAtQueue), "notice": rule.notice,
        ]
      }
    }
  }
}
