// SPDX-License-Identifier: Apache-2.0

import Prevention

/// Exact results about causes and the cases that they explain.
enum PreventionCases {
  static var all: [ValidationCase] {
    let smokers = [
      AttributableFraction.Level(share: 0.169, relativeRisk: 10.92),
      AttributableFraction.Level(share: 0.26, relativeRisk: 3),
    ]
    return [
      row(
        "prevention-levin", "Share of cases explained when a fifth have 10.92 times the risk",
        "Exact case: the formula of Levin, 1953, worked out by another program", 0.664879,
        try? AttributableFraction.levin(share: 0.2, relativeRisk: 10.92)),
      row(
        "prevention-levels",
        "Share of cases explained by smoking: 16.9% at 10.92 times the risk, 26% at 3 times",
        "Exact case: the formula of Public Health England, worked out by another program", 0.687156,
        try? AttributableFraction.levels(smokers)),
      row(
        "prevention-joint", "Share of cases that causes of 0.3 and 0.2 explain together",
        "Exact case: 1 less the product, Miettinen, 1974", 0.44,
        try? AttributableFraction.joint([0.3, 0.2])),
    ].compactMap { $0 }
  }

  private static func row(
    _ id: String, _ result: String, _ source: String, _ theirs: Double, _ ours: Double?
  ) -> ValidationCase? {
    ours.map {
      ValidationCase(
        id: id, engine: "Prevention", result: result, source: source, theirs: theirs, ours: $0,
        unit: "share", tolerance: 0.0000005, explanation: "", test: "PreventionTests")
    }
  }
}
