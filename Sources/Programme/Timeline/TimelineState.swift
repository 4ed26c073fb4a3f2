// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Everything that happened to the network of work.
///
/// Beside each value stands the sequence number of the entry that last set it.
public struct TimelineState: Fold {
  /// The events of this state.
  public typealias Event = TimelineEvent

  /// What is known of activities, by id.
  public private(set) var progress: [String: RecordedProgress] = [:]
  /// Lengths that changed, by the id of the activity.
  public private(set) var lengths: [String: RecordedLength] = [:]
  /// Activities that were added, in order.
  public private(set) var added: [RecordedActivity] = []
  /// Activities that were withdrawn: the entry that did it, by id.
  public private(set) var withdrawn: [String: Int64] = [:]
  /// Links that were added, in order.
  public private(set) var links: [RecordedLink] = []
  /// Links that were withdrawn: the entry that did it, by the name of the link.
  public private(set) var withdrawnLinks: [String: Int64] = [:]
  /// Baselines, the oldest first.
  public private(set) var baselines: [RecordedBaseline] = []
  /// What workstreams agreed, by the name of the link.
  public private(set) var handshakes: [String: RecordedHandshake] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: TimelineEvent, _ entry: Entry) {
    let sequence = entry.sequence
    switch event {
    case .baselineKept(let baseline):
      baselines.append(RecordedBaseline(baseline: baseline, sequence: sequence))
    case .progressed(let step):
      progress[entry.subject, default: RecordedProgress()].take(step, entry)
    case .lengthChanged(let length):
      lengths[entry.subject] = RecordedLength(length: length, sequence: sequence)
    case .activityAdded(let activity):
      withdrawn[activity.id] = nil
      added.removeAll { $0.activity.id == activity.id }
      added.append(RecordedActivity(activity: activity, sequence: sequence))
    case .activityWithdrawn: withdrawn[entry.subject] = sequence
    case .linkAdded(let link):
      withdrawnLinks[link.id] = nil
      links.removeAll { $0.link.id == link.id }
      links.append(RecordedLink(link: link, sequence: sequence))
    case .linkWithdrawn(let from, let to, _):
      withdrawnLinks[TimelineLink.id(from: from, to: to)] = sequence
    case .handshake(let step):
      handshakes[entry.subject, default: RecordedHandshake(from: step.from, to: step.to)]
        .take(step, entry)
    }
  }
}

/// A value of a record with the entry that set it.
public struct RecordedDay: Sendable, Hashable {
  /// The day.
  public let day: CivilDay
  /// The number of the entry that set it.
  public let sequence: Int64
}

/// What is known of an activity.
public struct RecordedProgress: Sendable, Hashable {
  /// The day on which it is expected to finish.
  public private(set) var forecast: RecordedDay?
  /// The day on which it started.
  public private(set) var started: RecordedDay?
  /// The day on which it was done.
  public private(set) var finished: RecordedDay?
  /// How much is done, from 0 to 100.
  public private(set) var percent: Int?
  /// Every record, the oldest first.
  public private(set) var steps: [Step] = []

  /// One record.
  public struct Step: Sendable, Hashable {
    /// What was recorded.
    public let progress: ActivityProgress
    /// When.
    public let time: Date
    /// The number of the entry.
    public let sequence: Int64
  }

  init() {}

  mutating func take(_ step: ActivityProgress, _ entry: Entry) {
    let sequence = entry.sequence
    if let day = step.forecast { forecast = RecordedDay(day: day, sequence: sequence) }
    if let day = step.started { started = RecordedDay(day: day, sequence: sequence) }
    if let day = step.finished { finished = RecordedDay(day: day, sequence: sequence) }
    if let share = step.percent { percent = share }
    steps.append(Step(progress: step, time: entry.time, sequence: sequence))
  }

  /// The entries that set what is known now.
  public var sequences: [Int64] {
    [forecast?.sequence, started?.sequence, finished?.sequence].compactMap { $0 }
  }
}

/// A length that changed.
public struct RecordedLength: Sendable, Hashable {
  /// The length.
  public let length: ActivityLength
  /// The number of the entry.
  public let sequence: Int64
}

/// An activity that was added.
public struct RecordedActivity: Sendable, Hashable {
  /// The activity.
  public let activity: TimelineActivity
  /// The number of the entry.
  public let sequence: Int64
}

/// A link that was added.
public struct RecordedLink: Sendable, Hashable {
  /// The link.
  public let link: TimelineLink
  /// The number of the entry.
  public let sequence: Int64
}

/// A baseline that was kept.
public struct RecordedBaseline: Sendable, Hashable {
  /// The dates under their name.
  public let baseline: TimelineBaseline
  /// The number of the entry.
  public let sequence: Int64

  /// The dates of an activity, when the baseline has it.
  public func dates(of activity: String) -> TimelineBaseline.Dates? {
    baseline.dates.first { $0.activity == activity }
  }
}

/// How far two workstreams have come with one thing.
public struct RecordedHandshake: Sendable, Hashable {
  /// The activity whose result is given.
  public let from: String
  /// The activity that needs it.
  public let to: String
  /// How far they have come.
  public private(set) var status: HandshakeStatus = .notAsked
  /// The day that was last asked for or offered.
  public private(set) var proposed: CivilDay?
  /// The day that both sides agreed last.
  public private(set) var agreed: CivilDay?
  /// Every step, the oldest first.
  public private(set) var steps: [Step] = []

  /// One step.
  public struct Step: Sendable, Hashable {
    /// What was done.
    public let step: HandshakeStep
    /// When.
    public let time: Date
    /// The number of the entry.
    public let sequence: Int64
  }

  init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// The number of the entry that set the state last.
  public var sequence: Int64? { steps.last?.sequence }

  mutating func take(_ step: HandshakeStep, _ entry: Entry) {
    // Two desks may have written at once: what the rules do not allow changes nothing.
    guard let next = HandshakeRules.next(after: status, act: step.act, by: step.side) else {
      return
    }
    status = next
    if step.act.namesDay { proposed = step.byWhen }
    if step.act == .agree { agreed = proposed }
    steps.append(Step(step: step, time: entry.time, sequence: entry.sequence))
  }
}
