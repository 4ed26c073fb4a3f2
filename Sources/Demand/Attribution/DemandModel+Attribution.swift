// SPDX-License-Identifier: Apache-2.0

import Sampling

extension DemandModel {
  /// Shares the change of every measure, from the base year to a year of a run, out among factors.
  ///
  /// - Parameters:
  ///   - values: The run's draws of the uncertain inputs, in their order.
  ///   - variant: The position of its population variant.
  ///   - year: The year to which measures change.
  ///   - future: Do nothing or with the plan. The shares of mitigators in do nothing are 0.
  ///   - method: How the change is shared out.
  ///   - services: The services asked about; nil means all. The rest stay at 0.
  /// - Returns: Shares, interaction, and the amounts at both ends, by measure.
  /// - Throws: `DemandError` as `run(values:variant:)`, and where there is no such year or an order
  ///   does not name each factor once.
  public func attribution(
    values: [Double], variant: Int = 0, year: Int, _ future: DemandCase = .withPlan,
    method: AttributionMethod = .shapley, services: [Int]? = nil
  ) throws(DemandError) -> DemandAttribution {
    try check(values, variant)
    let index = try yearIndex(year)
    if case .ordered(let order) = method { try check(order) }
    var growth = [Double](repeating: 0, count: inputs.growth.count * yearCount)
    var taken = [Double](repeating: 0, count: inputs.mitigators.count * yearCount)
    fillFactors(values, &growth, &taken)
    let reader = TermReader(
      model: self, places: FactorPlaces(factors, growthCount: inputs.growth.count),
      variant: variant, year: index, growth: growth, taken: taken)
    var found = DemandAttribution(factors, year: year, future, serviceCount: serviceCount)
    for product in future == .doNothing ? doNothing : withPlan {
      if let services, !services.contains(product.measure % serviceCount) { continue }
      guard let terms = reader.terms(of: product) else { continue }
      found.add(terms, measure: product.measure, method)
    }
    return found
  }

  /// The position of a year.
  func yearIndex(_ year: Int) throws(DemandError) -> Int {
    guard year >= inputs.baseYear, year <= inputs.lastYear else {
      throw DemandError([
        .unknown("the year \(year)", expected: "\(inputs.baseYear) to \(inputs.lastYear)")
      ])
    }
    return year - inputs.baseYear
  }

  private func check(_ order: [DemandFactor]) throws(DemandError) {
    let counts = Dictionary(order.map { ($0, 1) }, uniquingKeysWith: +)
    let missing = factors.filter { counts[$0] != 1 }
    guard missing.isEmpty, order.count == factors.count else {
      throw DemandError([
        DemandProblem(
          .question, "the order of factors", .incompleteOrder,
          found: missing.isEmpty
            ? "factors that the model does not have"
            : "\(missing.map(name).joined(separator: ", ")) missing or twice",
          expected: "each factor of the model once",
          advice: "Begin from the model's own list of factors.")
      ])
    }
  }

  /// The name of a factor: the id of its element, or its plain name.
  public func name(_ factor: DemandFactor) -> String {
    switch factor {
    case .population: "population"
    case .births: "births"
    case .newServices: "new services"
    case .growth(let index):
      inputs.growth.indices.contains(index) ? inputs.growth[index].id : "growth \(index)"
    case .mitigator(let index):
      inputs.mitigators.indices.contains(index)
        ? inputs.mitigators[index].id : "mitigator \(index)"
    }
  }
}

extension DemandAttribution {
  /// Adds one product of a measure.
  mutating func add(_ terms: ProductTerms, measure: Int, _ method: AttributionMethod) {
    let start = measure * factors.count
    let base = terms.value { _ in false }
    let whole = terms.value { _ in true }
    baseline[measure] += base
    projected[measure] += whole
    switch method {
    case .shapley: terms.addShapley(Self.rule(terms.count), to: &shares, at: start)
    case .ordered(let order): addOrdered(terms, order, start, base)
    case .alone:
      var rest = whole - base
      for place in terms.places {
        let alone = terms.value { $0 == place } - base
        shares[start + place] += alone
        rest -= alone
      }
      interaction[measure] += rest
    }
  }

  private mutating func addOrdered(
    _ terms: ProductTerms, _ order: [DemandFactor], _ start: Int, _ base: Double
  ) {
    let used = Set(terms.places)
    var present: Set<Int> = []
    var before = base
    for factor in order {
      guard let place = factors.firstIndex(of: factor), used.contains(place) else { continue }
      present.insert(place)
      let value = terms.value { present.contains($0) }
      shares[start + place] += value - before
      before = value
    }
  }

  /// The rule that is exact for a product of some factors.
  private static func rule(_ factorCount: Int) -> GaussLegendre {
    let nodes = max((factorCount + 1) / 2, 1)
    return nodes < rules.count ? rules[nodes] : GaussLegendre(nodes)
  }

  /// Rules by number of nodes; the first is never used.
  private static let rules: [GaussLegendre] = (0...32).map { GaussLegendre(max($0, 1)) }
}

extension ProductTerms {
  /// The places of its factors, each once.
  var places: [Int] { [need, health].filter { $0 >= 0 } + terms.map(\.place) }
}
