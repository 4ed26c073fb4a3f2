// SPDX-License-Identifier: Apache-2.0

/// What a run needs of the factors and the products, without text and without lists, so that nothing
/// is counted or copied in its loops.
struct RunPlan: Sendable {
  /// A growth factor.
  struct Growth {
    let amount: Parameter
    let range: ClosedRange<Double>
    let factor: Shape

    enum Shape { case compound, once, years }

    /// What it multiplies by, or the years of age that it gains, for a timing.
    @inline(__always)
    func effect(_ amount: Double, _ timing: Double) -> Double {
      switch factor {
      case .years: return amount * timing
      case .once: return 1 + amount * timing
      case .compound:
        var product = 1.0
        for _ in 0..<Int(timing) { product *= 1 + amount }
        return product
      }
    }
  }

  /// A mitigator.
  struct Taking {
    let reach: Parameter
    let effect: Parameter
  }

  /// A product: positions of its measure, base and nodes.
  struct Line {
    let out: Int
    let base: Int
    let knots: Int
    let health: Int
    let grown: Int
    let planned: Int
  }

  let growth: [Growth]
  let taking: [Taking]
  let lines: [Line]

  /// Takes what it needs from the factors and the products of both cases.
  init(
    _ inputs: DemandInputs, years: Int, doNothing: [DemandProduct], withPlan: [DemandProduct]
  ) {
    growth = inputs.growth.map { factor in
      Growth(
        amount: factor.amount, range: factor.range,
        factor: factor.kind == .healthStatus ? .years : factor.timing == .once ? .once : .compound)
    }
    taking = inputs.mitigators.map { Taking(reach: $0.reach, effect: $0.effect) }
    let planStart = 2 * inputs.services.count * years
    lines = [(doNothing, 0), (withPlan, planStart)].flatMap { products, start in
      products.map { product in
        Line(
          out: start + product.measure * years, base: product.base, knots: product.knots,
          health: product.health * years, grown: product.growthNode * years,
          planned: product.planNode * years)
      }
    }
  }
}
