// SPDX-License-Identifier: Apache-2.0

/// Checks what the tables of local care say about each other.
enum CareModelCheck {
  static func violations(in tables: [String: Table]) -> [Violation] {
    elements(tables) + same(tables) + ambitions(tables) + unserved(tables) + unreached(tables)
      + mitigators(tables)
  }

  /// Differences from something that the core model does not have.
  private static func elements(_ tables: [String: Table]) -> [Violation] {
    let known = ["care-tiers", "care-teams", "care-functions", "care-roles"].flatMap { name in
      (tables[name]?.rows ?? []).map { $0["id"] }
    }
    let index = Set(known)
    return differences(tables).filter { !index.contains($0["element"]) }.map { row in
      violation(
        "locality-differences", row, "element", "“\(row["element"])”",
        "a tier, team, function or role of the core model",
        nearest(to: row["element"], in: known).map { "Did you mean “\($0)”?" }
          ?? "Add it to the core model, or take the row out.")
    }
  }

  /// Differences that are none.
  private static func same(_ tables: [String: Table]) -> [Violation] {
    differences(tables).filter { $0["core"] == $0["local"] && !$0["core"].isEmpty }.map { row in
      violation(
        "locality-differences", row, "local", "“\(row["local"])”, as in the core model",
        "something else than the core model has",
        "Take the row out: what is not varied is inherited.")
    }
  }

  private static func ambitions(_ tables: [String: Table]) -> [Violation] {
    let known = Set((tables["ambitions"]?.rows ?? []).map { $0["number"] })
    return (tables["care-functions"]?.rows ?? []).flatMap { row in
      row.list("ambitions").filter { !known.contains($0) }.map { number in
        violation(
          "care-functions", row, "ambitions", "“\(number)”",
          "numbers of programme/ambitions.csv, separated by semicolons",
          "Add the ambition, or take it out here.")
      }
    }
  }

  /// Ambitions that nothing in the core model serves.
  private static func unserved(_ tables: [String: Table]) -> [Violation] {
    let functions = tables["care-functions"]?.rows ?? []
    guard !functions.isEmpty else { return [] }
    let served = Set(functions.flatMap { $0.list("ambitions") })
    return (tables["ambitions"]?.rows ?? []).filter { !served.contains($0["number"]) }.map { row in
      violation(
        "ambitions", row, "number", "ambition \(row["number"]), which no function serves",
        "every ambition among the ambitions of local-care/functions.csv",
        "Name it in the row of the function that serves it.")
    }
  }

  /// Patterns that are the same for every locality.
  private static func unreached(_ tables: [String: Table]) -> [Violation] {
    let columns = [
      ("care-roles", "driver"), ("care-roles", "fallback"), ("investment-case", "share_key"),
    ]
    return columns.flatMap { table, column in
      (tables[table]?.rows ?? []).filter {
        !$0[column].isEmpty && !$0[column].contains("{locality}")
      }.map { row in
        violation(
          table, row, column, "“\(row[column])”", "the id of a fact with {locality} in it",
          "Put {locality} where the id of the locality stands.")
      }
    }
  }

  private static func mitigators(_ tables: [String: Table]) -> [Violation] {
    let known = (tables["demand-mitigators"]?.rows ?? []).map { $0["id"] }
    let index = Set(known)
    return (tables["care-effects"]?.rows ?? []).flatMap { row in
      row.list("mitigators").filter { !index.contains($0) }.map { name in
        violation(
          "care-effects", row, "mitigators", "“\(name)”",
          "ids of demand/mitigators.csv, separated by semicolons",
          nearest(to: name, in: known).map { "Did you mean “\($0)”?" }
            ?? "Add the row, or take it out here.")
      }
    }
  }

  private static func differences(_ tables: [String: Table]) -> [Row] {
    tables["locality-differences"]?.rows ?? []
  }

  private static func violation(
    _ table: String, _ row: Row, _ column: String, _ found: String, _ expected: String,
    _ advice: String
  ) -> Violation {
    Violation(
      file: PlanTables.schema(table)?.path ?? table, row: row.number, column: column, found: found,
      expected: expected, advice: advice)
  }
}
