// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// Maps the core model of local care to the engine, and what it finds to facts: staff, rooms and
/// groups that each locality needs.
enum CareModelAdapter {
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {
    let missing = CareFacts.missing(named(plan), values)
    guard missing.isEmpty else { throw PlanError(missing) }
    writeGroups(plan, &values)
    let needs = try CareNeeds(plan, FigureLookup(plan, values))
    CareNeedFacts(plan: plan, needs: needs).write(&values)
  }

  /// How many groups of the first tier with a band each locality's people allow.
  private static func writeGroups(_ plan: Plan, _ values: inout Values) {
    guard
      let tier = plan.careModel.tiers.first(where: {
        $0.fewestPeople != nil && $0.mostPeople != nil
      }), let low = tier.fewestPeople, let high = tier.mostPeople,
      let fewest = values[low]?.quantity.value.asDouble, fewest > 0,
      let most = values[high]?.quantity.value.asDouble, most > 0
    else { return }
    let facts = CareFacts(plan: plan)
    for locality in plan.local.localities {
      guard let registered = FactID(locality.registered),
        let people = values[registered]?.quantity.value.asDouble
      else { continue }
      let ends: [(String, Double, String, FactID)] = [
        (
          "fewest", (people / most).rounded(.up), "people registered over the most, rounded up",
          high
        ),
        (
          "most", (people / fewest).rounded(.down),
          "people registered over the fewest, rounded down",
          low
        ),
      ]
      for (end, count, rule, limit) in ends {
        values.add(
          facts.fact(
            "tier.\(tier.id).groups.\(end).\(locality.id)",
            "\(end == "fewest" ? "Fewest" : "Most") groups that its people allow, "
              + "\(tier.name.firstLowercased): \(locality.name)", count, decimals: 0,
            unit: Unit("groups"), locality: locality.id, rule: rule, inputs: [registered, limit]))
      }
    }
  }

  private static func named(
    _ plan: Plan
  ) -> [(file: String, row: Int, column: String, id: FactID?)] {
    let model = plan.careModel
    let tiers = model.tiers.flatMap { tier in
      [
        ("local-care/tiers.csv", tier.row, "fewest_people", tier.fewestPeople),
        ("local-care/tiers.csv", tier.row, "most_people", tier.mostPeople),
        ("local-care/tiers.csv", tier.row, "days", tier.days),
      ]
    }
    let roles = model.roles.flatMap { role in
      [
        ("local-care/roles.csv", role.row, "fallback_share", role.fallbackShare),
        ("local-care/roles.csv", role.row, "supply", role.supply),
        ("local-care/roles.csv", role.row, "cost", role.cost),
      ]
    }
    let parameters = model.parameters.map {
      ("local-care/role_parameters.csv", $0.row, "fact", Optional($0.fact))
    }
    let rooms = model.rooms.flatMap { room in
      [
        ("local-care/rooms.csv", room.row, "hours", Optional(room.hours)),
        ("local-care/rooms.csv", room.row, "weeks", Optional(room.weeks)),
        ("local-care/rooms.csv", room.row, "use", Optional(room.use)),
      ]
    }
    let differences = model.differences.map {
      ("local-care/differences.csv", $0.row, "fact", $0.fact)
    }
    return (tiers + roles + parameters + rooms + differences).map {
      (file: $0.0, row: $0.1, column: $0.2, id: $0.3)
    }
  }
}
