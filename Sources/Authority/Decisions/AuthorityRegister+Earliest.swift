// SPDX-License-Identifier: Apache-2.0

/// When a body could have its authority, when it starts on it on a day.
public struct BodyReadiness: Sendable, Equatable {
  /// The body.
  public let body: String
  /// The first day on which it can have authority for every matter; nil when that is not known.
  public let firstDay: Int?
  /// What has to be put right, matter by matter; empty when it has authority already.
  public let defects: [AuthorityDefect]
}

/// The earliest day on which a decision could lawfully be taken.
public struct EarliestLawful: Sendable, Equatable {
  /// The first meeting of the committee by which every body can have its authority; nil when there
  /// is none, as far as meetings are known.
  public let day: Int?
  /// The first day on which every body can have its authority, whether or not the committee meets;
  /// nil when one of them cannot.
  public let readyDay: Int?
  /// Each body, in the order of the seats.
  public let bodies: [BodyReadiness]
  /// The body that takes longest, when any has something to put right.
  public let criticalBody: String?
  /// The matters that the committee's own terms of reference do not cover; while there are any,
  /// there is no such day.
  public let outsideTerms: [String]
}

extension AuthorityRegister {
  /// The earliest day on which a decision could lawfully be taken, when every body starts at once
  /// on what it lacks.
  ///
  /// For each body: the first meeting for which notice can be given, plus the time of approval; the
  /// body that takes longest settles the day; then the next meeting of the committee for which
  /// notice can be given. A delegation that lapses before that meeting counts as missing.
  public func earliestLawfulDay(
    for decision: ProposedDecision, from day: Int
  ) -> EarliestLawful {
    let bodies = bound(by: decision, on: day).map { readiness($0, decision, from: day) }
    let outside = decision.subjects.filter { !covers($0) }
    let days = bodies.compactMap(\.firstDay)
    let isPossible = days.count == bodies.count && outside.isEmpty
    let ready = isPossible ? max(day, days.max() ?? day) : nil
    let meeting = ready.flatMap { _ in
      committee.meetings.first { meeting in
        meeting >= day + committee.noticeDays
          && bodies.allSatisfy { holds($0.body, decision, on: meeting, startingOn: day) }
      }
    }
    return EarliestLawful(
      day: meeting, readyDay: ready, bodies: bodies, criticalBody: critical(bodies),
      outsideTerms: outside)
  }

  /// How a fault is put right, when the body starts on a day.
  func cure(
    of fault: AuthorityFault, _ body: String, _ subject: String, _ amount: Double?, from day: Int
  ) -> AuthorityCure? {
    switch fault {
    case .noSeat, .outsideTerms: return nil
    case .amountNotStated:
      return AuthorityCure(
        step: .statement, meeting: nil, firstDay: day, leadDays: 0, noticeDays: 0,
        approvalDays: 0)
    default: break
    }
    guard let constitution = constitutions[body] else { return nil }
    let acted = act(fault, constitution, from: day)
    let waited = wait(constitution, subject, amount, after: day)
    guard let acted, let waited else { return acted ?? waited }
    return waited.firstDay <= acted.firstDay ? waited : acted
  }

  /// What the body itself can do: resolve where it has the power, or else amend.
  private func act(
    _ fault: AuthorityFault, _ constitution: BodyConstitution, from day: Int
  ) -> AuthorityCure? {
    if fault == .noSeat || fault == .outsideTerms { return nil }
    guard let rule = constitution.amendment, let meeting = rule.meeting(noticeOn: day) else {
      return nil
    }
    let isResolution =
      switch fault {
      case .notResolved, .withdrawn: true
      default: false
      }
    let approval = isResolution ? 0 : rule.approvalDays
    return AuthorityCure(
      step: isResolution ? .resolution : .amendment, meeting: meeting,
      firstDay: meeting + approval, leadDays: meeting + approval - day,
      noticeDays: rule.noticeDays, approvalDays: approval)
  }

  /// What comes about by waiting: a version or a clause that is agreed and has no effect yet.
  private func wait(
    _ constitution: BodyConstitution, _ subject: String, _ amount: Double?, after day: Int
  ) -> AuthorityCure? {
    let starts =
      constitution.versions.compactMap(\.since)
      + constitution.versions.flatMap(\.clauses).compactMap(\.since)
      + constitution.resolutions.map(\.since)
    let first = starts.filter { $0 > day }.sorted().first { start in
      if case .sufficient = constitution.standing(
        of: subject, before: committee.id, amount: amount, on: start)
      {
        return true
      }
      return false
    }
    return first.map {
      AuthorityCure(
        step: .wait, meeting: nil, firstDay: $0, leadDays: $0 - day, noticeDays: 0,
        approvalDays: 0)
    }
  }

  private func readiness(
    _ body: String, _ decision: ProposedDecision, from day: Int
  ) -> BodyReadiness {
    let defects = decision.subjects.compactMap { subject -> AuthorityDefect? in
      guard case .lacking(let fault) = standing(of: body, subject, decision.amount, on: day)
      else { return nil }
      return AuthorityDefect(
        body: body, subject: subject, fault: fault,
        cure: cure(of: fault, body, subject, decision.amount, from: day))
    }
    let days = defects.compactMap { $0.cure?.firstDay }
    return BodyReadiness(
      body: body, firstDay: days.count == defects.count ? max(day, days.max() ?? day) : nil,
      defects: defects)
  }

  /// Whether a body can have authority for every matter on a day, when it starts on another.
  private func holds(
    _ body: String, _ decision: ProposedDecision, on day: Int, startingOn start: Int
  ) -> Bool {
    decision.subjects.allSatisfy { subject in
      guard case .lacking(let fault) = standing(of: body, subject, decision.amount, on: day)
      else { return true }
      if case .amountNotStated = fault { return true }
      // What it will lack on that day it can see coming, and put right from the start on.
      guard let constitution = constitutions[body], let cure = act(fault, constitution, from: start)
      else { return false }
      return cure.firstDay <= day
    }
  }

  private func critical(_ bodies: [BodyReadiness]) -> String? {
    let lacking = bodies.filter { !$0.defects.isEmpty }
    if let never = lacking.first(where: { $0.firstDay == nil }) { return never.body }
    var last: BodyReadiness?
    for body in lacking where (body.firstDay ?? 0) > (last?.firstDay ?? .min) { last = body }
    return last?.body
  }
}
