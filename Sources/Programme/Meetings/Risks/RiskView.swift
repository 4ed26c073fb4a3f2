// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Ledger

/// The register of risks as it stands on a day, for pages and papers.
public struct RiskView: Sendable {
  /// What is open, the highest score first.
  public let open: [Line]
  /// What was closed, the last first.
  public let closed: [Line]
  /// The day that is shown.
  public let day: CivilDay

  /// One risk.
  public struct Line: Sendable {
    /// The risk so far.
    public let record: RiskRecord
    /// What might happen, or has.
    public let text: String
    /// Who answers for it, in words.
    public let owner: String
    /// The name of the body to which it was escalated, or nil.
    public let body: String?
    /// The label of the assumption of the plan on which it bears, or nil.
    public let assumption: NamedThing?
    /// The score that counts on the day.
    public let score: RiskRecord.Scored?

    /// The score as a number; 0 when there is none.
    public var value: Int { score?.score.value ?? 0 }
    /// Its short name in the register, such as "R7".
    public var number: String { "R\(record.number)" }
  }

  /// The risks of a state on a day.
  public init(plan: MeetingsPlan, state: RiskState, texts: RecordTexts, day: CivilDay) {
    self.day = day
    let names = Dictionary(
      plan.owners.map { ($0.owner, $0.name) }, uniquingKeysWith: { first, _ in first })
    let lines = state.risks.map { record in
      Line(
        record: record, text: texts[record.raised.value.text],
        owner: names[record.owner.value] ?? record.owner.value.key,
        body: record.escalated.map { plan.body($0.value)?.name ?? $0.value },
        assumption: record.raised.value.assumption.flatMap { id in
          plan.assumptions.first { $0.id == id }
        },
        score: record.current())
    }
    open = lines.filter(\.record.isOpen).sorted {
      ($1.value, $0.record.number) < ($0.value, $1.record.number)
    }
    closed = lines.filter { !$0.record.isOpen }.sorted {
      ($0.record.closed?.entry ?? 0) > ($1.record.closed?.entry ?? 0)
    }
  }

  /// The line of a risk, or nil.
  public subscript(id: String) -> Line? { (open + closed).first { $0.record.id == id } }

  /// Open lines in the band of extreme risks.
  public var extreme: [Line] { open.filter { $0.score?.score.band == .extreme } }

  /// Open lines that a body has.
  public var escalated: [Line] { open.filter { $0.record.escalated != nil } }

  /// Open lines that were not looked at by their day.
  public var reviewsOverdue: [Line] { open.filter { $0.record.isReviewOverdue(on: day) } }

  /// The open lines of a cell of the matrix.
  public func lines(consequence: Int, likelihood: Int) -> [Line] {
    open.filter {
      $0.score?.score.consequence == consequence && $0.score?.score.likelihood == likelihood
    }
  }

  /// What moved since the end of a day: new, closed, happened, or with another score.
  public func movements(since before: CivilDay) -> [Movement] {
    (open + closed).sorted { $0.record.number < $1.record.number }.compactMap { line in
      let record = line.record
      if before < record.raised.day {
        return Movement(line: line, what: .new, from: nil, to: line.score?.score)
      }
      let earlier = record.current(on: before)
      if let closed = record.closed, before < closed.day {
        return Movement(line: line, what: .closed, from: earlier?.score, to: nil)
      }
      if let occurred = record.occurred, before < occurred.day {
        return Movement(line: line, what: .occurred, from: earlier?.score, to: line.score?.score)
      }
      guard record.isOpen, let from = earlier?.score.value, from != line.value else { return nil }
      return Movement(
        line: line, what: from < line.value ? .worse : .better, from: earlier?.score,
        to: line.score?.score)
    }
  }

  /// How a risk moved.
  public struct Movement: Sendable {
    /// The risk.
    public let line: Line
    /// What happened to it.
    public let what: Kind
    /// The score before; nil for a new one.
    public let from: RiskScore?
    /// The score now; nil for a closed one.
    public let to: RiskScore?

    /// The ways in which a risk can move.
    public enum Kind: String, Sendable {
      case new, worse, better, occurred, closed

      /// The words for it on a page.
      public var label: String {
        switch self {
        case .new: "New"
        case .worse: "Higher"
        case .better: "Lower"
        case .occurred: "Happened"
        case .closed: "Closed"
        }
      }
    }
  }
}
