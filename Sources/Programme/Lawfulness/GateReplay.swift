// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
import PlanPackage

/// What was blocked on the days of a change, and why: its record played again.
public struct GateReplay: Sendable {
  /// The change on the day that is shown.
  public let view: GateChangeView

  /// The record of a change, played up to a day.
  public init(_ view: GateChangeView) { self.view = view }

  /// The first day before any hold, to the day after the last: every day on which something differs
  /// lies between; nil without a hold.
  public var extent: ClosedRange<CivilDay>? {
    view.holds.extent.map { $0.lowerBound.adding(-1)...$0.upperBound.adding(1) }
  }

  /// The stretches of days on which the same holds were in force, in order.
  public var periods: [HoldPeriod] {
    guard let extent else { return [] }
    return view.holds.calendar.periods(
      from: extent.lowerBound.number, through: extent.upperBound.number)
  }

  /// A month of the calendar of blocked days.
  public struct Month: Sendable, Equatable {
    /// The first of the month.
    public let first: CivilDay
    /// Days on which work that cannot be undone was blocked.
    public let blocked: Int
    /// Days on which it may have been.
    public let possible: Int
    /// Days on which it was not.
    public let free: Int
    /// The holds that were, or may have been, in force on a day of the month.
    public let holds: [String]
  }

  /// Every month from the first hold to the end of the last, counted day by day.
  public var months: [Month] {
    guard let extent = view.holds.extent else { return [] }
    var (year, month, _) = extent.lowerBound.parts
    var months: [Month] = []
    while let first = CivilDay(year: year, month: month, day: 1), first <= extent.upperBound {
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      guard let next = CivilDay(year: year, month: month, day: 1) else { break }
      months.append(self.month(first, next.adding(-1)))
    }
    return months
  }

  /// What the record says of a day and of the days before: newest first.
  public var happened: [GateRecordedEvent] {
    view.change.record
      .filter { $0.last <= view.day && $0.kind != .plannedStep && $0.kind != .passed }
      .sorted { ($1.last, $1.id) < ($0.last, $0.id) }
  }

  /// Changes made for another reason by the day, with whether a hold was then in force.
  public var otherChanges: [(event: GateRecordedEvent, block: HoldBlock)] {
    view.change.record.filter { $0.kind == .otherChange && $0.last <= view.day }
      .map { ($0, view.holds.block(on: $0.first)) }
  }

  /// Steps that had been planned for a time by the day, and that a hold stood against then.
  public var plannedSteps: [(event: GateRecordedEvent, block: HoldBlock)] {
    view.change.record.filter { $0.kind == .plannedStep && $0.isReversible == false }
      .map { ($0, view.holds.block(on: $0.first)) }
  }

  /// Days worth looking at: the day before a hold can have begun, its first certain day, its last,
  /// and the day after; in order, without repeats.
  public var telling: [CivilDay] {
    let days = view.holds.all.flatMap { hold in
      [hold.begins.first.adding(-1), hold.begins.last]
        + (hold.ends.map { [$0.last, $0.last.adding(1)] } ?? [])
    }
    return Array(Set(days)).sorted()
  }

  private func month(_ first: CivilDay, _ last: CivilDay) -> Month {
    let stretches = view.holds.calendar.periods(from: first.number, through: last.number)
    func days(_ force: LegalHoldForce) -> Int {
      stretches.filter { $0.block.force == force }.reduce(0) { $0 + $1.days }
    }
    let inForce = stretches.flatMap { $0.block.certain + $0.block.possible }
    return Month(
      first: first, blocked: days(.certain), possible: days(.possible), free: days(.none),
      holds: view.holds.all.map(\.id).filter(inForce.contains))
  }
}
