// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which measures are recorded, and by which their charts change.
public struct MeasureDesk: Sendable {
  let data: DataFolder
  let plan: MeasurePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the measures of a plan.
  public init(
    _ data: DataFolder, plan: MeasurePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// Records the value of a month, once.
  ///
  /// - Throws: `EventRefusal`; a month that has a value is corrected and not recorded again.
  public func record(
    _ measure: String, month: CivilDay, value: Double, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let record = try record(measure)
    if try data.keeper.isRepeat(token) { return }
    var faults = faults(month, value)
    if let known = record.values[month], faults.isEmpty {
      faults.append(
        FieldFault(
          "value",
          "\(month.monthText) has the value \(known.value) already. Correct it, with a reason."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      MeasureEvent.recorded(month: month, value: value), measure, by: author, token: token)
  }

  /// Corrects the value of a month for a reason; nil takes it away.
  ///
  /// - Throws: `EventRefusal`.
  public func correct(
    _ measure: String, month: CivilDay, value: Double?, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let record = try record(measure)
    if try data.keeper.isRepeat(token) { return }
    var faults = value.map { self.faults(month, $0) } ?? []
    if record.values[month] == nil {
      faults.append(FieldFault("month", "\(month.monthText) has no value to correct."))
    }
    faults += FieldFault.words(reason, "reason", "Say what was wrong.")
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      MeasureEvent.corrected(month: month, value: value, reason: reason), measure, by: author,
      token: token)
  }

  /// Sets another target, or none, for a reason.
  ///
  /// - Throws: `EventRefusal`.
  public func retarget(
    _ measure: String, to target: Double?, reason: String, decidedBy: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    _ = try record(measure)
    var faults = FieldFault.words(reason, "reason", "Say why the target changes.")
    faults += FieldFault.words(decidedBy, "decided-by", "Say which body or role decided.")
    if let target, !target.isFinite { faults.append(FieldFault("value", "Enter a number.")) }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      MeasureEvent.retargeted(target: target, reason: reason, decidedBy: decidedBy), measure,
      by: author, token: token)
  }

  /// Starts limits anew at a month, by a decision.
  ///
  /// - Throws: `EventRefusal`.
  public func rebase(
    _ measure: String, from month: CivilDay, reason: String, decidedBy: String,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let record = try record(measure)
    if try data.keeper.isRepeat(token) { return }
    var faults = FieldFault.words(
      reason, "reason", "Say what changed in the process, and how you know.")
    faults += FieldFault.words(decidedBy, "decided-by", "Say which body or role decided.")
    if record.rebases[month] != nil {
      faults.append(FieldFault("month", "Limits start anew at \(month.monthText) already."))
    } else if record.values[month] == nil {
      faults.append(FieldFault("month", "\(month.monthText) has no value to start from."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      MeasureEvent.rebased(from: month, reason: reason, decidedBy: decidedBy), measure, by: author,
      token: token)
  }

  /// Leaves a month out of limits and rules, or takes it in again, by a decision.
  ///
  /// - Throws: `EventRefusal`.
  public func exclude(
    _ measure: String, month: CivilDay, _ isExcluded: Bool, reason: String, decidedBy: String,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let record = try record(measure)
    if try data.keeper.isRepeat(token) { return }
    var faults = FieldFault.words(reason, "reason", "Say why.")
    faults += FieldFault.words(decidedBy, "decided-by", "Say which body or role decided.")
    if (record.exclusions[month] != nil) == isExcluded {
      faults.append(
        FieldFault(
          "month",
          isExcluded
            ? "\(month.monthText) is left out already." : "\(month.monthText) is not left out."))
    }
    if isExcluded, record.values[month] == nil {
      faults.append(FieldFault("month", "\(month.monthText) has no value to leave out."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      isExcluded
        ? MeasureEvent.excluded(month: month, reason: reason, decidedBy: decidedBy)
        : MeasureEvent.included(month: month, reason: reason, decidedBy: decidedBy), measure,
      by: author, token: token)
  }
}

extension MeasureDesk {
  func record(_ measure: String) throws(EventRefusal) -> MeasureRecord {
    guard plan.measure(measure) != nil else { throw .notFound }
    return try data.keeper.state(MeasureState.self).record(measure)
  }

  func faults(_ month: CivilDay, _ value: Double) -> [FieldFault] {
    var faults: [FieldFault] = []
    if !value.isFinite || abs(value) > 1e12 {
      faults.append(FieldFault("value", "Enter a number."))
    }
    if month != month.firstOfMonth {
      faults.append(FieldFault("month", "Enter a month, such as 2017-06."))
    } else if month > LondonTime.day(clock()) {
      faults.append(FieldFault("month", "\(month.monthText) has not come yet."))
    }
    return faults
  }
}
