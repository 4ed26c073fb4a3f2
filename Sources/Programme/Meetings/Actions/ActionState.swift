// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Every action so far.
public struct ActionState: Fold {
  /// The events of this state.
  public typealias Event = ActionEvent
  /// In the order in which they were raised.
  public private(set) var actions: [ActionRecord] = []
  private var places: [String: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ActionEvent, _ entry: Entry) {
    if case .raised(let details) = event {
      guard places[entry.subject] == nil else { return }
      places[entry.subject] = actions.count
      actions.append(ActionRecord(id: entry.subject, details, entry))
    } else if let place = places[entry.subject] {
      actions[place].apply(event, entry)
    }
  }

  /// The action of an id, or nil.
  public subscript(id: String) -> ActionRecord? { places[id].map { actions[$0] } }
}

/// One action so far.
public struct ActionRecord: Sendable, Equatable {
  /// The id.
  public let id: String
  /// As it was raised.
  public let raised: Recorded<ActionDetails>
  /// Who does it.
  public private(set) var owner: Recorded<RecordOwner>
  /// The day by which it is to be done, as moved last.
  public private(set) var due: Recorded<CivilDay>
  /// How it ended; nil while it is open.
  public private(set) var end: Recorded<End>?
  /// What happened to it, in order, with the raising first.
  public private(set) var history: [Step] = []

  /// How an action ended.
  public enum End: Sendable, Equatable {
    case done(on: CivilDay)
    case dropped
  }

  /// One thing that happened to an action.
  public struct Step: Sendable, Equatable {
    /// What happened, in words.
    public let what: String
    /// The text that goes with it.
    public let note: ContentReference?
    /// The day on which it was recorded.
    public let day: CivilDay
    /// The sequence number of the entry.
    public let entry: Int64
  }

  init(id: String, _ details: ActionDetails, _ entry: Entry) {
    self.id = id
    raised = Recorded(details, entry)
    owner = Recorded(details.owner, entry)
    due = Recorded(details.due, entry)
    note("Raised, due \(details.due.text)", nil, entry)
  }

  mutating func apply(_ event: ActionEvent, _ entry: Entry) {
    switch event {
    case .raised: break
    case .progressed(let text): note("Progress", text, entry)
    case .rescheduled(let day, let reason):
      due = Recorded(day, entry)
      note("Now due \(day.text)", reason, entry)
    case .reassigned(let new):
      owner = Recorded(new, entry)
      note("New owner", nil, entry)
    case .finished(let day, let text):
      end = Recorded(.done(on: day), entry)
      note("Done on \(day.text)", text, entry)
    case .reopened(let reason):
      end = nil
      note("Opened again", reason, entry)
    case .dropped(let reason):
      end = Recorded(.dropped, entry)
      note("Dropped", reason, entry)
    }
  }

  private mutating func note(_ what: String, _ text: ContentReference?, _ entry: Entry) {
    history.append(
      Step(what: what, note: text, day: LondonTime.day(entry.time), entry: entry.sequence))
  }

  /// Whether it still has to be done.
  public var isOpen: Bool { end == nil }

  /// Whether it is open after its day.
  public func isOverdue(on day: CivilDay) -> Bool { isOpen && due.value < day }

  /// Days since it was due; 0 when it is not overdue.
  public func daysOverdue(on day: CivilDay) -> Int {
    isOverdue(on: day) ? day.number - due.value.number : 0
  }

  /// The workstream that it is about or that owns it.
  public var workstream: String? { raised.value.workstream ?? owner.value.workstream }

  /// The last text that was recorded with it.
  public var lastNote: ContentReference? { history.last { $0.note != nil }?.note }

  /// The entry that changed it last.
  public var lastEntry: Int64 { history.last?.entry ?? raised.entry }
}
