// SPDX-License-Identifier: Apache-2.0

/// What was to happen, what was later said, and what did happen, along the years.
///
/// Each event stands on its own line with its state and date in words, so that a plan that slipped
/// shows as marks that move to the right.
public struct Timeline: Picture {
  /// How firm a date is.
  public enum State: String, Sendable, CaseIterable {
    /// First published as the plan: an open ring or box.
    case stated
    /// Published later instead: a diamond, or a hatched box.
    case revised
    /// It happened: a filled circle or box.
    case happened
  }

  /// One date or stretch of time.
  public struct Event: Sendable, Hashable {
    /// How firm the date is.
    public var state: State

    /// When it begins, in decimal years (2019.5 is the middle of 2019); nil when nobody knows.
    public var start: Double?

    /// When it ends, or nil for a moment.
    public var end: Double?

    /// The date as printed: "by March 2019".
    public var text: String

    /// Makes an event.
    public init(_ state: State, start: Double?, end: Double? = nil, text: String) {
      self.state = state
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// One thing and all that was said of when.
  public struct Row: Sendable, Hashable {
    /// What it is, in full; long names wrap.
    public var name: String

    /// Its dates, drawn one under the other in this order.
    public var events: [Event]

    /// Where the name leads; relative or http(s), anything else is ignored.
    public var link: String?

    /// Makes a row.
    public init(_ name: String, events: [Event], link: String? = nil) {
      self.name = name
      self.events = events
      self.link = link
    }
  }

  /// A moment marked across all rows.
  public struct Moment: Sendable, Hashable {
    /// When, in decimal years.
    public var position: Double

    /// What is printed at it: "plan published".
    public var text: String

    /// Makes a moment.
    public init(_ text: String, at position: Double) {
      self.text = text
      self.position = position
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption

  /// The rows, top to bottom.
  public var rows: [Row]

  /// A moment to mark across all rows of the wide drawing, such as the date of the plan.
  public var moment: Moment?

  /// Makes a timeline.
  public init(caption: Caption, rows: [Row], moment: Moment? = nil) {
    self.caption = caption
    self.rows = rows
    self.moment = moment
  }

  /// A day as decimal years: 1 July 2019 is about 2019.496.
  ///
  /// Months beyond 1 to 12 and days beyond 1 to 31 are brought to the nearest of these.
  public static func year(_ year: Int, month: Int = 1, day: Int = 1) -> Double {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let index = min(max(month, 1), 12) - 1
    let days = before[index] + (isLeap && index > 1 ? 1 : 0) + min(max(day, 1), 31) - 1
    return Double(year) + Double(days) / (isLeap ? 366 : 365)
  }

  /// One row an event: what, how firm, and when.
  public var table: DataTable {
    DataTable(
      caption: title, columns: [.init("What"), .init("State"), .init("When")],
      rows: rows.flatMap { row in
        row.events.isEmpty
          ? [[row.name, "", NumberStyle.notKnown]]
          : row.events.map { [row.name, $0.state.rawValue, $0.printed] }
      })
  }

  /// Draws years across in wide, a list down the page in narrow.
  public func svg(_ layout: Layout) -> String {
    guard !rows.isEmpty else { return Canvas.empty(caption, layout: layout) }
    switch layout {
    case .wide:
      return TimelineYears(self).svg()
    case .narrow: return TimelineList(self).svg()
    }
  }
}

extension Timeline.Event {
  /// The date in words, never empty.
  var printed: String { text.isEmpty ? NumberStyle.notKnown : text }

  /// State and date in words, the direct label of the mark.
  var label: String { "\(state.rawValue): \(printed)" }

  /// Start and end in order, nil when the start is not known.
  var span: ClosedRange<Double>? {
    guard let start, start.isFinite else { return nil }
    guard let end, end.isFinite else { return start...start }
    return min(start, end)...max(start, end)
  }
}

extension Timeline.State {
  var mark: Mark {
    switch self {
    case .stated: .ring
    case .revised: .diamond
    case .happened: .circle
    }
  }

  var className: String { "pic-\(rawValue)" }

  /// What fills a box that stands for a stretch of time.
  var texture: Texture? { self == .revised ? .hatch : nil }
}
