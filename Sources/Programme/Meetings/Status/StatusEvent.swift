// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What is said of how workstreams do; the subject is the id of a workstream, or "programme".
public enum StatusEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "status"

  /// A workstream reported for a month; a later report takes its place until the month is frozen.
  case reported(StatusReport)
  /// Reports of a month are not changed any more; what comes later is marked as late.
  case frozen(period: ReportingMonth, missing: [String])
}

/// A month for which workstreams report.
public struct ReportingMonth: Codable, Sendable, Hashable, Comparable {
  /// Such as 2017.
  public let year: Int
  /// From 1 to 12.
  public let month: Int

  /// The month of a day.
  public init(_ day: CivilDay) {
    year = day.parts.year
    month = day.parts.month
  }

  /// A month from its text, such as "2017-04"; nil when it is none.
  public init?(_ text: String) {
    guard text.count == 7, let day = CivilDay(text + "-01") else { return nil }
    self.init(day)
  }

  /// Reads a month from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let month = ReportingMonth(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)”: no month")
    }
    self = month
  }

  /// Writes a month as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  /// Such as "2017-04".
  public var iso: String { String(first.iso.prefix(7)) }
  /// Such as "April 2017".
  public var text: String { String(first.text.dropFirst(2)) }
  /// The first day.
  public var first: CivilDay {
    CivilDay(year: year, month: month, day: 1) ?? CivilDay(number: 0)
  }
  /// The last day.
  public var last: CivilDay { next.first.adding(-1) }
  /// The month after.
  public var next: ReportingMonth { ReportingMonth(first.adding(31)) }
  /// The month before.
  public var previous: ReportingMonth { ReportingMonth(first.adding(-1)) }

  /// Whether one month is before another.
  public static func < (one: ReportingMonth, other: ReportingMonth) -> Bool {
    (one.year, one.month) < (other.year, other.month)
  }
}

/// How a workstream does.
public enum StatusLevel: String, Codable, Sendable, CaseIterable, Comparable {
  case onTrack = "on-track"
  case concern
  case offTrack = "off-track"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .onTrack: "On track"
    case .concern: "Some concern"
    case .offTrack: "Off track"
    }
  }

  /// A shape that tells it apart without colour.
  public var mark: String {
    switch self {
    case .onTrack: "●"
    case .concern: "▲"
    case .offTrack: "■"
    }
  }

  /// Whether one is better than another.
  public static func < (one: StatusLevel, other: StatusLevel) -> Bool {
    one.place < other.place
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a workstream says of a month, with what was computed then.
public struct StatusReport: Codable, Sendable, Equatable {
  /// The month.
  public var period: ReportingMonth
  /// What the rules made of the records at the time.
  public var computed: StatusLevel
  /// Why, in words.
  public var reasons: [String]
  /// What the workstream says instead; nil when it agrees.
  public var override: StatusOverride?
  /// What was achieved.
  public var achieved: ContentReference
  /// What comes next.
  public var next: ContentReference
  /// What it asks of the board; nil when nothing.
  public var ask: ContentReference?

  /// A report that agrees with what was computed.
  public init(
    period: ReportingMonth, computed: StatusLevel, reasons: [String], achieved: ContentReference,
    next: ContentReference
  ) {
    self.period = period
    self.computed = computed
    self.reasons = reasons
    self.achieved = achieved
    self.next = next
  }
}

/// A status that somebody sets against what was computed, with the reason and an end.
public struct StatusOverride: Codable, Sendable, Equatable {
  /// The status.
  public var level: StatusLevel
  /// Why.
  public var reason: ContentReference
  /// The last day on which it counts.
  public var until: CivilDay

  /// A status until a day.
  public init(level: StatusLevel, reason: ContentReference, until: CivilDay) {
    self.level = level
    self.reason = reason
    self.until = until
  }
}
