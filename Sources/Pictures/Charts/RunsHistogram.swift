// SPDX-License-Identifier: Apache-2.0

/// What many runs came to: how many fell into each step of a scale.
///
/// The table has the running share as well, which is the distribution as steps (an empirical
/// cumulative distribution): how many runs in a hundred came to so much or less.
public struct RunsHistogram: Picture {
  /// A value that matters.
  public struct Reference: Sendable, Hashable {
    /// What it is: "Promised".
    public var label: String
    /// Where it is.
    public var value: Double

    /// Makes a reference.
    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// One step of the scale.
  struct Bin: Sendable, Hashable {
    let low: Double
    let high: Double
    var count = 0
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the values are, with the unit.
  public var valueHeading: String
  /// How values are printed.
  public var numbers: NumberStyle
  /// A value that matters, where there is one.
  public var reference: Reference?
  /// How many runs had a value.
  public let runs: Int
  let bins: [Bin]
  let decimals: Int

  /// Counts one value for each run; values that are not finite are left out.
  public init(
    caption: Caption, valueHeading: String, numbers: NumberStyle = .init(), values: [Double],
    reference: Reference? = nil
  ) {
    self.caption = caption
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.reference = reference
    let known = values.filter(\.isFinite)
    runs = known.count
    let range = Self.range(known)
    let ticks = Ticks(covering: range, count: 14)
    decimals = ticks.decimals
    bins = known.isEmpty ? [] : Self.counted(known, ticks.values)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    let isNarrow = high - low <= 1e-9 * max(low.magnitude, 1)
    let room = isNarrow ? max(low.magnitude * 0.1, 1) : 0
    return (low - room)...(high + room)
  }

  /// A value on an edge belongs to the step above it, the last edge to the last step.
  private static func counted(_ values: [Double], _ edges: [Double]) -> [Bin] {
    var bins = zip(edges, edges.dropFirst()).map { Bin(low: $0, high: $1) }
    guard let first = bins.first, let last = bins.last, last.high > first.low else { return bins }
    let width = (last.high - first.low) / Double(bins.count)
    for value in values {
      let place = Int(((value - first.low) / width).rounded(.down))
      bins[min(max(place, 0), bins.count - 1)].count += 1
    }
    return bins
  }

  /// The steps with the number of runs and the running share.
  public var table: DataTable {
    var sum = 0
    let style = numbers.withDecimals(atLeast: decimals)
    return DataTable(
      caption: title,
      columns: [
        .init("From: \(valueHeading)", isNumeric: true), .init("to under", isNumeric: true),
        .init("Runs", isNumeric: true), .init("Runs up to here, %", isNumeric: true),
      ],
      rows: bins.map { bin in
        sum += bin.count
        return [
          style.bare(bin.low), style.bare(bin.high), "\(bin.count)",
          NumberStyle(decimals: 1).bare(100 * Double(sum) / Double(max(runs, 1))),
        ]
      })
  }

  /// Draws the steps as upright bars from zero.
  public func svg(_ layout: Layout) -> String {
    guard !bins.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return RunsHistogramDrawing(self, layout: layout).svg()
  }
}
