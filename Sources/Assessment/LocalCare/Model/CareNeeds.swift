// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// The staff that each locality needs, by role and locality, under one set of figures.
struct CareNeeds {
  /// What one locality needs of one role.
  struct Entry {
    let role: CareRoleRow
    let locality: String
    let people: [FactID]
    let count: Double
    let need: RoleSizing.Need
  }

  /// In order of role and locality.
  let entries: [Entry]

  /// - Throws: `PlanError` for a role whose people no fact counts, or a parameter that cannot be.
  init(_ plan: Plan, _ lookup: FigureLookup) throws(PlanError) {
    var entries: [Entry] = []
    for role in plan.careModel.roles {
      let sizing = RoleSizing(role, plan)
      for locality in plan.local.localities {
        guard let people = sizing.people(in: locality.id, lookup) else {
          throw PlanError([Self.uncounted(role, locality)])
        }
        entries.append(
          Entry(
            role: role, locality: locality.id, people: people.facts, count: people.count,
            need: try sizing.need(for: people.count, lookup)))
      }
    }
    self.entries = entries
  }

  /// Whole-time staff of a role over all localities.
  func staff(_ role: String) -> Double {
    entries.filter { $0.role.id == role }.reduce(0) { $0 + $1.need.staff }
  }

  private static func uncounted(_ role: CareRoleRow, _ locality: LocalityRow) -> Violation {
    let ids = [role.driver, role.fallback].compactMap { LocalityPattern.fact($0, locality.id) }
    return Violation(
      file: "local-care/roles.csv", row: role.row, column: "driver",
      found: ids.map { "“\($0)”" }.joined(separator: " and ") + ", which no fact has",
      expected: "a fact for each locality that counts the people concerned",
      advice: "Add the fact for \(locality.name), or name another one.")
  }
}
