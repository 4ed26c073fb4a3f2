// SPDX-License-Identifier: Apache-2.0

/// Work along a calendar: a bar for each activity, a diamond for each gate, and what was promised.
///
/// Critical work has a thick outline and says so in words; a baseline is a thin hatched bar under
/// the row; a whisker reaches to the latest finish; a broken line marks the day that is shown.
public struct GanttChart: Picture {
  /// One activity, milestone or gate.
  public struct Row: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// Its dates as printed, under the name.
    public var dates: String
    /// When it starts, in days of any calendar.
    public var start: Double
    /// When it finishes; a moment when it is the start.
    public var finish: Double
    /// Whether it is a moment, drawn as a diamond.
    public var isMoment: Bool
    /// Whether it is done, drawn filled.
    public var isDone = false
    /// Whether the gate that the drawing is about waits for it without a day to spare.
    public var isCritical = false
    /// When it was to be, in the baseline.
    public var baseline: ClosedRange<Double>?
    /// Its finish when everything takes long.
    public var latest: Double?
    /// Where the name leads; relative or http(s), anything else is ignored.
    public var link: String?

    /// Makes a row.
    public init(
      _ name: String, dates: String, start: Double, finish: Double, isMoment: Bool = false
    ) {
      self.name = name
      self.dates = dates
      self.start = start
      self.finish = finish
      self.isMoment = isMoment
    }
  }

  /// A line across all rows with words above it.
  public struct Tick: Sendable, Hashable {
    /// Where it lies, in the days of the rows.
    public var position: Double
    /// What is printed above it.
    public var label: String

    /// Makes a tick.
    public init(_ position: Double, _ label: String) {
      self.position = position
      self.label = label
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The rows, from above.
  public var rows: [Row]
  /// The scale, in rising order.
  public var ticks: [Tick]
  /// The day that is shown.
  public var today: Tick?

  /// Makes a Gantt chart.
  public init(caption: Caption, rows: [Row], ticks: [Tick], today: Tick? = nil) {
    self.caption = caption
    self.rows = rows
    self.ticks = ticks
    self.today = today
  }

  /// One row a bar.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init("What"), .init("Dates"), .init("State")],
      rows: rows.map { [$0.name, $0.dates, $0.words] })
  }

  /// Draws the rows, names beside the bars in wide and above them in narrow.
  public func svg(_ layout: Layout) -> String {
    guard !rows.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return GanttDrawing(self, layout: layout).svg()
  }
}

extension GanttChart.Row {
  /// The state in words.
  var words: String {
    if isDone { return "done" }
    return isCritical ? "critical" : "not critical"
  }
}
