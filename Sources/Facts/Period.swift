// SPDX-License-Identifier: Apache-2.0

/// When a figure is true: a financial year, a calendar year, a month, a day, or a range of them.
///
/// Written `2016-17`, `2016`, `2017-04`, `2017-04-24` or two of these joined by `/`. A question
/// mark at the end says that the document does not state the period and the plan infers it.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// One point or span of the calendar.
  public enum Span: Hashable, Sendable {
    /// 1 April of the year to 31 March of the next, named by its first year.
    case financialYear(Int)
    case calendarYear(Int)
    case month(year: Int, month: Int)
    case day(Day)
  }

  /// The only span, or the first of a range.
  public let start: Span
  /// The last span of a range; the same as `start` for a single span.
  public let end: Span
  /// False when the plan infers the period because the document does not give one.
  public let isStated: Bool

  /// A period of one span.
  public init(_ span: Span, isStated: Bool = true) {
    self.init(from: span, through: span, isStated: isStated)
  }

  /// A range of spans, both ends included.
  public init(from start: Span, through end: Span, isStated: Bool = true) {
    self.start = start
    self.end = end
    self.isStated = isStated
  }

  /// A financial year by its first calendar year: 2016 is 2016-17.
  public static func financialYear(_ year: Int) -> Period { Period(.financialYear(year)) }

  /// Reads a period in the form described above; nil for anything else.
  public init?(_ text: String) {
    let isStated = !text.hasSuffix("?")
    let parts = (isStated ? Substring(text) : text.dropLast())
      .split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let start = Span(parts[0]),
      let end = Span(parts[parts.count - 1]), start.firstDay <= end.lastDay
    else { return nil }
    self.init(from: start, through: end, isStated: isStated)
  }

  /// The form in which a plan writes it.
  public var description: String {
    let text = start == end ? start.description : "\(start)/\(end)"
    return isStated ? text : text + "?"
  }

  /// The period as read in a sentence.
  public var plainEnglish: String {
    let text =
      start == end ? start.plainEnglish : "\(start.plainEnglish) to \(end.plainEnglish)"
    return isStated ? text : "\(text), date not stated"
  }

  /// The first day that the period covers.
  public var firstDay: Day { start.firstDay }
  /// The last day that the period covers.
  public var lastDay: Day { end.lastDay }

  /// Whether two periods have a day in common.
  public func overlaps(_ other: Period) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }
}

extension Period.Span: CustomStringConvertible {
  init?(_ text: Substring) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].count == 4, let year = Int(parts[0])
    else { return nil }
    switch parts.count {
    case 1: self = .calendarYear(year)
    case 2:
      guard parts[1].count == 2, let second = Int(parts[1]) else { return nil }
      // 2016-17 is a financial year because 17 follows 16; 2017-04 can only be a month. The
      // one clash, 2011-12 and the like, is read as the financial year.
      if second == (year + 1) % 100 {
        self = .financialYear(year)
      } else if (1...12).contains(second) {
        self = .month(year: year, month: second)
      } else {
        return nil
      }
    case 3:
      guard let day = Day(iso: String(text)) else { return nil }
      self = .day(day)
    default: return nil
    }
  }

  /// The form in which a plan writes it.
  public var description: String {
    switch self {
    case .financialYear(let year):
      FinancialYear.name(year)
    case .calendarYear(let year): Day.fourDigits(year)
    case .month(let year, let month): "\(Day.fourDigits(year))-\(Day.twoDigits(month))"
    case .day(let day): day.iso
    }
  }

  /// The span as read in a sentence.
  public var plainEnglish: String {
    switch self {
    case .financialYear, .calendarYear: description
    case .month(let year, let month): "\(Day.monthName(month)) \(year)"
    case .day(let day): day.plainEnglish
    }
  }

  /// The first day that the span covers.
  public var firstDay: Day {
    switch self {
    case .financialYear(let year): Period.Span.day(year, 4, 1)
    case .calendarYear(let year): Period.Span.day(year, 1, 1)
    case .month(let year, let month): Period.Span.day(year, month, 1)
    case .day(let day): day
    }
  }

  /// The last day that the span covers.
  public var lastDay: Day {
    switch self {
    case .financialYear(let year): Period.Span.day(year + 1, 3, 31)
    case .calendarYear(let year): Period.Span.day(year, 12, 31)
    case .month(let year, let month):
      Period.Span.day(year, month, Day.length(of: month, in: year))
    case .day(let day): day
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let found = Day(year: year, month: month, day: day) else {
      preconditionFailure("a span holds only real months and days")
    }
    return found
  }
}
