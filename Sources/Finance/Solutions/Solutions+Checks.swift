// SPDX-License-Identifier: Apache-2.0

/// Checks solutions against the model they would be applied to.
struct SolutionsCheck {
  let solutions: Solutions
  let model: FinanceModel
  var mistakes = MistakeList()

  init(_ solutions: Solutions, for model: FinanceModel) {
    self.solutions = solutions
    self.model = model
  }

  /// Reports every mistake in names, years and numbers; the sizes of claims come after.
  mutating func run() throws(FinanceErrors) {
    for id in solutions.schemes.map(\.id).repeated() { mistakes.report(.duplicateScheme(id)) }
    for id in solutions.pools.map(\.id).repeated() { mistakes.report(.duplicatePool(id)) }
    checkPools()
    for scheme in solutions.schemes { check(scheme) }
    let claims = solutions.claimedGaps
    for year in claims.keys.sorted() {
      let place = Place(.solutions, .claimedGap)
      mistakes.report(.yearOutsideHorizon(year, place), unless: model.years.contains(year))
      mistakes.report(.amountNotFinite(place), unless: claims[year]?.value.isFinite ?? true)
    }
    try mistakes.throwIfAny()
  }

  private mutating func checkPools() {
    var poolOfLine: [LineID: PoolID] = [:]
    for pool in solutions.pools {
      mistakes.report(
        .blankIdentifier(Place(.pool(pool.id), .id)), unless: !pool.id.isBlank)
      switch pool.size {
      case .fixed(let amount):
        mistakes.report(.poolNotPositive(pool.id), unless: amount > 0 && amount.value.isFinite)
      case .lines(let ids):
        mistakes.report(.poolNotPositive(pool.id), unless: !ids.isEmpty)
        for id in ids { check(id, in: pool, &poolOfLine) }
      }
    }
  }

  private mutating func check(
    _ id: LineID, in pool: CostPool, _ poolOfLine: inout [LineID: PoolID]
  ) {
    guard let line = model.lines.first(where: { $0.id == id }) else {
      return mistakes.report(.unknownLine(id, Place(.pool(pool.id), .lines)))
    }
    guard line.flow == .cost(to: .outside) else {
      return mistakes.report(.poolLineIsNotOutsideCost(id, pool.id))
    }
    if let other = poolOfLine[id] { mistakes.report(.lineInTwoPools(id, other, pool.id)) }
    poolOfLine[id] = pool.id
  }

  private mutating func check(_ scheme: Scheme) {
    let record = Place.Record.scheme(scheme.id)
    mistakes.report(.blankIdentifier(Place(record, .id)), unless: !scheme.id.isBlank)
    require(scheme.organisation, Place(record, .organisation))
    checkPool(of: scheme)
    if case .transfer(let receiver) = scheme.effect {
      if receiver == scheme.organisation {
        mistakes.report(.transfersToItself(scheme.id))
      } else {
        require(receiver, Place(record, .effect))
      }
    }
    mistakes.requireZeroOrMore(scheme.delivery.fullYearEffect, Place(record, .fullYearEffect))
    mistakes.requireShare(scheme.confidence, Place(record, .confidence))
    check(scheme.delivery, of: scheme.id)
    check(scheme.investment.recurrent, Place(record, .recurrentInvestment))
    check(scheme.investment.nonRecurrent, Place(record, .nonRecurrentInvestment))
  }

  private mutating func check(_ delivery: Delivery, of scheme: SchemeID) {
    let record = Place.Record.scheme(scheme)
    mistakes.report(.emptyRamp(scheme), unless: !delivery.ramp.isEmpty)
    for share in delivery.ramp { mistakes.requireShare(share, Place(record, .ramp)) }
    mistakes.requireYears(
      [delivery.start.year], within: model.projectedYears, Place(record, .start))
    guard let inflation = delivery.inflation else { return }
    mistakes.requireRates(
      inflation, onlyOf: model.projectedYears, Place(record, .inflation))
  }

  private mutating func check(_ spending: [Year: MillionPounds], _ place: Place) {
    let years = spending.keys.sorted()
    mistakes.requireYears(years, within: model.projectedYears, place)
    for year in years { mistakes.requireZeroOrMore(spending[year] ?? 0, place) }
  }

  private mutating func checkPool(of scheme: Scheme) {
    guard let id = scheme.pool else { return }
    guard let pool = solutions.pools.first(where: { $0.id == id }) else {
      return mistakes.report(.unknownPool(id, Place(.scheme(scheme.id), .pool)))
    }
    guard scheme.effect == .cashReleasing else {
      return mistakes.report(.transferDrawsOnPool(scheme.id, id))
    }
    guard case .lines(let lines) = pool.size else { return }
    let owners = model.lines.filter { lines.contains($0.id) }.map(\.organisation)
    mistakes.report(
      .schemeOutsidePool(scheme.id, id),
      unless: owners.isEmpty || owners.contains(scheme.organisation))
  }

  private mutating func require(_ organisation: OrganisationID, _ place: Place) {
    mistakes.report(
      .unknownOrganisation(organisation, place),
      unless: model.organisations.contains { $0.id == organisation })
  }
}
