// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to the network of work during a programme.
///
/// The subject of an entry is the id of the activity, of the link ("giver>getter") or of the
/// baseline.
public enum TimelineEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "timeline"

  /// The dates of everything on a day, kept for ever under a name.
  case baselineKept(TimelineBaseline)
  case progressed(ActivityProgress)
  /// How long an activity takes is now thought to be otherwise.
  case lengthChanged(ActivityLength)
  case activityAdded(TimelineActivity)
  case activityWithdrawn(reason: ContentReference)
  case linkAdded(TimelineLink)
  case linkWithdrawn(from: String, to: String, reason: ContentReference)
  /// A step by which two workstreams agree on what one gives the other.
  case handshake(HandshakeStep)
}

/// The dates of everything on a day.
public struct TimelineBaseline: Codable, Sendable, Hashable {
  /// The dates of one activity.
  public struct Dates: Codable, Sendable, Hashable {
    /// The id of the activity.
    public var activity: String
    /// The day on which it was to start.
    public var start: CivilDay
    /// The day on which it was to finish.
    public var finish: CivilDay

    /// The dates of an activity.
    public init(activity: String, start: CivilDay, finish: CivilDay) {
      self.activity = activity
      self.start = start
      self.finish = finish
    }
  }

  /// The random id.
  public var id: String
  /// The name, such as "Agreed by the Programme Board in April 2017".
  public var name: String
  /// The day of which these are the dates.
  public var on: CivilDay
  /// Why it was kept, beside the chain.
  public var reason: ContentReference
  /// The dates, in the order of the plan.
  public var dates: [Dates]

  /// Dates under a name.
  public init(id: String, name: String, on: CivilDay, reason: ContentReference, dates: [Dates]) {
    self.id = id
    self.name = name
    self.on = on
    self.reason = reason
    self.dates = dates
  }
}

/// What is known of an activity now; what is nil stays as it was recorded before.
public struct ActivityProgress: Codable, Sendable, Hashable {
  /// The day on which it is now expected to finish.
  public var forecast: CivilDay?
  /// How much is done, from 0 to 100.
  public var percent: Int?
  /// The day on which it started.
  public var started: CivilDay?
  /// The day on which it was done.
  public var finished: CivilDay?
  /// Why a date changed, or what was done; beside the chain.
  public var note: ContentReference?

  /// Nothing is known yet.
  public init(
    forecast: CivilDay? = nil, percent: Int? = nil, started: CivilDay? = nil,
    finished: CivilDay? = nil, note: ContentReference? = nil
  ) {
    self.forecast = forecast
    self.percent = percent
    self.started = started
    self.finished = finished
    self.note = note
  }
}

/// Three estimates of the length of an activity, in calendar days.
public struct ActivityLength: Codable, Sendable, Hashable {
  /// When all goes well.
  public var low: Int
  /// Most likely.
  public var likely: Int
  /// When much goes wrong.
  public var high: Int
  /// Why it changed; beside the chain.
  public var reason: ContentReference

  /// Three estimates with a reason.
  public init(low: Int, likely: Int, high: Int, reason: ContentReference) {
    self.low = low
    self.likely = likely
    self.high = high
    self.reason = reason
  }
}
