// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// A made-up register that permits the linkage of some datasets for planning.
public enum ExampleRegister {
  /// The agreement, to be named with `--agreement`.
  public static let agreement = "example-linkage"
  /// The purpose, to be named with `--purpose`.
  public static let purpose = "planning"
  /// Who may be given a release, to be named with `--recipient`.
  public static let recipient = "planning-team"

  /// The files of the register, for datasets with names such as "gp" and "acute".
  ///
  /// - Returns: Their names within the folder of the register, and their text.
  public static func files(datasets: [String]) -> [(name: String, text: String)] {
    let rows: [String: [[String]]] = [
      "controllers.csv": datasets.map {
        ["\($0)-providers", "Providers of \($0) (made up)", "governance@example.org"]
      },
      "purposes.csv": [
        [purpose, "Planning of services", "An example; not a statement of law"],
        ["evaluation", "Evaluation of services", "An example; not a statement of law"],
      ],
      "datasets.csv": datasets.map {
        [$0, "Records of \($0) (made up)", "\($0)-providers", "2020-04-01", "2099-12-31"]
      },
      "agreements.csv": clauses(datasets).map { [agreement] + $0 },
      "opt-outs.csv": [],
    ]
    return StewardshipRegister.tables.map { file, columns in
      (file, ([columns] + (rows[file] ?? [])).map(CSVRecords.line).joined())
    }
  }

  private static func clauses(_ datasets: [String]) -> [[String]] {
    let controllers = datasets.map { $0 + "-providers" }.joined(separator: ";")
    return [
      ["1.1", "controllers", controllers, "The parties are the controllers of the datasets."],
      ["2.1", "term", "2020-04-01/2099-12-31", "The agreement runs between these days."],
      ["3.1", "purposes", "\(purpose);evaluation", "Data are used for these purposes alone."],
      ["4.1", "datasets", datasets.joined(separator: ";"), "These datasets are covered."],
      [
        "5.1", "commands", "quality;pseudonymise;link;segment;release",
        "Data are checked, pseudonymised, linked, counted and released as tables.",
      ],
      ["6.1", "recipients", recipient, "Only tables that passed a release policy are given."],
      ["7.1", "retention", "1000", "A dataset is used for this many months after it came."],
      ["8.1", "legal-basis", "An example; not a statement of law", "The basis in law."],
      ["9.1", "other", "", "Nobody tries to find out who a person is."],
    ]
  }
}
