// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
import Productivity

/// The rules of the break-glass log.
public struct BreakGlassDesk: Sendable {
  private let data: DataFolder
  private let organisations: [NamedThing]
  private let clock: @Sendable () -> Date

  /// The rules over a data folder, for the members of a partnership.
  public init(
    _ data: DataFolder, organisations: [NamedThing],
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.organisations = organisations
    self.clock = clock
  }

  private var today: CivilDay { LondonTime.day(clock()) }

  /// The log so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> BreakGlassState {
    try data.keeper.state(BreakGlassState.self)
  }

  /// Records what the partnership agreed on.
  ///
  /// `percents` are per cent above basic pay, by the name of the staff group; each group needs one.
  /// `approver` is who may let the maximum be exceeded, as a role.
  /// - Throws: `EventRefusal`.
  public func setPolicy(
    from: CivilDay, percents: [String: Double], approver: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    var faults: [FieldFault] = []
    for group in AgencyStaffGroup.allCases {
      guard let percent = percents[group.rawValue], (0...300).contains(percent) else {
        faults.append(
          FieldFault(group.rawValue, "\(group.label): enter per cent above basic pay, 0 to 300."))
        continue
      }
    }
    faults += Self.faults("approver", approver, "Say who approves, as a role.", upTo: 120)
    if !faults.isEmpty { throw .faults(faults) }
    let known = Set(AgencyStaffGroup.allCases.map(\.rawValue))
    let policy = BreakGlassPolicy(
      from: from, percentAboveBasic: percents.filter { known.contains($0.key) },
      approver: approver)
    try await append(.policySet(policy), "policy", author, token)
  }

  /// Records a request to pay more than the maximum.
  ///
  /// - Throws: `EventRefusal`: also when the rate is within the maximum, which needs no approval.
  public func request(
    _ wish: BreakGlassWish, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    var faults = wish.faults(today: today)
    if !organisations.contains(where: { $0.id == wish.organisation }) {
      faults.append(FieldFault("organisation", "Choose the organisation."))
    }
    let policy = try state().policy(on: wish.on)
    let maximum = policy?.maximum(basic: wish.basicRate, group: wish.group)
    if policy == nil {
      faults.append(FieldFault("on", "There is no policy for \(wish.on.text). Record one first."))
    } else if let maximum, wish.rate <= maximum + 0.000_001, wish.rate > 0 {
      let shown = ToolNumbers.text(maximum, decimals: 2, prefix: "£")
      faults.append(
        FieldFault(
          "rate", "This is within the maximum of \(shown) an hour, and needs no approval."))
    }
    guard let maximum, faults.isEmpty else { throw .faults(faults) }
    let reason = Content(wish.reason, kind: "break-glass-reason")
    let request = BreakGlassRequest(
      id: RandomID.make(), on: wish.on, organisation: wish.organisation, group: wish.group,
      shifts: wish.shifts, hours: wish.hours, basicRate: wish.basicRate, rate: wish.rate,
      maximum: maximum, reason: reason.reference)
    try await append(.requested(request), wish.organisation, author, token, [reason])
  }

  /// Records a decision; who asked may not decide.
  ///
  /// - Throws: `EventRefusal.notFound`, `.notNow` when it was decided or asked for by the same
  ///   account.
  public func decide(
    _ id: String, isApproved: Bool, words: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let record = try state().record(id) else { throw .notFound }
    if let decision = record.decision {
      throw .notNow("This was decided on \(decision.on.text).")
    }
    if record.requester == author.id {
      throw .notNow("Who asks may not decide. Let the approver sign in and decide.")
    }
    let faults = Self.faults("words", words, "Say why.", upTo: 1000)
    if !faults.isEmpty { throw .faults(faults) }
    let content = Content(words, kind: "break-glass-decision")
    let decision = BreakGlassDecision(
      request: id, isApproved: isApproved, on: today, words: content.reference)
    // One decision for a request, whoever sends it first.
    try await append(
      .decided(decision), record.request.organisation, author, token ?? "decided-" + id, [content])
  }

  /// Records that a week that is over was reported, with its counts as they stand.
  ///
  /// - Throws: `EventRefusal.faults` for a day that is no Monday or a week that is not over,
  ///   `.notNow` when it was reported.
  public func report(_ week: CivilDay, by author: Author) async throws(EventRefusal) {
    if BreakGlassState.week(of: week) != week {
      throw .faults([FieldFault("week", "Choose a Monday.")])
    }
    if today < week.adding(7) {
      throw .faults([FieldFault("week", "The week of \(week.text) is not over.")])
    }
    let state = try state()
    if state.reports[week] != nil { throw .notNow("This week was reported.") }
    let records = state.records(inWeekOf: week)
    let approved = records.filter { $0.decision?.isApproved == true }.map(\.request)
    let report = BreakGlassReport(
      week: week, requests: records.count,
      shifts: records.reduce(0) { $0 + $1.request.shifts },
      approvedShifts: approved.reduce(0) { $0 + $1.shifts },
      aboveMaximum: approved.reduce(0) { $0 + $1.aboveMaximum })
    try await append(.reported(report), "weekly", author, "break-glass-week-" + week.iso)
  }

  private static func faults(
    _ field: String, _ text: String, _ missing: String, upTo length: Int
  ) -> [FieldFault] {
    if !text.contains(where: { !$0.isWhitespace }) { return [FieldFault(field, missing)] }
    return text.count <= length
      ? [] : [FieldFault(field, "\(length) characters at most; this has \(text.count).")]
  }

  private func append(
    _ event: BreakGlassEvent, _ subject: String, _ author: Author, _ token: String?,
    _ contents: [Content] = []
  ) async throws(EventRefusal) {
    try await data.keeper.append(event, subject, by: author, token: token, contents)
  }
}

/// What somebody asks for, as it was typed.
public struct BreakGlassWish: Sendable {
  /// The day of the first shift.
  public var on: CivilDay
  /// The id of the organisation.
  public var organisation: String
  /// The name of the staff group.
  public var group: String
  /// Shifts.
  public var shifts: Int
  /// Hours of all shifts together.
  public var hours: Double
  /// Basic pay for an hour, in pounds.
  public var basicRate: Double
  /// What the agency asks for an hour, in pounds.
  public var rate: Double
  /// Why patients would not be safe otherwise.
  public var reason: String

  /// A wish; the desk says what is wrong with it.
  public init(
    on: CivilDay, organisation: String, group: String, shifts: Int, hours: Double,
    basicRate: Double, rate: Double, reason: String
  ) {
    self.on = on
    self.organisation = organisation
    self.group = group
    self.shifts = shifts
    self.hours = hours
    self.basicRate = basicRate
    self.rate = rate
    self.reason = reason
  }

  func faults(today: CivilDay) -> [FieldFault] {
    var faults: [FieldFault] = []
    if AgencyStaffGroup(rawValue: group) == nil {
      faults.append(FieldFault("group", "Choose the staff group."))
    }
    if on > today.adding(60) {
      faults.append(FieldFault("on", "Ask for shifts within the next 60 days."))
    }
    if !(1...99).contains(shifts) { faults.append(FieldFault("shifts", "Enter 1 to 99 shifts.")) }
    if !(hours > 0 && hours <= 24 * Double(max(shifts, 1))) {
      faults.append(
        FieldFault("hours", "Enter the hours of all shifts, 24 for each at most."))
    }
    for (field, value) in [("basic", basicRate), ("rate", rate)] {
      if !(value > 0 && value <= 1000) {
        faults.append(FieldFault(field, "Enter pounds an hour, above 0 and up to 1,000."))
      }
    }
    if !reason.contains(where: { !$0.isWhitespace }) {
      faults.append(FieldFault("reason", "Say why patients would not be safe otherwise."))
    } else if reason.count > 1000 {
      faults.append(FieldFault("reason", "1,000 characters at most; this has \(reason.count)."))
    }
    return faults
  }
}
