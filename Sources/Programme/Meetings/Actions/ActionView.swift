// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Ledger

/// The actions as they stand on a day, for pages and papers.
public struct ActionView: Sendable {
  /// The open actions: overdue first, the longest overdue before the others, then by day.
  public let open: [Line]
  /// Those that ended, the last first.
  public let ended: [Line]
  /// The day that is shown.
  public let day: CivilDay

  /// One action.
  public struct Line: Sendable {
    /// The action so far.
    public let record: ActionRecord
    /// What is to be done.
    public let text: String
    /// Who does it, in words.
    public let owner: String
    /// The last note on it; empty when there is none.
    public let note: String
    /// Days since it was due; 0 when it is not overdue.
    public let daysOverdue: Int

    /// Such as "Overdue by 12 days", "Done on 4 May 2017" or "Open".
    public var standing: String {
      switch record.end?.value {
      case .done(let day): "Done on \(day.text)"
      case .dropped: "Dropped"
      case nil:
        daysOverdue == 0
          ? "Open" : "Overdue by \(daysOverdue) \(daysOverdue == 1 ? "day" : "days")"
      }
    }
  }

  /// The actions of a state on a day.
  public init(plan: MeetingsPlan, state: ActionState, texts: RecordTexts, day: CivilDay) {
    self.day = day
    let names = Dictionary(
      plan.owners.map { ($0.owner, $0.name) }, uniquingKeysWith: { first, _ in first })
    let lines = state.actions.map { record in
      Line(
        record: record, text: texts[record.raised.value.text],
        owner: names[record.owner.value] ?? record.owner.value.key,
        note: texts[record.lastNote], daysOverdue: record.daysOverdue(on: day))
    }
    open = lines.filter(\.record.isOpen).sorted {
      ($0.record.due.value, $0.record.raised.entry) < ($1.record.due.value, $1.record.raised.entry)
    }
    ended = lines.filter { !$0.record.isOpen }.sorted {
      $0.record.lastEntry > $1.record.lastEntry
    }
  }

  /// The open actions whose day has passed, the longest overdue first.
  public var overdue: [Line] { open.filter { 0 < $0.daysOverdue } }

  /// Open and ended actions that match.
  public func lines(where matches: (ActionRecord) -> Bool) -> [Line] {
    (open + ended).filter { matches($0.record) }
  }

  /// Open actions by owner, in the order of the names.
  public var byOwner: [(owner: String, lines: [Line])] {
    Dictionary(grouping: open, by: \.owner).sorted { $0.key < $1.key }
      .map { (owner: $0.key, lines: $0.value) }
  }
}
