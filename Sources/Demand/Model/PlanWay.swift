// SPDX-License-Identifier: Apache-2.0

/// One way that the people of a stratum take through the mitigators, and where it ends.
struct PlanWay {
  /// An amount on the way: which base it is of, and the steps so far.
  struct Amount {
    /// What the base counts.
    let source: DemandQuantity
    var steps: [PlanStep]
  }

  /// The service in which it ends.
  let service: Int
  /// Its activity, or nothing.
  var activity: Amount?
  /// Its bed days, or nothing.
  var bedDays: Amount?

  /// What stays when a mitigator has done its work.
  mutating func leave(_ mitigator: Int, _ kind: Mitigator.Kind) {
    let step = PlanStep(mitigator: mitigator, isMoved: false, inBedDays: false)
    bedDays?.steps.append(step)
    if kind != .lengthOfStay { activity?.steps.append(step) }
  }

  /// What a mitigator brings to its destination.
  func moved(_ mitigator: Int, _ kind: Mitigator.Kind, to service: Int, withBedDays: Bool)
    -> PlanWay
  {
    let units = PlanStep(mitigator: mitigator, isMoved: true, inBedDays: false)
    let days = PlanStep(mitigator: mitigator, isMoved: true, inBedDays: true)
    let source = kind == .lengthOfStay ? bedDays : activity
    let followed = withBedDays && (kind == .move || kind == .lengthOfStay) ? bedDays : nil
    return PlanWay(
      service: service,
      activity: source.map { Amount(source: $0.source, steps: $0.steps + [units]) },
      bedDays: followed.map { Amount(source: $0.source, steps: $0.steps + [days]) })
  }
}

/// The mitigators of a plan with their destinations as positions.
struct PlanOrder {
  /// The most ways of one stratum.
  static let wayLimit = 4096

  let mitigators: [Mitigator]
  let services: [ServiceLine]
  let destinations: [Int?]

  init(_ inputs: DemandInputs) {
    mitigators = inputs.mitigators
    services = inputs.services
    let places = Dictionary(
      inputs.services.indices.map { (inputs.services[$0].id, $0) }, uniquingKeysWith: { $1 })
    destinations = inputs.mitigators.map { $0.toService.flatMap { places[$0] } }
  }

  /// Whether a mitigator is about a service, whatever its people.
  func isAbout(_ mitigator: Int, _ service: Int) -> Bool {
    service != destinations[mitigator] && mitigators[mitigator].scope.matches(services[service])
  }

  /// Whether bed days follow what a mitigator takes.
  func takesBedDays(_ mitigator: Int) -> Bool {
    guard let destination = destinations[mitigator] else { return false }
    if let stated = mitigators[mitigator].bedDaysPerBedDay { return stated > 0 }
    return services[destination].kind.usesBeds
  }

  /// Every service that activity of one can get to, itself among them.
  func reachable(from service: Int) -> Set<Int> {
    var found: Set<Int> = [service]
    var open = [service]
    while let place = open.popLast() {
      for mitigator in mitigators.indices where isAbout(mitigator, place) {
        guard let next = destinations[mitigator], found.insert(next).inserted else { continue }
        open.append(next)
      }
    }
    return found
  }

  /// Every way of activity that starts in a service, through the mitigators about its people; nil
  /// where there are too many to follow.
  func ways(from service: Int, about people: (Int) -> Bool) -> [PlanWay]? {
    var ways = [
      PlanWay(
        service: service, activity: .init(source: .activity, steps: []),
        bedDays: .init(source: .bedDays, steps: []))
    ]
    for mitigator in mitigators.indices where people(mitigator) {
      for index in ways.indices where isAbout(mitigator, ways[index].service) {
        if let destination = destinations[mitigator] {
          ways.append(
            ways[index].moved(
              mitigator, mitigators[mitigator].kind, to: destination,
              withBedDays: takesBedDays(mitigator)))
        }
        ways[index].leave(mitigator, mitigators[mitigator].kind)
      }
      guard ways.count <= Self.wayLimit else { return nil }
    }
    return ways
  }
}
