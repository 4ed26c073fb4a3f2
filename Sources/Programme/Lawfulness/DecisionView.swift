// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement

/// Joint decisions as of a day, for pages and papers.
public struct DecisionView: Sendable {
  /// A decision, with what a paper says of it.
  public struct Item: Sendable {
    /// Everything recorded of it.
    public let record: DecisionRecord
    /// How it stands.
    public let status: DecisionStatus
    /// The name of the committee.
    public let committee: String
    /// The names of its matters.
    public let subjects: [String]
    /// The day on which it was decided, or is planned to be.
    public let day: CivilDay
    /// What is wrong: as recorded when a vote was closed, or as it would be on the planned day.
    public let defects: [RecordedDefect]
    /// The earliest day on which it could lawfully be taken, from what is recorded now; nil when
    /// it was taken, or when that is not known.
    public let earliest: CivilDay?
    /// The body that settles that day.
    public let critical: String?
    /// The entry that last changed its status.
    public let sequence: Int64
    /// The path of its page.
    public var path: String { "/programme/decisions/\(record.number)" }
  }

  /// When a committee could next decide on a matter.
  public struct NextLawful: Sendable {
    /// The committee.
    public let committee: CommitteeDefinition
    /// The matter.
    public let subject: AuthoritySubject
    /// What the engine found.
    public let earliest: EarliestLawful
    /// The day, or nil when there is none as far as is known.
    public var day: CivilDay? { earliest.day.map { CivilDay(number: $0) } }
  }

  /// Decided or ratified, in the order of deciding.
  public let taken: [Item]
  /// Proposed, or with the vote open, in the order of the planned day.
  public let pending: [Item]
  /// Invalid, with their defects, in the order of the vote.
  public let invalid: [Item]
  /// Not carried.
  public let notCarried: [Item]
  /// Withdrawn.
  public let withdrawn: [Item]
  /// Recommendations to bodies that decide for themselves, in order.
  public let recommendations: [RecommendationRecord]
  /// When each committee could next decide on each matter of its terms of reference.
  public let nextLawful: [NextLawful]

  /// The decisions of a state as of a day.
  public init(plan: AuthorityPlan, state: DecisionState, day: CivilDay) {
    let items = state.decisions.map { DecisionView.item($0, plan, state, day) }
    func of(_ statuses: DecisionStatus...) -> [Item] {
      items.filter { statuses.contains($0.status) }
        .sorted { ($0.day, $0.record.number) < ($1.day, $1.record.number) }
    }
    taken = of(.decided, .ratified)
    pending = of(.proposed, .voteOpen)
    invalid = of(.invalid)
    notCarried = of(.notCarried)
    withdrawn = of(.withdrawn)
    recommendations = state.recommendations
    nextLawful = plan.committees.flatMap { committee in
      committee.subjects.compactMap { id in
        plan.subjects.first { $0.id == id }.flatMap { subject in
          plan.register(committee.id, state, from: day).map {
            NextLawful(
              committee: committee, subject: subject,
              earliest: $0.earliestLawfulDay(
                for: ProposedDecision(subjects: [id]), from: day.number))
          }
        }
      }
    }
  }

  private static func item(
    _ record: DecisionRecord, _ plan: AuthorityPlan, _ state: DecisionState, _ day: CivilDay
  ) -> Item {
    let proposal = record.proposal
    let status = record.status
    let isTaken = status == .decided || status == .ratified
    let register = plan.register(proposal.committee, state, from: day)
    let earliest =
      isTaken || status == .withdrawn
      ? nil : register?.earliestLawfulDay(for: proposal.decision, from: day.number)
    let sitting = record.decisiveSitting
    let defects: [RecordedDefect]
    if let closing = sitting?.closing {
      defects = closing.defects
    } else {
      // Asked from today on, so that lead times count from today and not from the planned day.
      defects = outlook(record, plan, state, day)
    }
    return Item(
      record: record, status: status, committee: plan.name(proposal.committee),
      subjects: proposal.subjects.map(plan.subjectName), day: sitting?.plan.on ?? record.plannedOn,
      defects: defects, earliest: earliest?.day.map { CivilDay(number: $0) },
      critical: earliest?.criticalBody.map(plan.name), sequence: record.statusSequence)
  }

  /// What would be wrong on the planned day, or on the day of the view when that is later; lead
  /// times count from the day of the view.
  public static func outlook(
    _ record: DecisionRecord, _ plan: AuthorityPlan, _ state: DecisionState, _ day: CivilDay
  ) -> [RecordedDefect] {
    let proposal = record.proposal
    guard let register = plan.register(proposal.committee, state, from: day) else { return [] }
    let committee = plan.committee(proposal.committee)
    let planned = register.validity(of: proposal.decision, on: max(day, record.plannedOn).number)
    let now = register.validity(of: proposal.decision, on: day.number)
    return planned.defects.map { defect in
      let same = now.defects.first { $0.body == defect.body && $0.subject == defect.subject }
      return RecordedDefect(same ?? defect, committee: committee, plan)
    }
  }
}
