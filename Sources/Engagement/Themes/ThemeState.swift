// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every theme with its steps.
public struct ThemeState: Fold {
  /// The events that it takes.
  public typealias Event = ThemeEvent
  /// By id.
  public private(set) var themes: [String: Theme] = [:]
  private var order: [String] = []

  /// Makes it from what it is made of.
  public init() {}

  /// Themes in the order in which they were made.
  public var all: [Theme] { order.compactMap { themes[$0] } }

  /// The themes of a consultation.
  public func themes(of consultation: String) -> [Theme] {
    all.filter { $0.consultation == consultation }
  }

  /// Takes one more event into account.
  public mutating func apply(_ event: ThemeEvent, _ entry: Entry) {
    if case .created(let consultation, let words) = event, themes[entry.subject] == nil {
      themes[entry.subject] = Theme(
        id: entry.subject, consultation: consultation, words: words, createdOn: entry.time)
      order.append(entry.subject)
    } else {
      themes[entry.subject]?.apply(event, entry)
    }
  }
}

/// One theme: what people said, and what came of it.
public struct Theme: Sendable, Equatable {
  /// The permanent id.
  public let id: String
  /// The consultation.
  public let consultation: String
  /// The words of it, or those to look for.
  public internal(set) var words: ThemeWords
  /// When it was made.
  public let createdOn: Date
  /// When it became public, if it did.
  public internal(set) var publishedOn: Date?
  /// What came of it, oldest first.
  public internal(set) var steps: [Step] = []
  /// How its words were changed, oldest first.
  public internal(set) var rewordings: [Rewording] = []

  /// A change of its words, with the reason.
  public struct Rewording: Sendable, Equatable {
    /// When it happened.
    public let on: Date
    /// Why.
    public let reason: String
  }

  /// One step on the way.
  public struct Step: Sendable, Equatable {
    /// The place of its event in the ledger.
    public let sequence: Int64
    /// When it was recorded.
    public let recordedOn: Date
    /// The account that did it.
    public let by: String
    /// What was recorded.
    public let event: StepEvent
    /// Why it counts no more, when it was recorded wrongly.
    public internal(set) var withdrawal: String?
  }

  /// What a step is.
  public enum StepEvent: Sendable, Equatable {
    case passed(workstream: String)
    case considered(by: String, on: CalendarDay, paper: String?, link: String?)
    case led(to: ThemeResult, what: String)
    case acting(what: String)
    case done(what: String, on: CalendarDay)
    case notDoing(reason: String)
  }

  /// Steps that count.
  public var standing: [Step] { steps.filter { $0.withdrawal == nil } }
  /// How far it has come.
  public var status: ThemeStatus { Self.status(after: standing.map(\.event)) }
  /// Whether everybody may read it.
  public var isPublished: Bool { publishedOn != nil }
  /// The workstreams to which it was passed.
  public var workstreams: [String] {
    standing.compactMap { if case .passed(let stream) = $0.event { stream } else { nil } }
  }

  static func status(after steps: [StepEvent]) -> ThemeStatus {
    var status = ThemeStatus.listening
    for step in steps {
      switch step {
      case .passed: if status == .listening { status = .withWorkstream }
      case .considered: if status == .withWorkstream { status = .considered }
      case .led(let result, _): if result.kind == .noChange { status = .notDoing }
      case .acting: status = .acting
      case .done: status = .done
      case .notDoing: status = .notDoing
      }
    }
    return status
  }

  mutating func apply(_ event: ThemeEvent, _ entry: Entry) {
    switch event {
    case .created: break
    case .redescribed(let words, let reason):
      self.words = words
      rewordings.append(.init(on: entry.time, reason: reason))
    case .published: publishedOn = publishedOn ?? entry.time
    case .stepWithdrawn(let sequence, let reason):
      if let place = steps.firstIndex(where: { $0.sequence == sequence }) {
        steps[place].withdrawal = reason
      }
    case .passed(let stream): add(.passed(workstream: stream), entry)
    case .considered(let by, let on, let paper, let link):
      add(.considered(by: by, on: on, paper: paper, link: link), entry)
    case .led(let result, let what): add(.led(to: result, what: what), entry)
    case .acting(let what): add(.acting(what: what), entry)
    case .done(let what, let on): add(.done(what: what, on: on), entry)
    case .notDoing(let reason): add(.notDoing(reason: reason), entry)
    }
  }

  private mutating func add(_ event: StepEvent, _ entry: Entry) {
    steps.append(
      Step(
        sequence: entry.sequence, recordedOn: entry.time, by: entry.author.id, event: event))
  }
}
