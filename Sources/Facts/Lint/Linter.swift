// SPDX-License-Identifier: Apache-2.0

/// Finds what a careful reader would question, by a fixed list of rules.
///
/// To add a rule: a file in this folder with a function from `LintInput` to findings, a line in
/// `rules`, a test, and a row in `docs/lint.md`.
public enum Linter {
  /// The rules by name, in the order in which their findings are listed.
  static let rules: [(name: String, run: @Sendable (LintInput) -> [Finding])] = [
    ("missing-source", missingSources),
    ("missing-period", missingPeriods),
    ("missing-price-base", missingPriceBases),
    ("mismatch", mismatches),
    ("total", totals),
    ("sources-differ", differingSources),
    ("rate", ambiguousRates),
    ("ambiguous-period", ambiguousPeriods),
    ("relative-date", relativeDatesInProse),
    ("lists-differ", differingLists),
    ("dates-differ", differingDates),
    ("outside-evidence", unsupportedClaims),
    ("expired-review", expiredReviews),
    ("wording-differs", differingWords),
    ("many-places", repeatedFigures),
    ("inferred-periods", inferredPeriods),
  ]

  /// The names of all rules.
  public static var ruleNames: [String] { rules.map(\.name) + ["stale-acknowledgement"] }

  /// All findings, most severe first, then in the order of the rules and of their subjects.
  public static func findings(in input: LintInput) -> [Finding] {
    var findings = rules.flatMap { rule in rule.run(input).sorted { $0.id < $1.id } }
    let reasons = Dictionary(
      input.acknowledgements.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
    for index in findings.indices {
      findings[index].acknowledgement = reasons[findings[index].id]
    }
    findings += staleAcknowledgements(input, found: Set(findings.map(\.id)))
    return Finding.Severity.allCases.flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  private static func staleAcknowledgements(
    _ input: LintInput, found: Set<String>
  ) -> [Finding] {
    input.acknowledgements.filter { !found.contains($0.finding) }.map { acknowledgement in
      Finding(
        rule: "stale-acknowledgement", subject: acknowledgement.finding, severity: .note,
        title: "The plan acknowledges “\(acknowledgement.finding)”, which is no longer found",
        explanation: "Either the problem has been put right, or its id is misspelt. Take the "
          + "row out of acknowledgements.csv, or correct it.",
        places: [.init(file: "acknowledgements.csv")])
    }
  }
}
