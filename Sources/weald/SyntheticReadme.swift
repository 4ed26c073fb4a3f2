// SPDX-License-Identifier: Apache-2.0

import SyntheticSystem

/// The README of a folder of made-up activity.
enum SyntheticReadme {
  /// The text, which says first that everything is made up.
  static func text(_ summary: SyntheticSummary, onlyTotals: Bool) -> String {
    let files = onlyTotals ? [] : SyntheticFile.allCases.map { "- `\($0.name)`: \($0.meaning)." }
    let tables = SyntheticTable.allCases.map { "- `\($0.path)`: \($0.meaning)." }
    let kinds = summary.kinds.map { "| \($0.kind) | \($0.activity) | \($0.bedDays) |" }
    let months = Season.allCases.map { season in
      "- \(season.rawValue): \(season.thousandths.map(String.init).joined(separator: ", "))"
    }
    return """
      # Synthetic: everything here is made up

      Made by `weald synthesise --seed \(summary.seed) --scale \(summary.scale)`. The providers and sites \
      are real; all activity is drawn from distributions that were written by hand. No number comes from \
      a record of a patient or from a return of a hospital. The same seed makes the same bytes.

      ## Files

      \((files + tables).joined(separator: "\n"))

      Every row of activity has `yes` in the column `synthetic`. `datapackage.json` describes each column.

      ## How much

      | kind | activity | bed days |
      |---|---|---|
      \(kinds.joined(separator: "\n"))

      ## Months

      Thousandths of a year's activity, January to December, for each profile that services name:

      \(months.joined(separator: "\n"))

      ## Ages

      Points of age and weight, joined by straight lines:

      \(SyntheticDistributions.ages.map { "- \($0.name): \($0.points)" }.joined(separator: "\n"))

      ## Nights

      Mean nights by age at 10, 40, 70, 80 and 90:

      \(SyntheticDistributions.nights.map { "- \($0.name): \($0.means)" }.joined(separator: "\n"))

      """
  }
}
