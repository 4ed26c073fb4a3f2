// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import ProcessControl

/// The measures as pages and reports show them, on a day.
public struct MeasureView: Sendable {
  /// The day that is shown.
  public let day: CivilDay
  /// One for each measure of the plan, in its order.
  public let standings: [MeasureStanding]

  /// The measures of a plan in a state, on a day; months after the day are left out.
  public init(plan: MeasurePlan, state: MeasureState, day: CivilDay) {
    self.day = day
    standings = plan.measures.map { MeasureStanding($0, state.record($0.id), day: day) }
  }

  /// The standing of a measure.
  public func standing(_ measure: String) -> MeasureStanding? {
    standings.first { $0.definition.id == measure }
  }

  /// The measures with something to act on: special cause for the worse, or a target that will not
  /// be reached.
  public var concerns: [MeasureStanding] {
    standings.filter {
      $0.chart.variation == .concerning || $0.chart.assurance == .consistentlyFails
    }
  }
}

/// One measure: its months, its chart, and what both say.
public struct MeasureStanding: Sendable {
  /// One month of the chart.
  public struct Month: Sendable, Equatable {
    /// Its first day.
    public let day: CivilDay
    /// What was measured.
    public let value: Double?
    /// The entry of the ledger that last set it.
    public let sequence: Int64?
    /// Whether it was corrected.
    public let isCorrected: Bool
    /// Whether it is left out of limits and rules.
    public let isExcluded: Bool
  }

  /// What is measured.
  public let definition: MeasureDefinition
  /// What was recorded.
  public let record: MeasureRecord
  /// From the first month with a value to the last, with the months between.
  public let months: [Month]
  /// The target now, if there is one.
  public let target: Double?
  /// The entry of the ledger that set the target; nil when it is the plan's.
  public let targetSequence: Int64?
  /// What the months show.
  public let chart: ControlChart

  init(_ definition: MeasureDefinition, _ record: MeasureRecord, day: CivilDay) {
    self.definition = definition
    self.record = record
    let known = record.values.keys.filter { $0 <= day }.sorted()
    var months: [Month] = []
    if let first = known.first, let last = known.last {
      for offset in 0...first.months(to: last) {
        let month = first.addingMonths(offset)
        let value = record.values[month]
        months.append(
          Month(
            day: month, value: value?.value, sequence: value?.sequence,
            isCorrected: value?.isCorrected == true, isExcluded: record.exclusions[month] != nil))
      }
    }
    self.months = months
    target = record.target == nil ? definition.target : record.target?.value
    targetSequence = record.target?.sequence
    chart = Self.chart(definition, record, months, target)
  }

  /// A series that the rules of the desk let in is always a chart; if an old record is not, it has
  /// no points.
  private static func chart(
    _ definition: MeasureDefinition, _ record: MeasureRecord, _ months: [Month], _ target: Double?
  ) -> ControlChart {
    let rebases = record.rebases.keys.sorted().compactMap { month in
      months.firstIndex { $0.day >= month }
    }
    let series = ControlSeries(
      months.map { ControlSeries.Place($0.value, isGhosted: $0.isExcluded) },
      better: definition.better, target: target, rebasedAt: rebases, screensRanges: true,
      minimumPoints: max(2, definition.minimumPoints))
    let empty = ControlSeries(
      [], better: definition.better, screensRanges: true, minimumPoints: 2)
    do { return try ControlChart(series) } catch {
      do { return try ControlChart(empty) } catch { preconditionFailure("no points are a chart") }
    }
  }

  /// The latest month with a value.
  public var latest: Month? { months.last { $0.value != nil } }

  /// How many months between the first and the last have no value.
  public var missingCount: Int { months.filter { $0.value == nil }.count }

  /// The rules that the latest point fulfils.
  public var latestRules: [ControlRule] {
    guard let latest, let place = months.firstIndex(of: latest),
      chart.points.indices.contains(place)
    else { return [] }
    return chart.points[place].rules
  }

  /// What the chart says, in one sentence for somebody who does not see it.
  public var sentence: String {
    guard let latest, let value = latest.value else { return "Nothing is recorded yet." }
    let start = "\(definition.text(value)) in \(latest.day.monthText). "
    return start + MeasureWords.sentence(chart.variation) + " "
      + MeasureWords.sentence(chart.assurance, target.map(definition.text))
  }
}

/// Verdicts of charts in words.
public enum MeasureWords {
  /// The words beside the sign of a variation.
  public static func label(_ variation: ControlChart.Variation) -> String {
    switch variation {
    case .improving: "Changed for the better"
    case .concerning: "Changed for the worse"
    case .high: "Changed upwards"
    case .low: "Changed downwards"
    case .common: "Usual variation"
    case .tooFewPoints: "Too few points"
    }
  }

  /// The words beside the sign of an assurance.
  public static func label(_ assurance: ControlChart.Assurance) -> String {
    switch assurance {
    case .consistentlyHits: "Consistently hits the target"
    case .hitAndMiss: "Hit and miss"
    case .consistentlyFails: "Consistently fails the target"
    case .noTarget: "No target"
    case .tooFewPoints: "Too few points"
    }
  }

  /// A variation in a sentence.
  public static func sentence(_ variation: ControlChart.Variation) -> String {
    switch variation {
    case .improving: "Something changed for the better: this is more than the usual variation."
    case .concerning: "Something changed for the worse: this is more than the usual variation."
    case .high: "It is higher than the usual variation explains."
    case .low: "It is lower than the usual variation explains."
    case .common: "This is the usual variation from month to month."
    case .tooFewPoints: "There are too few months to tell a change from the usual variation."
    }
  }

  /// An assurance in a sentence, with the target in words.
  public static func sentence(_ assurance: ControlChart.Assurance, _ target: String?) -> String {
    let shown = target.map { " of \($0)" } ?? ""
    return switch assurance {
    case .consistentlyHits: "As things are, it will hit the target\(shown) every month."
    case .hitAndMiss: "As things are, chance decides whether it hits the target\(shown)."
    case .consistentlyFails:
      "As things are, it will not reach the target\(shown): something has to change."
    case .noTarget: "It has no target."
    case .tooFewPoints: "There are too few months to say whether it will reach the target\(shown)."
    }
  }

  /// What a point means, for a table.
  public static func label(_ cause: ControlChart.Cause) -> String {
    switch cause {
    case .common: "Usual variation"
    case .improving: "Better than usual"
    case .concerning: "Worse than usual"
    case .high: "Higher than usual"
    case .low: "Lower than usual"
    case .ghosted: "Left out"
    case .missing: "Not recorded"
    case .unjudged: "Too few points"
    }
  }
}
