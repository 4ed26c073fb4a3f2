// SPDX-License-Identifier: Apache-2.0

/// A model while it is being made: the strata of each service, summed into products.
struct ModelDraft {
  let inputs: DemandInputs
  let plan: PlanOrder
  let tables: [PeopleTable]
  let years: Int
  private(set) var doNothing = ProductAssembly()
  private(set) var withPlan = ProductAssembly()
  private(set) var growthTree = FactorTree()
  private(set) var planTree = FactorTree()
  private(set) var bases: [Double] = []

  /// Prepares the tables of inputs that have been checked.
  init(_ inputs: DemandInputs) {
    self.inputs = inputs
    plan = PlanOrder(inputs)
    years = inputs.lastYear - inputs.baseYear + 1
    let sexes = inputs.sexes
    let lastAge = inputs.lastAge
    let (base, years) = (inputs.baseYear, years)
    tables = inputs.variants.map {
      PeopleTable($0, sexes: sexes, lastAge: lastAge, baseYear: base, years: years)
    }
  }

  /// The people of a service who share all their factors.
  private struct Stratum {
    let growth: [Int]
    let people: Set<Int>
    var groups: [Int]
  }

  /// Adds every service.
  ///
  /// - Throws: where activity can take more ways through the mitigators than are followed.
  mutating func addServices() throws(DemandError) {
    for service in inputs.services.indices where !inputs.services[service].cells.isEmpty {
      let spreads = tables.map { CellSpread(inputs.services[service], $0) }
      for stratum in strata(service, spreads) { try add(stratum, service, spreads) }
    }
  }

  /// Groups of people by the factors that are about them, in order of age.
  private func strata(_ service: Int, _ spreads: [CellSpread]) -> [Stratum] {
    guard let table = tables.first else { return [] }
    let growth = inputs.growth.indices.filter {
      inputs.growth[$0].scope.matches(inputs.services[service])
    }
    let reachable = plan.reachable(from: service)
    let mitigators = inputs.mitigators.indices.filter { mitigator in
      reachable.contains { plan.isAbout(mitigator, $0) }
    }
    var strata: [Stratum] = []
    var places: [[Int]: Int] = [:]
    for group in 0..<table.groupCount where spreads.contains(where: { $0.covered[group] }) {
      let (sex, age) = (table.sex(of: group), table.age(of: group))
      let grown = growth.filter { inputs.growth[$0].isAbout(sex, age) }
      let people = mitigators.filter { inputs.mitigators[$0].scope.matches(sex, age) }
      let key = grown + [-1] + people
      if let place = places[key] {
        strata[place].groups.append(group)
      } else {
        places[key] = strata.count
        strata.append(Stratum(growth: grown, people: Set(people), groups: [group]))
      }
    }
    return strata
  }

  private mutating func add(_ stratum: Stratum, _ service: Int, _ spreads: [CellSpread])
    throws(DemandError)
  {
    guard let ways = plan.ways(from: service, about: stratum.people.contains) else {
      throw DemandError([.tooManyWays(service, inputs.services[service].id)])
    }
    let health = stratum.growth.first { inputs.growth[$0].kind == .healthStatus }
    let base = StratumBase(
      stratum.groups, inputs.services[service], spreads: spreads, tables: tables, years: years,
      isAdjusted: health != nil)
    let start = PlanWay(
      service: service, activity: .init(source: .activity, steps: []),
      bedDays: .init(source: .bedDays, steps: []))
    for (way, isPlan) in [(start, false)] + ways.map({ ($0, true) }) {
      for (quantity, amount) in [
        (DemandQuantity.activity, way.activity), (DemandQuantity.bedDays, way.bedDays),
      ] {
        guard let amount else { continue }
        let key = ProductAssembly.Key(
          measure: quantity.rawValue * inputs.services.count + way.service, source: amount.source,
          need: inputs.services[service].growsWith,
          opens: inputs.services[service].starts.map { max(0, $0 - inputs.baseYear) } ?? -1,
          health: health ?? -1, growth: stratum.growth.filter { $0 != health },
          steps: amount.steps)
        if isPlan { withPlan.add(key, base) } else { doNothing.add(key, base) }
      }
    }
  }

  /// By mitigator: units and bed days of the destination for each that leaves.
  var moves: [(units: Double, bedDays: Double)] {
    inputs.mitigators.indices.map { index in
      let mitigator = inputs.mitigators[index]
      let follows = plan.takesBedDays(index) ? mitigator.bedDaysPerBedDay ?? 1 : 0
      return (mitigator.unitsPerUnit, follows)
    }
  }

  /// The finished products of a case, by measure; their bases go to the end of the bases.
  mutating func products(_ future: DemandCase) -> [DemandProduct] {
    let assembly = future == .doNothing ? doNothing : withPlan
    let order = assembly.keys.indices.sorted {
      (assembly.keys[$0].measure, $0) < (assembly.keys[$1].measure, $1)
    }
    return order.map { index in
      let key = assembly.keys[index]
      let knots = key.health < 0 ? 1 : HealthStatus.knots
      let start = bases.count
      bases += closed(assembly.bases[index], key.opens, knots)
      return DemandProduct(
        measure: key.measure, base: start, knots: knots, health: key.health, need: key.need,
        opens: key.opens, growth: key.growth, steps: key.steps,
        growthNode: growthTree.node(key.growth), planNode: planTree.node(key.steps.map(\.code)),
        eventSize: eventSize(key, assembly.bases[index], assembly.squares[index], knots))
    }
  }

  /// A base without the years before its service opens.
  private func closed(_ base: [Double], _ opens: Int, _ knots: Int) -> [Double] {
    guard opens > 0 else { return base }
    var base = base
    let stride = (1 + years) * knots
    for variant in tables.indices {
      for index in 0..<min(opens, years) * knots { base[variant * stride + knots + index] = 0 }
    }
    return base
  }

  /// How much of a measure one event of chance brings: the mean stay, weighted by stays, where bed
  /// days are counted, times the units for each unit moved.
  private func eventSize(
    _ key: ProductAssembly.Key, _ base: [Double], _ squares: Double, _ knots: Int
  ) -> Double {
    let total = base[knots == 1 ? 0 : Int(HealthStatus.limit)]
    let stay = key.source == .activity || total == 0 ? 1 : squares / total
    return key.steps.reduce(stay) { size, step in
      guard step.isMoved else { return size }
      let move = moves[step.mitigator]
      return size * (step.inBedDays ? move.bedDays : move.units)
    }
  }
}
