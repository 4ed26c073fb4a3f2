// SPDX-License-Identifier: Apache-2.0

public import Authority
import Engagement

/// Missing authority in plain words.
public struct AuthorityWords: Sendable {
  private let plan: AuthorityPlan

  /// Words with the names of a plan.
  public init(_ plan: AuthorityPlan) { self.plan = plan }

  /// The clause that is missing or stands in the way.
  public func clause(_ defect: AuthorityDefect, _ committee: CommitteeDefinition?) -> String {
    if let clause = defect.fault.clause { return clause }
    return switch defect.fault {
    case .outsideTerms: "Terms of reference of the committee"
    case .noSeat: "Voting seat in the committee"
    default: "Missing: " + (committee?.clauseWanted ?? "a clause on joint decisions")
    }
  }

  /// What is wrong, in a sentence without the name of the body.
  public func text(_ defect: AuthorityDefect, _ committee: CommitteeDefinition?) -> String {
    let matter = "“\(plan.subjectName(defect.subject))”"
    let joint = committee?.name ?? "the committee"
    switch defect.fault {
    case .noConstitution: return "Nothing is recorded of its constitution on that day."
    case .noClause: return "No clause of its constitution lets it decide on \(matter) with others."
    case .notYet(let clause, let first):
      return "Clause \(clause) has effect from \(day(first)), not before."
    case .lapsed(let clause, let last):
      return "Clause \(clause) lapsed: its last day was \(day(last))."
    case .notResolved(let clause):
      return "Clause \(clause) lets it hand \(matter) to \(joint), and it has not resolved to."
    case .withdrawn(let clause, let last):
      return "It withdrew what it had handed over under clause \(clause): the last day was "
        + "\(day(last))."
    case .excluded(let clause): return "Clause \(clause) keeps \(matter) for the body itself."
    case .overLimit(let clause, let limit, let amount):
      return "Clause \(clause) allows \(pounds(limit)) at most; this commits \(pounds(amount))."
    case .amountNotStated(let clause, let limit):
      return "Clause \(clause) allows \(pounds(limit)) at most, and the proposal names no sum."
    case .noSeat: return "It has no voting seat in \(joint) on that day."
    case .outsideTerms: return "The committee’s terms of reference do not cover \(matter)."
    }
  }

  /// How it is put right and how long that takes.
  public func cure(_ defect: AuthorityDefect) -> String {
    guard let cure = defect.cure else {
      return defect.fault == .outsideTerms || defect.fault == .noSeat
        ? "The committee’s own terms would have to change."
        : "How long a change takes is not known."
    }
    let total = "Lead time \(count(cure.leadDays, "day")): "
    switch cure.step {
    case .statement: return "The proposal has to name the sum."
    case .wait: return total + "what is agreed has effect from \(day(cure.firstDay))."
    case .resolution:
      return total + "\(count(cure.noticeDays, "day")) of notice, then a resolution at its meeting "
        + "on \(day(cure.meeting ?? cure.firstDay))."
    case .amendment:
      let approval =
        cure.approvalDays == 0 ? "" : ", then \(count(cure.approvalDays, "day")) for approval"
      return total + "\(count(cure.noticeDays, "day")) of notice, its meeting on "
        + "\(day(cure.meeting ?? cure.firstDay))\(approval); in effect from \(day(cure.firstDay))."
    }
  }

  private func day(_ number: Int) -> String { CivilDay(number: number).text }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func pounds(_ value: Double) -> String {
    AuthorityWords.pounds(Int(value.rounded()))
  }

  /// Whole pounds with commas, such as "£1,000,000".
  public static func pounds(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return "£" + text
  }
}
