// SPDX-License-Identifier: Apache-2.0

/// Reads the products of a model in one year of one run, factor by factor.
struct TermReader {
  let model: DemandModel
  let places: FactorPlaces
  let variant: Int
  /// The year, counted from the base year.
  let year: Int
  /// By growth factor and year, as the model fills it.
  let growth: [Double]
  /// By mitigator and year, as the model fills it.
  let taken: [Double]

  /// The factors of a product; nil where its service has not opened yet.
  func terms(of product: DemandProduct) -> ProductTerms? {
    guard product.opens <= year else { return nil }
    var terms: [ProductTerms.Term] = []
    terms.reserveCapacity(product.growth.count + product.steps.count + 1)
    if product.opens >= 0 { terms.append(.init(place: places.newServices, absent: 0, present: 1)) }
    for factor in product.growth {
      terms.append(
        .init(
          place: places.firstGrowth + factor, absent: 1,
          present: growth[factor * model.yearCount + year]))
    }
    for step in product.steps {
      let share = taken[step.mitigator * model.yearCount + year]
      let move = model.moves[step.mitigator]
      terms.append(
        .init(
          place: places.firstMitigator + step.mitigator, absent: step.isMoved ? 0 : 1,
          present: step.isMoved ? share * (step.inBedDays ? move.bedDays : move.units) : 1 - share))
    }
    return ProductTerms(
      need: places.need(product.need),
      health: product.health < 0 ? -1 : places.firstGrowth + product.health,
      corners: corners(of: product), terms: terms)
  }

  /// The base without and with growth of need, and without and with health status.
  private func corners(of product: DemandProduct)
    -> (none: Double, need: Double, health: Double, both: Double)
  {
    let start = product.base + variant * (1 + model.yearCount) * product.knots
    let row = start + (1 + year) * product.knots
    guard product.health >= 0 else {
      let (none, need) = (model.bases[start], model.bases[row])
      return (none, need, none, need)
    }
    let still = Int(HealthStatus.limit)
    let (knot, part) = HealthStatus.position(growth[product.health * model.yearCount + year])
    func read(_ row: Int) -> Double {
      let low = model.bases[row + knot]
      return low + (model.bases[row + knot + 1] - low) * part
    }
    return (model.bases[start + still], model.bases[row + still], read(start), read(row))
  }
}
