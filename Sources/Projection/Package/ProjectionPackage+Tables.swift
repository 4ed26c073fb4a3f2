// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Sampling
import Sensitivity

extension ProjectionPackage {
  private static func field(
    _ name: String, _ type: String, _ description: String
  ) -> PackageManifest.Field {
    PackageManifest.Field(name: name, type: type, description: description)
  }

  private static let measure = field("measure", "string", "The measure.")
  private static let year = field(
    "year", "integer", "The financial year, by the calendar year it starts in.")

  /// Every measure in every year of every run; the first part of an ensemble has the central run too.
  var runTable: PackageTable {
    let measures = written
    var csv = CSVText(["run", "measure", "year", "do_nothing", "with_plan"])
    let names = measures.map { Array($0.id.utf8) }
    let places = measures.map { measure in
      ensemble.measures.firstIndex { $0.id == measure.id } ?? 0
    }
    let hasCentral = stamp.shard.map { $0.index == 1 } ?? true
    let years = ensemble.years
    for run in (hasCentral ? [0] : []) + Array(ensemble.runs) {
      let start = (ensemble.place(ofRun: run) ?? 0) * ensemble.width
      for (index, measure) in measures.enumerated() {
        let row = start + places[index] * 2 * years.count
        for (offset, year) in years.enumerated() {
          csv.number(run)
          csv.byte(",")
          csv.raw(names[index])
          csv.byte(",")
          csv.number(year)
          csv.byte(",")
          csv.decimal(ensemble.figures[row + offset], measure.decimals)
          csv.byte(",")
          csv.decimal(ensemble.figures[row + years.count + offset], measure.decimals)
          csv.byte("\n")
        }
      }
    }
    return PackageTable(
      name: "runs", title: "Every measure in every year of every run",
      fields: [
        Self.field("run", "integer", "0 is central; the others are drawn."), Self.measure,
        Self.year, Self.field("do_nothing", "number", "The value if services go on as they are."),
        Self.field("with_plan", "number", "The value if the plan works as it says."),
      ], bytes: csv.bytes)
  }

  var summaryTable: PackageTable {
    var csv = CSVText([
      "measure", "label", "unit", "synthetic", "year", "future", "central", "mean",
      "percentile_5", "percentile_10", "median", "percentile_90", "percentile_95",
    ])
    for measure in written {
      for future in ProjectionCase.allCases {
        for spread in ensemble.spread(measure.id, future) {
          let values = [
            spread.central, spread.mean, spread.percentile5, spread.percentile10, spread.median,
            spread.percentile90, spread.percentile95,
          ]
          csv.row(
            [
              measure.id, measure.label, measure.unit, measure.isSynthetic ? "yes" : "no",
              "\(spread.year)", future.name,
            ] + values.map { $0.text(measure.decimals) })
        }
      }
    }
    let number = { (name: String, text: String) in Self.field(name, "number", text) }
    return PackageTable(
      name: "summary", title: "How each measure is spread over the runs drawn",
      fields: [
        Self.measure, Self.field("label", "string", "What it is."),
        Self.field("unit", "string", "Its unit."),
        Self.field("synthetic", "string", "Whether it rests on what a program made up."),
        Self.year, Self.field("future", "string", "do_nothing or with_plan."),
        number("central", "The central run."), number("mean", "The mean of the runs drawn."),
        number("percentile_5", "A twentieth of runs are below."),
        number("percentile_10", "A tenth of runs are below."), number("median", "The middle."),
        number("percentile_90", "A tenth of runs are above."),
        number("percentile_95", "A twentieth of runs are above."),
      ], bytes: csv.bytes)
  }

  var attributionTable: PackageTable {
    var csv = CSVText(["measure", "year", "from", "to", "cause", "label", "kind", "amount"])
    for account in attributions {
      let decimals = ensemble.measure(account.measure)?.decimals ?? 3
      for part in account.parts {
        csv.row([
          account.measure, "\(account.year)", account.base.text(decimals),
          account.withPlan.text(decimals), part.id, part.label, part.kind.rawValue,
          part.amount.text(decimals),
        ])
      }
    }
    return PackageTable(
      name: "attribution", title: "What changes each headline, on average over the runs",
      fields: [
        Self.measure, Self.year, Self.field("from", "number", "The value in the base year."),
        Self.field("to", "number", "The value in the year, with the plan."),
        Self.field("cause", "string", "The cause."),
        Self.field("label", "string", "The cause in plain English."),
        Self.field("kind", "string", "What kind of cause it is."),
        Self.field("amount", "number", "Its share: from and all amounts make to, exactly."),
      ], bytes: csv.bytes)
  }

  /// Sums of shares as whole numbers, from which parts are put together.
  var sumTable: PackageTable {
    var csv = CSVText(["measure", "year", "item", "sum"])
    for (place, measure) in sums.measures.enumerated() {
      for (offset, year) in sums.years.enumerated() {
        let sum = sums.sums[place * sums.years.count + offset]
        let items = [
          ("=base", sum.base), ("=do_nothing", sum.doNothing), ("=with_plan", sum.withPlan),
        ]
        for (item, value) in items + zip(sums.causes.causes.map(\.id), sum.parts) {
          csv.row([measure.id, "\(year)", item, "\(value)"])
        }
      }
    }
    return PackageTable(
      name: "attribution_sums", title: "Sums over the runs of this part",
      fields: [
        Self.measure, Self.year,
        Self.field("item", "string", "A cause, or a value after an equals sign."),
        Self.field("sum", "integer", "In thousandths of the unit, or in pounds."),
      ], bytes: csv.bytes)
  }

  var inputTable: PackageTable {
    var csv = CSVText([
      "id", "label", "unit", "distribution", "low", "central", "high", "quality", "source",
      "evidence",
    ])
    for input in ensemble.inputs {
      let evidence = input.evidence.map {
        "\($0.label): \($0.low.plain) to \($0.high.plain) (\($0.strength))"
      }
      csv.row([
        input.id, input.label, input.unit, input.distribution.rawValue, input.low.plain,
        input.central.plain, input.high.plain, input.quality, input.source,
        evidence.joined(separator: "; "),
      ])
    }
    let text = { (name: String, meaning: String) in Self.field(name, "string", meaning) }
    let number = { (name: String, meaning: String) in Self.field(name, "number", meaning) }
    return PackageTable(
      name: "inputs", title: "The assumptions that runs are drawn from",
      fields: [
        text("id", "The assumption."), text("label", "What is assumed."), text("unit", "Its unit."),
        text("distribution", "How values are spread."), number("low", "The low end."),
        number("central", "The central value."), number("high", "The high end."),
        text("quality", "green, amber or red."), text("source", "Where it comes from."),
        text("evidence", "What others found."),
      ], bytes: csv.bytes)
  }

  var promiseTable: PackageTable {
    var csv = CSVText([
      "id", "label", "measure", "year", "comparison", "target", "kept", "runs", "chance", "low",
      "high",
    ])
    for promise in model.promises {
      guard let chance = ensemble.chance(of: promise) else { continue }
      csv.row([
        promise.id, promise.label, promise.measure, "\(promise.year)",
        promise.isAtMost ? "at most" : "at least", promise.target.plain, "\(chance.kept)",
        "\(chance.runs)", chance.chance.text(6), chance.low.text(6), chance.high.text(6),
      ])
    }
    let text = { (name: String, meaning: String) in Self.field(name, "string", meaning) }
    let number = { (name: String, meaning: String) in Self.field(name, "number", meaning) }
    return PackageTable(
      name: "promises", title: "In how many runs each promise is kept",
      fields: [
        text("id", "The promise."), text("label", "What is promised."), Self.measure, Self.year,
        text("comparison", "at most or at least."), number("target", "The target."),
        Self.field("kept", "integer", "Runs in which it is kept."),
        Self.field("runs", "integer", "Runs drawn."), number("chance", "The share of runs."),
        number("low", "The low end of its 95% interval."),
        number("high", "The high end of it."),
      ], bytes: csv.bytes)
  }

  var influenceTable: PackageTable {
    var csv = CSVText([
      "measure", "year", "input", "share_of_variance", "low", "high", "at_low", "at_high",
    ])
    if let drawn = ensemble.drawnInputs(), let year = ensemble.years.last {
      for measure in headlines {
        for one in ensemble.influences(measure.id, year, among: drawn) {
          csv.row([
            measure.id, "\(year)", one.id, one.shareOfVariance.text(6), one.low.text(6),
            one.high.text(6), one.atLow.text(measure.decimals), one.atHigh.text(measure.decimals),
          ])
        }
      }
    }
    let number = { (name: String, meaning: String) in Self.field(name, "number", meaning) }
    return PackageTable(
      name: "influences", title: "What each headline hangs on in the last year",
      fields: [
        Self.measure, Self.year, Self.field("input", "string", "The assumption."),
        number("share_of_variance", "How much of the spread would go if it were known."),
        number("low", "A tenth of its draws are below."),
        number("high", "A tenth of its draws are above."),
        number("at_low", "The measure on average where it is low."),
        number("at_high", "The measure on average where it is high."),
      ], bytes: csv.bytes)
  }
}
