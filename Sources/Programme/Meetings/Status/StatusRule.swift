// SPDX-License-Identifier: Apache-2.0

public import Engagement

/// What the record says of a workstream on a day, from which its status is computed.
public struct StatusEvidence: Sendable, Equatable {
  /// Its open actions.
  public var openActions = 0
  /// Those whose day has passed.
  public var overdueActions = 0
  /// The most days that one of these is overdue.
  public var longestOverdue = 0
  /// Its open risks and issues.
  public var openRisks = 0
  /// The highest score among these.
  public var highestRisk = 0
  /// Those that were not looked at by their day.
  public var reviewsOverdue = 0
  /// Work of its that is late, each in words, as another part of the record has it.
  public var lateWork: [String] = []

  /// Nothing is known.
  public init() {}

  /// What actions and risks say of a workstream on a day.
  public init(_ workstream: String, _ actions: ActionState, _ risks: RiskState, day: CivilDay) {
    let open = actions.actions.filter { $0.isOpen && $0.workstream == workstream }
    let late = open.map { $0.daysOverdue(on: day) }.filter { 0 < $0 }
    openActions = open.count
    overdueActions = late.count
    longestOverdue = late.max() ?? 0
    let standing = risks.risks.filter { $0.isOpen && $0.workstream == workstream }
    openRisks = standing.count
    highestRisk = standing.compactMap { $0.current()?.score.value }.max() ?? 0
    reviewsOverdue = standing.filter { $0.isReviewOverdue(on: day) }.count
  }
}

/// The rules that make a status of what the record says; a convention of this program.
///
/// Off track: three actions overdue, or one for more than 30 days, or a risk of 20 or more, or two
/// pieces of work late. Some concern: any action, review or piece of work overdue, or a risk of 15
/// or more. Otherwise on track.
public enum StatusRule {
  /// The rules in words, for pages.
  public static let text = [
    "Off track: three or more actions overdue, one overdue for more than 30 days, a risk that "
      + "scores 20 or more, or two pieces of work late.",
    "Some concern: an action, a review of a risk or a piece of work overdue, or a risk that "
      + "scores 15 or more.",
    "On track: none of these.",
  ]

  /// The status that evidence gives, and why.
  public static func status(
    _ evidence: StatusEvidence
  ) -> (level: StatusLevel, reasons: [String]) {
    let severe = severe(evidence)
    let mild = mild(evidence)
    if !severe.isEmpty { return (.offTrack, severe + mild) }
    return mild.isEmpty ? (.onTrack, ["Nothing is overdue."]) : (.concern, mild)
  }

  private static func severe(_ evidence: StatusEvidence) -> [String] {
    var reasons: [String] = []
    if 30 < evidence.longestOverdue {
      reasons.append("An action is overdue by \(evidence.longestOverdue) days.")
    }
    if 3 <= evidence.overdueActions {
      reasons.append("\(evidence.overdueActions) actions are overdue.")
    }
    if 20 <= evidence.highestRisk {
      reasons.append("A risk scores \(evidence.highestRisk).")
    }
    if 2 <= evidence.lateWork.count { reasons += evidence.lateWork }
    return reasons
  }

  private static func mild(_ evidence: StatusEvidence) -> [String] {
    var reasons: [String] = []
    if (1..<3).contains(evidence.overdueActions) {
      reasons.append(count(evidence.overdueActions, "action is overdue", "actions are overdue"))
    }
    if (15..<20).contains(evidence.highestRisk) {
      reasons.append("A risk scores \(evidence.highestRisk).")
    }
    if 0 < evidence.reviewsOverdue {
      reasons.append(
        count(
          evidence.reviewsOverdue, "review of a risk is overdue", "reviews of risks are overdue"))
    }
    if evidence.lateWork.count == 1 { reasons += evidence.lateWork }
    return reasons
  }

  private static func count(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)."
  }
}
