// SPDX-License-Identifier: Apache-2.0

import Costing
import Demand
import PlanPackage

/// The causes that a change of a measure is divided among, in a fixed order.
struct CauseList: Sendable {
  /// One cause.
  struct Cause: Sendable {
    let id: String
    let label: String
    let kind: ProjectionAttribution.Kind
  }

  private(set) var causes: [Cause] = []
  /// Where the causes of the demand engine end.
  let demandCount: Int
  /// By scheme: where its cause is.
  let firstScheme: Int

  /// Need that the finance model states for lines that follow no activity.
  let need: Int
  let prices: Int
  let funding: Int
  let investment: Int
  let interaction: Int
  let rest: Int

  init(_ model: ProjectionModel) {
    let rows = model.plan.projection
    let demand = model.engines.demand
    for factor in demand.factors {
      switch factor {
      case .population:
        causes.append(Cause(id: "population", label: "People and their ages", kind: .population))
      case .births: causes.append(Cause(id: "births", label: "Births", kind: .population))
      case .newServices:
        causes.append(Cause(id: "new-services", label: "Services that are new", kind: .newService))
      case .growth(let index):
        let row = rows.factors[index]
        causes.append(Cause(id: row.id, label: row.label, kind: .growth))
      case .mitigator(let index):
        let row = rows.mitigators[index]
        causes.append(Cause(id: row.id, label: row.label, kind: .mitigator))
      }
    }
    demandCount = causes.count
    firstScheme = causes.count
    for row in model.plan.schemes {
      causes.append(Cause(id: row.id, label: row.label, kind: .scheme))
    }
    need = causes.count
    prices = need + 1
    funding = need + 2
    investment = need + 3
    interaction = need + 4
    rest = need + 5
    causes += [
      Cause(id: "need", label: "Need, as the finance model states it", kind: .growth),
      Cause(id: "prices", label: "Pay and prices", kind: .price),
      Cause(id: "funding", label: "Growth in funding", kind: .price),
      Cause(
        id: "investment", label: "What schemes cost, and what their savings pay for",
        kind: .scheme),
      Cause(id: "interaction", label: "What causes do together", kind: .interaction),
      Cause(
        id: "rest", label: "What does not move in proportion: whole beds, pooling, steps, delays",
        kind: .rest),
    ]
  }
}
