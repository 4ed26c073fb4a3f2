// SPDX-License-Identifier: Apache-2.0

/// Every published result that Weald reproduces, or shows to be wrong.
///
/// To add one: a case in a file of this folder beside its engine's others, and a test that works
/// it out. `make validate` runs the tests and writes `docs/validation.md`.
public enum ValidationRegister {
  /// The cases, engine by engine; worked out once, because some are simulated.
  public static let cases: [ValidationCase] =
    FinanceCases.all + OptionsCases.all + QueueingCases.all + FlowCases.all
    + PreventionCases.all

  /// The register as Markdown.
  public static func markdown(_ cases: [ValidationCase]) -> String {
    var text = """
      # Validation register

      Written by `make validate`. Each row is a published result that Weald works out for itself.
      The tolerance is half of one in the last place that was published, unless the row says
      otherwise.

      | result | source | theirs | ours | difference | tolerance | verdict | test |
      |---|---|---:|---:|---:|---:|---|---|

      """
    for row in cases {
      let verdict =
        row.verdict == .reproduced
        ? row.verdict.rawValue : "\(row.verdict.rawValue): \(row.explanation)"
      text += "| \(row.result) (\(row.unit)) | \(row.source) | \(number(row.theirs)) | "
      text += "\(number(row.ours)) | \(number(row.difference)) | \(number(row.tolerance)) | "
      text += "\(verdict) | `\(row.test)` |\n"
    }
    return text
  }

  /// A number with up to four decimals and no zeros at the end.
  public static func number(_ value: Double) -> String {
    // Adding 0 makes a negative zero a plain one.
    let scaled = (value * 10_000).rounded() / 10_000 + 0
    let text = "\(scaled)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
