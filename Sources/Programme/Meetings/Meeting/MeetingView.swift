// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Ledger

/// The meetings as they stand on a day, for pages and papers.
public struct MeetingView: Sendable {
  /// The meetings of all bodies, the latest first, without those that were cancelled.
  public let lines: [Line]
  /// The day that is shown.
  public let day: CivilDay

  /// One meeting.
  public struct Line: Sendable {
    /// The meeting so far.
    public let record: MeetingRecord
    /// The body, as the plan has it.
    public let body: GovernanceBody
    /// The agenda, with what was said.
    public let items: [Item]
    /// Where it is; empty when that is not said.
    public let place: String
    /// How many seats were taken.
    public let quorum: QuorumCount

    /// Such as "Kent and Medway STP Programme Board, 24 April 2017".
    public var title: String { "\(body.name), \(record.on.value.text)" }

    /// Whether it is still to come on a day.
    public func isToCome(on day: CivilDay) -> Bool { day < record.on.value }
  }

  /// An item with its texts.
  public struct Item: Sendable {
    /// The item so far.
    public let record: MeetingRecord.Item
    /// What it is about.
    public let title: String
    /// The papers: titles and addresses.
    public let papers: [(title: String, address: String)]
    /// The interests that were declared: the role of the seat, the text, and what was done.
    public let declarations: [(role: String, text: String, handling: String)]
    /// What was said; empty until there are minutes.
    public let minute: String
    /// What was wrong in the minutes.
    public let corrections: [String]
    /// The count of seats for this item.
    public let quorum: QuorumCount
  }

  /// The meetings of a state on a day.
  ///
  /// `body`: the id of a body, for its meetings alone.
  public init(
    plan: MeetingsPlan, state: MeetingState, texts: RecordTexts, day: CivilDay,
    body only: String? = nil
  ) {
    self.day = day
    lines = state.meetings.filter { $0.cancelled == nil && (only == nil || $0.body == only) }
      .compactMap { Line($0, plan, texts) }
      .sorted { ($1.record.on.value, $1.record.id) < ($0.record.on.value, $0.record.id) }
  }

  /// Meetings that are still to come, the next first.
  public var coming: [Line] { lines.filter { $0.isToCome(on: day) }.reversed() }

  /// Meetings that were held by the day, the last first.
  public var held: [Line] { lines.filter { !$0.isToCome(on: day) } }

  /// The line of a meeting, or nil.
  public subscript(id: String) -> Line? { lines.first { $0.record.id == id } }
}

extension MeetingView.Line {
  /// A meeting with its texts; nil when the plan has no such body.
  public init?(_ record: MeetingRecord, _ plan: MeetingsPlan, _ texts: RecordTexts) {
    guard let body = plan.body(record.body) else { return nil }
    self.record = record
    self.body = body
    place = texts[record.called.value.place]
    quorum = record.quorum(of: body)
    items = record.items.map { MeetingView.Item($0, record, body, texts) }
  }
}

extension MeetingView.Item {
  init(
    _ item: MeetingRecord.Item, _ meeting: MeetingRecord, _ body: GovernanceBody,
    _ texts: RecordTexts
  ) {
    record = item
    title = texts[item.item.title]
    papers = meeting.papers.filter { $0.value.item == item.item.id }
      .map { (texts[$0.value.title], $0.value.address) }
    declarations = meeting.declarations.filter { $0.value.item == item.item.id }.map { declared in
      let seat = body.seats.first { $0.id == declared.value.seat }
      return (
        seat?.role ?? declared.value.seat, texts[declared.value.text],
        declared.value.handling.label
      )
    }
    minute = texts[item.minute?.value]
    corrections = item.corrections.map { texts[$0.value] }
    quorum = meeting.quorum(of: body, item: item.item.id)
  }
}
