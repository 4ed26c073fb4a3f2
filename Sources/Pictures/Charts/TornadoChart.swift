// SPDX-License-Identifier: Apache-2.0

/// How far a result moves when one input at a time goes from one end of its range to the other.
///
/// The widest bar stands first, so that the outline looks like a whirlwind. Each bar begins and ends
/// at a result; the part towards the low end of the input is plain, the part towards its high end
/// striped, because more of an input can mean more or less of the result.
public struct TornadoChart: Picture {
  /// One input.
  public struct Bar: Sendable, Hashable {
    /// What the input is.
    public var name: String
    /// The result with the input at its low end.
    public var atLow: Double
    /// The result with the input at its high end.
    public var atHigh: Double
    /// The low end of the input as printed: "10%".
    public var lowEnd: String
    /// The high end of the input as printed: "20%".
    public var highEnd: String

    /// Makes a bar.
    public init(
      _ name: String, atLow: Double, atHigh: Double, lowEnd: String, highEnd: String
    ) {
      self.name = name
      self.atLow = atLow
      self.atHigh = atHigh
      self.lowEnd = lowEnd
      self.highEnd = highEnd
    }

    /// How far the result moves.
    public var width: Double { (atHigh - atLow).magnitude }
    var isFinite: Bool { atLow.isFinite && atHigh.isFinite }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the result is, with the unit.
  public var valueHeading: String
  /// How results are printed.
  public var numbers: NumberStyle
  /// The result with every input in its middle.
  public var centre: Double
  /// The inputs.
  public var bars: [Bar]

  /// Makes a tornado; the bars are put in order of their widths.
  public init(
    caption: Caption, valueHeading: String, numbers: NumberStyle = .init(), centre: Double,
    bars: [Bar]
  ) {
    self.caption = caption
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.centre = centre
    self.bars = bars.enumerated().sorted {
      let (one, other) = ($0.element.isFinite, $1.element.isFinite)
      if one != other { return one }
      if one, $0.element.width != $1.element.width { return $0.element.width > $1.element.width }
      return $0.offset < $1.offset
    }.map(\.element)
  }

  /// One row for each input, the one that matters most first.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [
        .init("Assumption"), .init("Low end"), .init("High end"),
        .init("\(valueHeading), at the low end", isNumeric: true),
        .init("\(valueHeading), at the high end", isNumeric: true),
        .init("Difference", isNumeric: true),
      ],
      rows: bars.map { bar in
        [
          bar.name, bar.lowEnd, bar.highEnd, numbers.bare(bar.atLow), numbers.bare(bar.atHigh),
          numbers.bare(bar.isFinite ? bar.width : nil),
        ]
      })
  }

  /// Draws the bars about the line of the middle result.
  public func svg(_ layout: Layout) -> String {
    guard centre.isFinite, bars.contains(where: \.isFinite) else {
      return Canvas.empty(caption, layout: layout)
    }
    return TornadoDrawing(self, layout: layout).svg()
  }
}
