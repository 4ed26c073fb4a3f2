// SPDX-License-Identifier: Apache-2.0

/// An activity, or a milestone when it takes no time.
///
/// Days are numbers on any calendar without gaps. Something that starts on day 10 and takes 5 days
/// finishes on day 15, and what follows it may start on day 15: a duration is the distance between
/// two dates, so that six weeks after 20 April is 1 June.
public struct WorkItem: Hashable, Sendable {
  /// The permanent name.
  public let id: String
  /// How long it takes.
  public var duration: DurationRange
  /// The first day on which it may start.
  public var notBefore: Double?
  /// The first day on which it may finish, such as a forecast that somebody gave.
  public var finishNotBefore: Double?
  /// The last day on which it should finish; it bounds late dates, never early ones.
  public var mustBy: Double?
  /// The day on which it did start.
  public var started: Double?
  /// The day on which it did finish.
  public var finished: Double?

  /// Work that has not begun.
  public init(
    _ id: String, _ duration: DurationRange = .none, notBefore: Double? = nil, mustBy: Double? = nil
  ) {
    self.id = id
    self.duration = duration
    self.notBefore = notBefore
    self.mustBy = mustBy
  }
}

/// A rule that holds between two items.
public struct WorkLink: Hashable, Sendable {
  /// Which end of the first holds back which end of the second.
  public enum Kind: String, Sendable, CaseIterable {
    /// The second starts no earlier than the first finishes.
    case finishToStart = "finish-to-start"
    /// The second starts no earlier than the first starts.
    case startToStart = "start-to-start"
    /// The second finishes no earlier than the first finishes.
    case finishToFinish = "finish-to-finish"
  }

  /// The item that comes first.
  public let from: String
  /// The item that waits.
  public let to: String
  /// Which ends are held together.
  public let kind: Kind
  /// Days between the two; negative when the second may begin before.
  public let lag: Double

  /// A link between two items.
  public init(
    _ from: String, _ to: String, _ kind: Kind = .finishToStart, lag: Double = 0
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.lag = lag
  }
}
