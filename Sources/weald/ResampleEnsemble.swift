// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Projection
import Resampling
import Sampling
import Synchronization

/// Some runs of a model, and how they are written.
struct ResampleEnsemble {
  let model: ResamplingModel
  let runs: [ResamplingRun]

  /// Runs the model on some threads; runs are independent, so their order does not matter.
  init(_ model: ResamplingModel, _ numbers: Range<Int>, threads: Int?) {
    self.model = model
    let progress = Mutex(Progress("Runs", total: numbers.count))
    runs = RunBlocks.map(numbers, size: 1, threads: threads) { done in
      progress.withLock { $0.reached(done) }
    } _: { block in
      block.map { model.run($0) }
    }.flatMap(\.self)
  }

  /// One line of the summary.
  struct Line: Encodable {
    let measure: String
    let pod: String
    let site: String
    let baseline: Int
    let mean: Double
    let p10: Double
    let p50: Double
    let p90: Double
  }

  /// Baseline, mean and percentiles of every line; percentiles are those of the runs, as
  /// `SampleQuantiles` has them.
  var summary: [Line] {
    model.lines.enumerated().map { place, line in
      let totals = runs.map { Double($0.totals[place]) }
      let quantiles = try? SampleQuantiles(totals)
      func percentile(_ share: Double) -> Double { quantiles?.quantile(share) ?? 0 }
      return Line(
        measure: line.measure.rawValue, pod: line.pod, site: line.site, baseline: line.baseline,
        mean: totals.reduce(0, +) / Double(max(totals.count, 1)), p10: percentile(0.1),
        p50: percentile(0.5), p90: percentile(0.9))
    }
  }

  var summaryTable: String {
    "measure,pod,site,baseline,mean,p10,p50,p90\n"
      + summary.map { line in
        CSVRecords.line(
          [line.measure, line.pod, line.site, "\(line.baseline)"]
            + [line.mean, line.p10, line.p50, line.p90].map { String(format: "%.1f", $0) })
      }.joined()
  }

  /// The files of a folder of results.
  var files: [(String, String)] {
    [
      ("summary.csv", summaryTable), ("runs.csv", runsTable), ("account.csv", accountTable),
      ("inputs.csv", inputsTable), ("sex_and_age.csv", peopleTable),
      ("specialties.csv", specialtiesTable),
    ]
  }

  private func name(_ line: Int) -> [String] {
    let line = model.lines[line]
    return [line.measure.rawValue, line.pod, line.site]
  }

  private var runsTable: String {
    var text = "run,measure,pod,site,value,avoided\n"
    for run in runs {
      for line in model.lines.indices {
        text += CSVRecords.line(
          ["\(run.run)"] + name(line) + ["\(run.totals[line])", "\(run.avoided[line])"])
      }
    }
    return text
  }

  /// Every number in full, so that the lines of an account add up to the last digit.
  private var accountTable: String {
    var text = "run,measure,pod,site,cause,value\n"
    for run in runs {
      for line in model.lines.indices {
        let head = ["\(run.run)"] + name(line)
        text += CSVRecords.line(head + ["baseline", "\(model.lines[line].baseline)"])
        for cause in model.causes.indices {
          let value = run.contributions[line * model.causes.count + cause]
          if value != 0 { text += CSVRecords.line(head + [model.causes[cause].id, "\(value)"]) }
        }
        text += CSVRecords.line(head + ["chance", "\(run.chance[line])"])
      }
    }
    return text
  }

  private var inputsTable: String {
    var text = CSVRecords.line(["run", "population"] + model.inputs)
    for run in runs {
      let variant = model.variants.isEmpty ? "" : model.variants[run.variant]
      text += CSVRecords.line(["\(run.run)", variant] + run.values.map { "\($0)" })
    }
    return text
  }

  private var peopleTable: String {
    var text = "run,measure,pod,site,sex,age_group,value\n"
    for run in runs {
      for (place, part) in model.people.enumerated() {
        text += CSVRecords.line(
          ["\(run.run)"] + name(part.line)
            + [part.group.sex.name, AgeGroup.names[part.group.ageGroup], "\(run.people[place])"])
      }
    }
    return text
  }

  private var specialtiesTable: String {
    var text = "run,measure,pod,site,specialty,value\n"
    for run in runs {
      for (place, part) in model.specialties.enumerated() {
        text += CSVRecords.line(
          ["\(run.run)"] + name(part.line) + [part.group, "\(run.specialties[place])"])
      }
    }
    return text
  }
}
