// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// One measure across organisations, with peers chosen in the open.
  static let benchmark = ProductivityTool(
    id: "benchmark", title: "Compare a cost with peers",
    question: "What would each organisation save by reaching its peers’ median, best quartile "
      + "or best?",
    method: [
      "The unit cost is the cost divided by the volume.",
      "The opportunity is the unit cost less the benchmark, times the volume; where more is "
        + "better it is the other way round. An organisation that is better than the benchmark "
        + "has nought, and nobody’s lead is set against anybody’s gap.",
      "Peers are everyone in the table, the most similar by stated characteristics, or the ones "
        + "you name. Similar means near in the characteristics you give, each in standard "
        + "deviations: the distance is the root of the mean squared difference.",
    ],
    source: "The comparisons of Model Hospital (article 1867129); Hyndman and Fan, Sample "
      + "Quantiles in Statistical Packages, 1996; the formula and the distance are Weald’s.",
    limits: [
      "Opportunities of several measures must not be added up: they overlap. Model Hospital says "
        + "the same of its own.",
      "A difference is a question. It can come from a building, a contract or a way of counting.",
    ],
    columns: [
      ToolColumn("organisation", "the name of the organisation"),
      ToolColumn("cost", "its cost in pounds, or another amount to compare", .number),
      ToolColumn("volume", "what the cost is for, such as square metres", .number),
      ToolColumn(
        "period", "the period; the last one is compared, earlier ones show what moved",
        isRequired: false),
    ],
    openPrefix: "like_",
    options: [
      .choice(
        "direction", "Which way is better?",
        [("lower", "Lower is better"), ("higher", "Higher is better")], usual: "lower"),
      .choice(
        "peers", "Compare with",
        [
          ("everyone", "Everyone in the table"), ("nearest", "The most similar organisations"),
          ("named", "The organisations I name"),
        ], usual: "everyone"),
      ToolOption(
        "count", "How many similar organisations", hint: "Model Hospital takes ten.",
        .number(1...50), usual: "10"),
      ToolOption(
        "by", "Similar in which columns",
        hint: "Names of like_ columns with semicolons between them; empty takes all.", .text),
      ToolOption("names", "Named peers", hint: "With semicolons between them.", .text),
      .percentileRule,
      ToolOption(
        "target", "Agreed target (optional)", hint: "A unit cost.", .number(-1e12...1e12)),
      ToolOption(
        "focus", "Show the peers of one organisation (optional)", .text),
    ],
    example: """
      organisation,cost,volume,period,like_beds,like_income
      North General (made up),21000000,60000,2016-17,520,260
      South Royal (made up),33500000,84000,2016-17,700,390
      East District (made up),18200000,58000,2016-17,480,240
      West Infirmary (made up),40100000,120000,2016-17,980,560
      Mid County (made up),23900000,70000,2016-17,610,300
      North General (made up),20500000,60000,2015-16,520,255
      South Royal (made up),34000000,84000,2015-16,700,380
      East District (made up),17500000,58000,2015-16,480,236
      West Infirmary (made up),38000000,118000,2015-16,980,548
      Mid County (made up),23800000,70000,2015-16,610,296

      """,
    exampleNote: "Running costs of five hospitals that do not exist, by square metre.",
    work: { input, settings throws(ProductivityError) in
      try BenchmarkTool(input, settings).findings()
    })
}

/// From rows to a benchmark of each period, and to its report.
private struct BenchmarkTool {
  let method: BenchmarkMethod
  let settings: ToolSettings
  /// In the order of their names.
  let periods: [(name: String, benchmark: Benchmark)]

  init(_ input: ToolInput, _ settings: ToolSettings) throws(ProductivityError) {
    let peers: PeerChoice =
      switch settings.text("peers") {
      case "nearest":
        .nearest(
          Int(settings.value("count")),
          by: settings.list("by").map { $0.hasPrefix("like_") ? $0 : "like_" + $0 })
      case "named": .named(settings.list("names"))
      default: .everyone
      }
    let method = BenchmarkMethod(
      direction: BenchmarkDirection(rawValue: settings.text("direction")) ?? .lowerIsBetter,
      peers: peers, quantiles: settings.percentiles, target: settings.number("target"),
      fewestPeers: peers == .everyone ? 3 : 1)
    var periods: [(name: String, benchmark: Benchmark)] = []
    let characteristics = input.header.filter { $0.hasPrefix("like_") }
    let rows = Dictionary(grouping: input.rows) { $0.text("period") }
    for name in rows.keys.sorted() {
      let units = (rows[name] ?? []).map { BenchmarkTool.unit($0, characteristics) }
      periods.append((name, try Benchmark(units, method)))
    }
    self.method = method
    self.settings = settings
    self.periods = periods
  }

  private static func unit(_ row: ToolRow, _ characteristics: [String]) -> BenchmarkUnit {
    let volume = row.value("volume")
    return BenchmarkUnit(
      row.text("organisation"), value: volume > 0 ? row.value("cost") / volume : 0,
      volume: volume,
      characteristics: Dictionary(
        characteristics.compactMap { name in row.number(name).map { (name, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  func findings() throws(ProductivityError) -> ToolFindings {
    guard let (period, last) = periods.last else {
      throw .nothingLeft(of: "organisations", excluded: [])
    }
    let focus = settings.text("focus")
    if !focus.isEmpty, last[focus] == nil {
      throw .unknown(what: "organisation", name: focus)
    }
    let total = last.total
    let behind = last.comparisons.count { $0.opportunity.toMedian > 0 }
    let when = period.isEmpty ? "" : " in \(period)"
    return ToolFindings(
      headline: "\(behind) of \(last.comparisons.count) organisations are behind their peers’ "
        + "median\(when), by \(ToolNumbers.pounds(total.toMedian)) in all; "
        + "\(ToolNumbers.pounds(total.toBestQuartile)) to the best quartile.",
      figures: [
        ("To the median", ToolNumbers.pounds(total.toMedian)),
        ("To the best quartile", ToolNumbers.pounds(total.toBestQuartile)),
        ("To the best", ToolNumbers.pounds(total.toBest)),
      ] + (total.toTarget.map { [("To the target", ToolNumbers.pounds($0))] } ?? []),
      rule: rule(last), tables: tables(last, focus), chart: chart(last, focus),
      excluded: last.excluded)
  }

  private func rule(_ benchmark: Benchmark) -> [String] {
    let peers =
      switch method.peers {
      case .everyone: "every organisation in the table, itself among them"
      case .nearest(let count, _):
        "the \(count) most similar others by "
          + benchmark.characteristics.map { String($0.dropFirst(5)) }.joined(separator: ", ")
          + ", each in standard deviations"
      case .named(let names): "the named organisations (" + names.joined(separator: "; ") + ")"
      }
    return [
      "Each organisation is compared with \(peers).",
      "Percentiles follow \(method.quantiles.name).",
      method.direction == .lowerIsBetter
        ? "Opportunity = (unit cost − benchmark) × volume, and nought where that is negative."
        : "Opportunity = (benchmark − value) × volume, and nought where that is negative.",
      "Sums add the opportunities as they are: nothing is set off.",
    ]
  }

  private func tables(_ benchmark: Benchmark, _ focus: String) -> [ToolTable] {
    var tables = [opportunities(benchmark)]
    if case .nearest = method.peers { tables.append(peers(benchmark, focus)) }
    if periods.count > 1 { tables += [overPeriods, moved].compactMap { $0 } }
    return tables
  }

  private func opportunities(_ benchmark: Benchmark) -> ToolTable {
    var columns: [(String, String, Int?)] = [
      ("organisation", "Organisation", nil), ("unit_cost", "Unit cost, £", 2),
      ("volume", "Volume", 0), ("peers", "Peers", 0), ("median", "Their median, £", 2),
      ("best_quartile", "Their best quartile, £", 2), ("best", "Their best, £", 2),
      ("to_median", "To the median, £", 0), ("to_best_quartile", "To the best quartile, £", 0),
      ("to_best", "To the best, £", 0),
    ]
    if method.target != nil { columns.append(("to_target", "To the target, £", 0)) }
    return ToolTable(
      "opportunities", "Each organisation beside its peers", columns,
      benchmark.comparisons.map { own in
        let found = own.opportunity
        let cells: [ToolTable.Cell] = [
          .text(own.name), .number(own.value), .number(own.volume), .count(own.statistics.count),
          .number(own.statistics.median), .number(own.statistics.bestQuartile),
          .number(own.statistics.best), .number(found.toMedian), .number(found.toBestQuartile),
          .number(found.toBest),
        ]
        return cells + (found.toTarget.map { [.number($0)] } ?? [])
      })
  }

  private func peers(_ benchmark: Benchmark, _ focus: String) -> ToolTable {
    let shown = benchmark.comparisons.filter { focus.isEmpty || $0.name == focus }
    return ToolTable(
      "peers", focus.isEmpty ? "The peers of each organisation" : "The peers of \(focus)",
      [
        ("organisation", "Organisation", nil), ("rank", "Place", 0), ("peer", "Peer", nil),
        ("distance", "Distance", 3), ("widest", "Differs most in", nil),
      ],
      shown.flatMap { own in
        own.peers.enumerated().map { place, peer -> [ToolTable.Cell] in
          let widest = peer.differences.max { one, other in
            (one.value.magnitude, other.key) < (other.value.magnitude, one.key)
          }
          return [
            .text(own.name), .count(place + 1), .text(peer.name), .number(peer.distance),
            .text(widest.map { String($0.key.dropFirst(5)) } ?? ""),
          ]
        }
      })
  }

  private var overPeriods: ToolTable {
    ToolTable(
      "periods", "The benchmark of each period",
      [
        ("period", "Period", nil), ("organisations", "Organisations", 0),
        ("to_median", "To the median, £", 0), ("to_best_quartile", "To the best quartile, £", 0),
      ],
      periods.map { period in
        [
          .text(period.name), .count(period.benchmark.comparisons.count),
          .number(period.benchmark.total.toMedian),
          .number(period.benchmark.total.toBestQuartile),
        ]
      })
  }

  private var moved: ToolTable? {
    guard periods.count > 1, let (period, last) = periods.last else { return nil }
    let (before, first) = periods[periods.count - 2]
    let earlier = Dictionary(
      first.comparisons.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return ToolTable(
      "moved", "What moved between \(before) and \(period)",
      [
        ("organisation", "Organisation", nil), ("unit_cost_before", "Unit cost before, £", 2),
        ("unit_cost", "Unit cost, £", 2), ("to_median_before", "To the median before, £", 0),
        ("to_median", "To the median, £", 0),
      ],
      last.comparisons.map { own in
        let before = earlier[own.name]
        return [
          .text(own.name), .number(before?.value), .number(own.value),
          .number(before?.opportunity.toMedian), .number(own.opportunity.toMedian),
        ]
      })
  }

  private func chart(_ benchmark: Benchmark, _ focus: String) -> ToolChart {
    let values = benchmark.comparisons.map(\.value)
    let quartiles = [0.25, 0.5, 0.75].compactMap { method.quantiles.quantile($0, of: values) }
    return .strip(
      ToolChart.Strip(
        title: "Unit cost of each organisation", scale: "Unit cost, £", prefix: "£",
        decimals: values.allSatisfy { $0.magnitude >= 100 } ? 0 : 2,
        rows: [
          ToolChart.Strip.Row(
            name: "All organisations",
            dots: benchmark.comparisons.map { ($0.name, $0.value) },
            quartiles: quartiles.count == 3 ? (quartiles[0], quartiles[1], quartiles[2]) : nil)
        ],
        reference: method.target.map { ("Target", $0) },
        named: focus.isEmpty ? extremes(benchmark) : [focus]))
  }

  /// The names of the lowest and the highest.
  private func extremes(_ benchmark: Benchmark) -> Set<String> {
    let sorted = benchmark.comparisons.sorted { $0.value < $1.value }
    return Set([sorted.first, sorted.last].compactMap { $0?.name })
  }
}
