// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Every risk, assumption, issue and dependency so far.
public struct RiskState: Fold {
  /// The events of this state.
  public typealias Event = RiskEvent
  /// In the order in which they were raised.
  public private(set) var risks: [RiskRecord] = []
  private var places: [String: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: RiskEvent, _ entry: Entry) {
    if case .raised(let details) = event {
      guard places[entry.subject] == nil else { return }
      places[entry.subject] = risks.count
      risks.append(RiskRecord(id: entry.subject, details, entry, number: risks.count + 1))
    } else if let place = places[entry.subject] {
      risks[place].apply(event, entry)
    }
  }

  /// The risk of an id, or nil.
  public subscript(id: String) -> RiskRecord? { places[id].map { risks[$0] } }
}

/// One risk so far.
public struct RiskRecord: Sendable, Equatable {
  /// The id.
  public let id: String
  /// Its number in the register, from 1, for people who speak of it.
  public let number: Int
  /// As it was raised.
  public let raised: Recorded<RiskDetails>
  /// Who answers for it.
  public private(set) var owner: Recorded<RecordOwner>
  /// Every score, in order.
  public private(set) var scores: [Scored] = []
  /// What is done about it.
  public private(set) var mitigations: [Mitigation] = []
  /// The day by which it is looked at again.
  public private(set) var reviewBy: Recorded<CivilDay>
  /// The id of the body to which it was escalated; nil when it was not.
  public private(set) var escalated: Recorded<String>?
  /// The day on which it became real; nil when it did not.
  public private(set) var occurred: Recorded<CivilDay>?
  /// When and why it was closed; nil while it is open.
  public private(set) var closed: Recorded<ContentReference>?
  /// What happened to it, in order.
  public private(set) var history: [ActionRecord.Step] = []

  /// A score that was set.
  public struct Scored: Sendable, Equatable {
    /// Which score it is.
    public let stage: RiskStage
    /// The score.
    public let score: RiskScore
    /// The day on which it was set.
    public let day: CivilDay
    /// The sequence number of the entry.
    public let entry: Int64
  }

  /// Something that is done about a risk.
  public struct Mitigation: Sendable, Equatable {
    /// What is done.
    public let mitigation: RiskMitigation
    /// The day on which it was done.
    public var done: CivilDay?
    /// The sequence number of the entry that set it last.
    public var entry: Int64
  }

  init(id: String, _ details: RiskDetails, _ entry: Entry, number: Int) {
    self.id = id
    self.number = number
    raised = Recorded(details, entry)
    owner = Recorded(details.owner, entry)
    reviewBy = Recorded(details.reviewBy, entry)
    score(.inherent, details.inherent, entry)
    if let target = details.target { score(.target, target, entry) }
    note("Raised at \(details.inherent.text)", nil, entry)
  }

  mutating func apply(_ event: RiskEvent, _ entry: Entry) {
    switch event {
    case .raised: break
    case .scored(let stage, let score, let reason):
      self.score(stage, score, entry)
      note("\(stage.label): \(score.text)", reason, entry)
    case .mitigationAdded(let added):
      mitigations.append(Mitigation(mitigation: added, done: nil, entry: entry.sequence))
      note("To be done about it", added.text, entry)
    case .mitigationDone(let id, let day): finish(id, day, entry)
    case .reviewed(let day, let next, let text):
      reviewBy = Recorded(next, entry)
      note("Reviewed on \(day.text); next by \(next.text)", text, entry)
    case .reassigned(let new):
      owner = Recorded(new, entry)
      note("New owner", nil, entry)
    default: applyEnd(event, entry)
    }
  }

  private mutating func applyEnd(_ event: RiskEvent, _ entry: Entry) {
    switch event {
    case .escalated(let body, let reason):
      escalated = Recorded(body, entry)
      note("Escalated", reason, entry)
    case .deescalated(let reason):
      escalated = nil
      note("Given back to its owner", reason, entry)
    case .occurred(let day, let text):
      occurred = Recorded(day, entry)
      note("Happened on \(day.text)", text, entry)
    case .closed(let reason):
      closed = Recorded(reason, entry)
      note("Closed", reason, entry)
    case .reopened(let reason):
      closed = nil
      note("Opened again", reason, entry)
    default: break
    }
  }

  private mutating func finish(_ id: String, _ day: CivilDay, _ entry: Entry) {
    guard let place = mitigations.firstIndex(where: { $0.mitigation.id == id }) else { return }
    mitigations[place].done = day
    mitigations[place].entry = entry.sequence
    note("Done on \(day.text)", mitigations[place].mitigation.text, entry)
  }

  private mutating func score(_ stage: RiskStage, _ score: RiskScore, _ entry: Entry) {
    scores.append(
      Scored(
        stage: stage, score: score, day: LondonTime.day(entry.time), entry: entry.sequence))
  }

  private mutating func note(_ what: String, _ text: ContentReference?, _ entry: Entry) {
    history.append(
      ActionRecord.Step(
        what: what, note: text, day: LondonTime.day(entry.time), entry: entry.sequence))
  }

  /// The last score of a stage on a day; nil when none was set by then.
  public func score(_ stage: RiskStage, on day: CivilDay? = nil) -> Scored? {
    scores.last { scored in
      scored.stage == stage && (day.map { scored.day <= $0 } ?? true)
    }
  }

  /// The score that counts: the residual, or the inherent one while there is no residual.
  public func current(on day: CivilDay? = nil) -> Scored? {
    score(.residual, on: day) ?? score(.inherent, on: day)
  }

  /// Whether it still stands.
  public var isOpen: Bool { closed == nil }

  /// Whether it was not looked at by its day.
  public func isReviewOverdue(on day: CivilDay) -> Bool { isOpen && reviewBy.value < day }

  /// The workstream that it is about or that owns it.
  public var workstream: String? { raised.value.workstream ?? owner.value.workstream }
}
