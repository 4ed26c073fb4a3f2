// SPDX-License-Identifier: Apache-2.0

import Finance

/// Published results of finance.
enum FinanceCases {
  static var all: [ValidationCase] { inflation + savings }

  /// NHS Improvement's table of inflation for 2016/17 to 2020/21: its overall row against its own
  /// weighted rows.
  private static var inflation: [ValidationCase] {
    let weights = PerComponent<Percent>(pay: 65.44, drugs: 8.17, capital: 4.76, other: 21.63)
    let rows:
      [(year: Int, pay: Percent, drugs: Percent, capital: Percent, other: Percent, overall: Double)] =
        [
          (2016, 3.3, 4.5, 3.1, 1.7, 3.1), (2017, 2.0, 4.6, 3.2, 1.8, 2.3),
          (2018, 1.6, 3.6, 3.2, 2.1, 2.0), (2019, 1.6, 4.1, 3.1, 1.9, 2.0),
          (2020, 2.9, 4.1, 3.1, 2.0, 2.9),
        ]
    return rows.map { row in
      let rates = PerComponent<Percent>(
        pay: row.pay, drugs: row.drugs, capital: row.capital, other: row.other)
      let ours = (try? weightedInflation(weights: weights, rates: rates))?.value ?? .nan
      return ValidationCase(
        id: "inflation-\(row.year)", engine: "Finance",
        result: "Overall inflation for NHS providers, \(Year(row.year))",
        source: "NHS Improvement, Economic assumptions 2016/17 to 2020/21", theirs: row.overall,
        ours: ours, unit: "%", tolerance: 0.05,
        explanation: "the published row is above its own weighted rows in every year. Leaving out "
          + "the weight of clinical negligence does not account for it; rounding of the rows "
          + "could, but all five lean the same way",
        test: "ValidationTests")
    }
  }

  /// Worked cases of savings: part-year effect and overlap between two schemes on one pool.
  private static var savings: [ValidationCase] {
    let delivery = Delivery(
      fullYearEffect: 1.2, start: StartMonth(year: 2017, month: .october))
    let source = "Exact case: £1.2 million a year from 1 October, in twelve equal months"
    let part = ValidationCase(
      id: "part-year-effect", engine: "Finance", result: "Part-year effect of a saving",
      source: source, theirs: 0.6, ours: delivery.partYearEffect.value, unit: "£ million",
      tolerance: 1e-9, explanation: "", test: "ValidationTests")
    let carry = ValidationCase(
      id: "carry-forward", engine: "Finance", result: "Effect carried into the next year",
      source: source, theirs: 0.6, ours: delivery.carryForward.value, unit: "£ million",
      tolerance: 1e-9, explanation: "", test: "ValidationTests")
    return [part, carry] + overlap
  }

  private static var overlap: [ValidationCase] {
    let source = "Exact case: two schemes that claim 30% and 20% of £10 million"
    guard let bridge = try? overlapBridge() else { return [] }
    let year = Year(2017)
    let pool = bridge.pool("pool", in: year, .full)
    let rows: [(String, String, Double, Double?)] = [
      ("overlap-gross", "Savings claimed", 5.0, pool?.gross.value),
      ("overlap-net", "Savings net of overlap", 4.4, pool?.net.value),
      (
        "overlap-first", "Fair share of the larger scheme", 2.7,
        bridge.scheme("larger", in: year, .full)?.net.value
      ),
      (
        "overlap-second", "Fair share of the smaller scheme", 1.7,
        bridge.scheme("smaller", in: year, .full)?.net.value
      ),
    ]
    return rows.map { id, result, theirs, ours in
      ValidationCase(
        id: id, engine: "Finance", result: result, source: source, theirs: theirs,
        ours: ours ?? .nan, unit: "£ million", tolerance: 1e-9, explanation: "",
        test: "ValidationTests")
    }
  }

  private static func overlapBridge() throws -> Bridge {
    let model = try FinanceModel(
      FinanceInputs(
        baseYear: 2016, lastYear: 2017,
        organisations: [Organisation(id: "trust", name: "Trust", kind: .provider)],
        lines: [
          Line(
            id: "cost", label: "Cost", organisation: "trust", flow: .cost(to: .outside),
            baseline: 10, growth: Growth())
        ]))
    func scheme(_ id: SchemeID, _ effect: MillionPounds) -> Scheme {
      Scheme(
        id: id, label: id.text, workstream: "productivity", organisation: "trust",
        delivery: Delivery(
          fullYearEffect: effect, start: StartMonth(year: 2017, month: .april)),
        pool: "pool")
    }
    return try model.bridge(
      Solutions(
        schemes: [scheme("larger", 3), scheme("smaller", 2)],
        pools: [CostPool(id: "pool", label: "Pool", size: .fixed(10))]))
  }
}
