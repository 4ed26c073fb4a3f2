// SPDX-License-Identifier: Apache-2.0

/// One day of several units: how many people are in each and how many wait, hour by hour.
///
/// It can be played: the day is then uncovered from left to right once, with a clock and the numbers
/// of each hour. The playing is part of the drawing and needs no script; a reader of the page that
/// does not play sees the whole day.
public struct DayChart: Picture {
  /// A unit over the day.
  public struct Lane: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// How much of it there is, as printed: "24 beds".
    public var capacity: String
    /// People in it at each moment, in care or held up.
    public var present: [Double]
    /// People who wait for it at each moment.
    public var waiting: [Double]

    /// Makes a lane.
    public init(_ name: String, capacity: String, present: [Double], waiting: [Double]) {
      self.name = name
      self.capacity = capacity
      self.present = present
      self.waiting = waiting
    }

    func people(_ moment: Int) -> (present: Double, waiting: Double) {
      func value(_ values: [Double]) -> Double {
        moment < values.count && values[moment].isFinite ? max(values[moment], 0) : 0
      }
      return (value(present), value(waiting))
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What is printed of each of the evenly spaced moments: "08:00".
  public var moments: [String]
  /// The units, top to bottom.
  public var lanes: [Lane]
  /// How many seconds the day takes when it is played; nil for a drawing that stands still.
  public var seconds: Double?

  /// Makes a chart.
  public init(caption: Caption, moments: [String], lanes: [Lane], seconds: Double? = nil) {
    self.caption = caption
    self.moments = moments
    self.lanes = lanes
    self.seconds = seconds
  }

  /// One row a moment, two columns a unit.
  public var table: DataTable {
    let columns =
      [DataTable.Column("Time")]
      + lanes.flatMap {
        [
          .init("\($0.name), there", isNumeric: true),
          DataTable.Column("\($0.name), waiting", isNumeric: true),
        ]
      }
    let rows = lanes.isEmpty ? [] : Array(moments.indices)
    return DataTable(
      caption: title, columns: columns,
      rows: rows.map { moment in
        [moments[moment]]
          + lanes.flatMap { lane in
            let people = lane.people(moment)
            return [NumberStyle().bare(people.present), NumberStyle().bare(people.waiting)]
          }
      })
  }

  /// Draws a band for each unit, each on its own scale from zero.
  public func svg(_ layout: Layout) -> String {
    guard moments.count > 1, !lanes.isEmpty else {
      return Canvas.empty(caption, layout: layout)
    }
    return DayDrawing(self, layout).svg()
  }
}
