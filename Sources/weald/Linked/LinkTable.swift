// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkageFiles

/// The summary of a linkage as lines.
struct LinkTable {
  private let summary: LinkageSummary

  init(_ summary: LinkageSummary) { self.summary = summary }

  var lines: [String] {
    var lines = [
      "records\t\(summary.records)", "set aside\t\(summary.quarantined)",
      "clusters\t\(summary.clusters)", "threshold, bits\t\(summary.threshold)",
      "expected precision\t\(share(summary.expectedPrecision))",
      "expected recall\t\(share(summary.expectedRecall))",
    ]
    if let truth = summary.truth {
      lines += [
        "precision\t\(share(truth.precision))", "recall\t\(share(truth.recall))",
        "F1\t\(share(truth.f1))",
      ]
    }
    return lines
  }

  private func share(_ value: Double) -> String { String(format: "%.4f", value) }
}
