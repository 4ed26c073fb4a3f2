// SPDX-License-Identifier: Apache-2.0

import Foundation
import OutputAnalysis
import PatientFlow
import PlanPackage

/// A study as other programs read it.
///
/// The keys are frozen; docs/patient-flow.md lists them.
///
/// It depends on the plan, the model, the seed and the number of replications alone: never on threads,
/// parts or interruptions. Numbers keep nine digits.
public struct FlowDocument: Encodable, Sendable {
  private let weald: String
  private let plan: String
  private let planDigest: String
  private let model: String
  private let title: String
  private let question: String
  private let kind: String
  private let scenario: String?
  private let seed: UInt64
  private let replicationsAsked: String
  private let replications: Int
  private let precision: Double
  private let precisionReached: Bool
  private let warmUpDays: Double
  private let countedDays: Double
  private let events: Int
  private let verdict: VerdictEntry
  private let units: [UnitEntry]
  private let measures: [MeasureEntry]
  private let classes: [ClassEntry]
  private let exact: [ExactEntry]
  private let beds: [BedEntry]
  private let days: [DayEntry]?
  private let comparison: ComparisonEntry?
  private let notes: [String]

  /// Describes a study.
  ///
  /// - Parameters:
  ///   - study: what is described.
  ///   - stamp: what its replications are of.
  ///   - comparison: with a variant, whose base is the study.
  public init(_ study: FlowStudy, _ stamp: FlowStamp, comparison: FlowComparison? = nil) {
    weald = stamp.engine
    plan = stamp.plan
    planDigest = stamp.planDigest
    model = stamp.model
    title = study.model.title
    question = study.model.question
    kind = study.model.kind.rawValue
    scenario = stamp.scenario
    seed = stamp.seed
    replicationsAsked = stamp.replications
    replications = study.results.count
    precision = FlowNumber.stable(study.model.precision)
    precisionReached = study.isPrecise
    warmUpDays = FlowNumber.stable(study.model.horizon.warmUp)
    countedDays = FlowNumber.stable(study.model.horizon.length)
    events = study.results.reduce(0) { $0 + $1.events }
    verdict = VerdictEntry(
      finding: study.verdict.finding.rawValue, words: study.verdict.words)
    units = study.loads.map(UnitEntry.init)
    let deciding = Set(study.model.deciding)
    measures = study.measures.map { MeasureEntry($0, isDeciding: deciding.contains($0.measure)) }
    classes = study.classes.map(ClassEntry.init)
    exact = study.comparisons.map(ExactEntry.init)
    beds = study.bedNeeds.map(BedEntry.init)
    days = study.model.kind == .terminating ? DayEntry.all(study) : nil
    self.comparison = comparison.map(ComparisonEntry.init)
    notes = study.notes
  }

  /// The document as bytes.
  ///
  /// - Throws: an encoding error, which would be a mistake of ours.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }

  private struct VerdictEntry: Encodable {
    let finding: String
    let words: String
  }

  private struct UnitEntry: Encodable {
    let unit: String
    let name: String
    let arrivalsPerDay: Double
    let offered: Double
    let load: Double?
    let growthPerDay: Double
    let startLeft: Double
    let warmUpNeeded: Double?

    init(_ load: UnitLoad) {
      unit = load.unit
      name = load.name
      arrivalsPerDay = FlowNumber.stable(load.arrivalsPerDay)
      offered = FlowNumber.stable(load.offered)
      self.load = load.load.flatMap { $0.isFinite ? FlowNumber.stable($0) : nil }
      growthPerDay = FlowNumber.stable(load.growth)
      startLeft = FlowNumber.stable(load.startLeft)
      warmUpNeeded = load.warmUpNeeded.map(FlowNumber.stable)
    }
  }

  /// An estimate with both ends of its interval of 95%.
  struct EstimateEntry: Encodable {
    let mean: Double
    let halfWidth: Double?
    let low: Double?
    let high: Double?
    let standardDeviation: Double?
    let replications: Int

    init(_ estimate: Estimate) {
      mean = FlowNumber.stable(estimate.mean)
      halfWidth = estimate.halfWidth.map(FlowNumber.stable)
      low = estimate.low.map(FlowNumber.stable)
      high = estimate.high.map(FlowNumber.stable)
      standardDeviation = estimate.standardDeviation.map(FlowNumber.stable)
      replications = estimate.replications
    }
  }

  private struct MeasureEntry: Encodable {
    let measure: String
    let words: String
    let decides: Bool
    let estimate: EstimateEntry

    init(_ measured: MeasuredFlow, isDeciding: Bool) {
      measure = measured.measure.description
      words = measured.measure.quantity.definition
      decides = isDeciding
      estimate = EstimateEntry(measured.estimate)
    }
  }

  private struct ClassEntry: Encodable {
    let patientClass: String
    let quantity: String
    let words: String
    let estimate: EstimateEntry

    init(_ measure: ClassMeasure) {
      patientClass = measure.patientClass
      quantity = measure.quantity.rawValue
      words = measure.quantity.words
      estimate = EstimateEntry(measure.estimate)
    }
  }

  private struct ExactEntry: Encodable {
    let measure: String
    let exact: Double
    let simulated: EstimateEntry
    let method: String
    let agrees: Bool

    init(_ comparison: ExactComparison) {
      measure = comparison.measure.description
      exact = FlowNumber.stable(comparison.exact)
      simulated = EstimateEntry(comparison.simulated)
      method = comparison.method
      agrees = comparison.agrees
    }
  }

  private struct BedEntry: Encodable {
    let unit: String
    let beds: Int
    let exactFull: Double?
    let full: EstimateEntry
    let exactDelay: Double?
    let delay: EstimateEntry
    let agrees: Bool?

    init(_ need: BedNeed) {
      unit = need.unit
      beds = need.beds
      exactFull = need.exactFull.map(FlowNumber.stable)
      full = EstimateEntry(need.full)
      exactDelay = need.exactDelay.map(FlowNumber.stable)
      delay = EstimateEntry(need.delay)
      agrees = need.agrees
    }
  }

  private struct DayEntry: Encodable {
    let unit: String
    let series: String
    let shares: [Double]
    let means: [Double]
    let quantiles: [[Double]]

    static func all(_ study: FlowStudy) -> [DayEntry] {
      study.model.network.units.flatMap { unit in
        FlowStudy.DailySeries.allCases.compactMap { series in
          guard let bands = study.bands(unit.id, series),
            bands.means.contains(where: { $0 != 0 })
          else { return nil }
          return DayEntry(
            unit: unit.id, series: series.rawValue, shares: bands.shares,
            means: bands.means.map(FlowNumber.stable),
            quantiles: bands.quantiles.map { $0.map(FlowNumber.stable) })
        }
      }
    }
  }

  private struct ComparisonEntry: Encodable {
    let scenario: String?
    let replications: Int
    let verdict: VerdictEntry
    let differences: [DifferenceEntry]

    init(_ comparison: FlowComparison) {
      scenario = comparison.other.model.variant?.id
      replications = min(comparison.base.results.count, comparison.other.results.count)
      verdict = VerdictEntry(
        finding: comparison.other.verdict.finding.rawValue, words: comparison.other.verdict.words)
      differences = comparison.rows.map(DifferenceEntry.init)
    }
  }

  private struct DifferenceEntry: Encodable {
    let measure: String
    let base: EstimateEntry
    let other: EstimateEntry
    let difference: EstimateEntry
    let isClear: Bool
    let luckFactor: Double?

    init(_ row: FlowComparison.Row) {
      measure = row.measure.description
      base = EstimateEntry(row.base)
      other = EstimateEntry(row.other)
      difference = EstimateEntry(row.paired.difference)
      isClear = row.paired.isClear
      luckFactor = row.paired.luckFactor.map(FlowNumber.stable)
    }
  }
}
