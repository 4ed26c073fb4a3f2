// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Every meeting so far.
public struct MeetingState: Fold {
  /// The events of this state.
  public typealias Event = MeetingEvent
  /// In the order in which they were called.
  public private(set) var meetings: [MeetingRecord] = []
  private var places: [String: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: MeetingEvent, _ entry: Entry) {
    if case .called(let call) = event {
      guard places[entry.subject] == nil else { return }
      places[entry.subject] = meetings.count
      meetings.append(MeetingRecord(id: entry.subject, call, entry))
    } else if let place = places[entry.subject] {
      meetings[place].apply(event, entry)
    }
  }

  /// The meeting of an id, or nil.
  public subscript(id: String) -> MeetingRecord? { places[id].map { meetings[$0] } }

  /// The meetings of a body, the earliest first, without those that were cancelled.
  public func meetings(of body: String) -> [MeetingRecord] {
    meetings.filter { $0.body == body && $0.cancelled == nil }.sorted {
      ($0.on.value, $0.called.entry) < ($1.on.value, $1.called.entry)
    }
  }
}

/// One meeting so far.
public struct MeetingRecord: Sendable, Equatable {
  /// The id.
  public let id: String
  /// As it was called.
  public let called: Recorded<MeetingCall>
  /// The day, as moved last.
  public private(set) var on: Recorded<CivilDay>
  /// Why it was cancelled; nil when it was not.
  public private(set) var cancelled: Recorded<ContentReference>?
  /// The agenda, in order, with what was said.
  public private(set) var items: [Item]
  /// The papers, in the order of attaching.
  public private(set) var papers: [Recorded<MeetingPaper>] = []
  /// Who came; nil until it is recorded.
  public private(set) var attendance: Recorded<[SeatAttendance]>?
  /// The interests that were declared.
  public private(set) var declarations: [Recorded<MeetingDeclaration>] = []
  /// The entry with which the minutes went to the members.
  public private(set) var drafted: Recorded<Bool>?
  /// The meeting that agreed the minutes.
  public private(set) var agreed: Recorded<String?>?
  /// The seat whose holder signed them.
  public private(set) var signed: Recorded<String>?

  /// An item with what was said.
  public struct Item: Sendable, Equatable {
    /// The item.
    public let item: AgendaItem
    /// The entry that put it on the agenda.
    public let entry: Int64
    /// What was said.
    public var minute: Recorded<ContentReference>?
    /// What became of it.
    public var outcome: Recorded<ItemOutcome>?
    /// What was wrong in the minutes, in order.
    public var corrections: [Recorded<ContentReference>] = []
  }

  init(id: String, _ call: MeetingCall, _ entry: Entry) {
    self.id = id
    called = Recorded(call, entry)
    on = Recorded(call.on, entry)
    items = call.items.map { Item(item: $0, entry: entry.sequence) }
  }

  mutating func apply(_ event: MeetingEvent, _ entry: Entry) {
    switch event {
    case .called: break
    case .moved(let day): on = Recorded(day, entry)
    case .cancelled(let reason): cancelled = Recorded(reason, entry)
    case .itemAdded(let item): items.append(Item(item: item, entry: entry.sequence))
    case .itemRemoved(let id): items.removeAll { $0.item.id == id }
    case .paperAttached(let paper): papers.append(Recorded(paper, entry))
    case .attended(let seats): attendance = Recorded(seats, entry)
    case .declared(let declaration): declarations.append(Recorded(declaration, entry))
    default: applyMinutes(event, entry)
    }
  }

  private mutating func applyMinutes(_ event: MeetingEvent, _ entry: Entry) {
    switch event {
    case .minuted(let id, let text, let outcome):
      change(id) {
        $0.minute = Recorded(text, entry)
        $0.outcome = Recorded(outcome, entry)
      }
    case .drafted: drafted = Recorded(true, entry)
    case .agreed(let meeting, _): agreed = Recorded(meeting, entry)
    case .signed(let seat, _): signed = Recorded(seat, entry)
    case .corrected(let id, let text):
      change(id) { $0.corrections.append(Recorded(text, entry)) }
    default: break
    }
  }

  private mutating func change(_ id: String, _ change: (inout Item) -> Void) {
    if let place = items.firstIndex(where: { $0.item.id == id }) { change(&items[place]) }
  }

  /// The id of the body.
  public var body: String { called.value.body }

  /// The texts of the minutes, in the order of the agenda.
  public var minutes: [ContentReference] { items.compactMap { $0.minute?.value } }

  /// How far the minutes are.
  public var stage: MinutesStage {
    if signed != nil { return .signed }
    if agreed != nil { return .agreed }
    if drafted != nil { return .drafted }
    return minutes.isEmpty ? .none : .writing
  }

  /// How many counted seats were taken, for the meeting or for one of its items.
  ///
  /// A seat whose holder left for an item, or had no part in its decision, does not count there.
  public func quorum(of body: GovernanceBody, item: String? = nil) -> QuorumCount {
    let seats = body.seats(on: on.value).filter(\.isCounted)
    let out = declarations.filter { item == $0.value.item && !$0.value.handling.isCounted }
      .map(\.value.seat)
    let taken = (attendance?.value ?? []).filter { $0.presence.isTaken }.map(\.seat)
    let counted = seats.count { taken.contains($0.id) && !out.contains($0.id) }
    return QuorumCount(taken: counted, seats: seats.count, needed: body.quorum)
  }
}

/// How far the minutes of a meeting are.
public enum MinutesStage: String, Sendable, CaseIterable {
  case none, writing, drafted, agreed, signed

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .none: "No minutes yet"
    case .writing: "Minutes are being written"
    case .drafted: "Draft minutes"
    case .agreed: "Agreed minutes"
    case .signed: "Signed minutes"
    }
  }

  /// Whether the public can read them.
  public var isPublic: Bool { self == .agreed || self == .signed }
}

/// How many seats were taken, and whether that is enough.
public struct QuorumCount: Sendable, Equatable {
  /// Counted seats that were taken.
  public let taken: Int
  /// Counted seats that there are.
  public let seats: Int
  /// How many are needed; nil when no number is published.
  public let needed: Int?

  /// A count of counted seats.
  public init(taken: Int, seats: Int, needed: Int?) {
    self.taken = taken
    self.seats = seats
    self.needed = needed
  }

  /// Whether enough seats were taken; nil when no number is published.
  public var isReached: Bool? { needed.map { $0 <= taken } }

  /// The count in words.
  public var text: String {
    let count = "\(taken) of \(seats) voting seats were taken"
    guard let needed else { return count + "; no quorum is published." }
    return needed <= taken
      ? "\(count); the quorum is \(needed), so it was reached."
      : "\(count); the quorum is \(needed), so it was not reached."
  }
}
