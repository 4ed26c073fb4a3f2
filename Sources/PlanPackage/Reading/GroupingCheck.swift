// SPDX-License-Identifier: Apache-2.0

/// Checks that tiers can be made one after another, and that what is asked of them can be judged.
enum GroupingCheck {
  static func violations(in tables: [String: Table]) -> [Violation] {
    let tiers = tables["groupings"]?.rows ?? []
    let neighbourhoods = tables["neighbourhoods"]?.rows ?? []
    return order(tiers) + weights(tables["grouping-preferences"]?.rows ?? [])
      + changes(tables["group-changes"]?.rows ?? [], tiers)
      + towns(tables["published-groups"]?.rows ?? [], Set(neighbourhoods.map { $0["town"] }))
  }

  /// A tier is made of neighbourhoods or of a tier above it in the table, so that none waits for itself.
  private static func order(_ tiers: [Row]) -> [Violation] {
    var known = [GroupingRow.neighbourhoods]
    return tiers.compactMap { row in
      defer { known.append(row["id"]) }
      guard !known.contains(row["made_of"]) else { return nil }
      return Violation(
        file: GroupingTables.groupings.path, row: row.number, column: "made_of",
        found: "“\(row["made_of"])”", expected: "one of \(known.joined(separator: ", "))",
        advice: nearest(to: row["made_of"], in: known).map { "Did you mean “\($0)”?" }
          ?? "Name neighbourhoods, or a tier in a row above this one.")
    }
  }

  private static func weights(_ rows: [Row]) -> [Violation] {
    rows.filter { $0["weight"].isEmpty && $0["preference"] != "contiguity" }.map { row in
      Violation(
        file: GroupingTables.preferences.path, row: row.number, column: "weight",
        found: "an empty cell", expected: "kilometres, because only contiguity can be a hard rule",
        advice: "Give a weight; 0 says that it does not matter.")
    }
  }

  private static func changes(_ rows: [Row], _ tiers: [Row]) -> [Violation] {
    let lowest = Set(
      tiers.filter { $0["made_of"] == GroupingRow.neighbourhoods }.map { $0["id"] })
    let known = Set(tiers.map { $0["id"] })
    return rows.compactMap { row in
      let isHigher = known.contains(row["grouping"]) && !lowest.contains(row["grouping"])
      guard isHigher || row["area"] == row["to"] else { return nil }
      return Violation(
        file: GroupingTables.changes.path, row: row.number, column: isHigher ? "grouping" : "to",
        found: "“\(row[isHigher ? "grouping" : "to"])”",
        expected: isHigher ? "a tier that is made of neighbourhoods" : "another neighbourhood",
        advice: isHigher
          ? "Move neighbourhoods between the groups of the lowest tier; those above follow."
          : "Name a neighbourhood of the group that it joins, or take the row out.")
    }
  }

  private static func towns(_ rows: [Row], _ known: Set<String>) -> [Violation] {
    rows.flatMap { row in
      row.list("towns").filter { !known.contains($0) }.map { town in
        Violation(
          file: GroupingTables.publishedGroups.path, row: row.number, column: "towns",
          found: "“\(town)”", expected: "towns of \(LocalityTables.neighbourhoods.path)",
          advice: nearest(to: town, in: known.sorted()).map { "Did you mean “\($0)”?" }
            ?? "Take it out: where the group is can then not be estimated by it.")
      }
    }
  }
}
