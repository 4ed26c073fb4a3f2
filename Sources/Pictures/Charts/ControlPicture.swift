// SPDX-License-Identifier: Apache-2.0

/// A control chart: points in order with the mean, the limits and the target.
///
/// What a point means shows by its shape as well as by its colour. Each phase has lines of its own;
/// an upright line stands where limits start anew.
public struct ControlPicture: Picture {
  /// What a point means.
  public enum Meaning: String, Sendable, CaseIterable {
    case usual
    case better
    case worse
    case higher
    case lower
    case leftOut

    /// The words for the key and the table.
    public var words: String {
      switch self {
      case .usual: "Usual variation"
      case .better: "Better than usual"
      case .worse: "Worse than usual"
      case .higher: "Higher than usual"
      case .lower: "Lower than usual"
      case .leftOut: "Left out"
      }
    }

    var mark: Mark {
      switch self {
      case .usual: .circle
      case .better: .diamond
      case .worse: .square
      case .higher: .triangle
      case .lower: .downTriangle
      case .leftOut: .ring
      }
    }

    var className: String {
      switch self {
      case .usual: "pic-c1"
      case .better: "pic-good"
      case .worse: "pic-bad"
      case .higher, .lower: "pic-c3"
      case .leftOut: "pic-c6"
      }
    }
  }

  /// One place, such as a month.
  public struct Point: Sendable, Hashable {
    /// What is printed under it.
    public var label: String
    /// What was measured, or nil.
    public var value: Double?
    /// What it means.
    public var meaning: Meaning
    /// Anything else for the table, such as the rules that it fulfils.
    public var note: String

    /// A point.
    public init(_ label: String, _ value: Double?, _ meaning: Meaning, note: String = "") {
      self.label = label
      self.value = value
      self.meaning = meaning
      self.note = note
    }
  }

  /// A stretch with a mean and limits of its own.
  public struct Phase: Sendable, Hashable {
    /// Its places.
    public var places: Range<Int>
    /// The mean.
    public var mean: Double
    /// The lower limit.
    public var lower: Double
    /// The upper limit.
    public var upper: Double

    /// A phase.
    public init(places: Range<Int>, mean: Double, lower: Double, upper: Double) {
      self.places = places
      self.mean = mean
      self.lower = lower
      self.upper = upper
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the places are, for the table.
  public var placeHeading: String
  /// What the values are, with the unit.
  public var valueHeading: String
  /// How values are printed.
  public var numbers: NumberStyle
  /// The places in order.
  public var points: [Point]
  /// The phases that have limits, in order.
  public var phases: [Phase]
  /// The places at which limits start anew.
  public var newStarts: [Int]
  /// The target, if there is one.
  public var target: Double?

  /// A control chart.
  public init(
    caption: Caption, placeHeading: String, valueHeading: String, numbers: NumberStyle,
    points: [Point], phases: [Phase], newStarts: [Int] = [], target: Double? = nil
  ) {
    self.caption = caption
    self.placeHeading = placeHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.points = points
    self.phases = phases
    self.newStarts = newStarts
    self.target = target
  }

  /// One row a place, with mean, limits and what it means.
  public var table: DataTable {
    let rows = points.enumerated().map { place, point -> [String] in
      let phase = phases.first { $0.places.contains(place) }
      let limits = [phase?.mean, phase?.lower, phase?.upper].map { $0.map(bare) ?? "none" }
      let words = point.value == nil ? "Not recorded" : point.meaning.words
      return [point.label, point.value.map(bare) ?? "none"] + limits
        + [point.note.isEmpty ? words : "\(words): \(point.note)"]
    }
    return DataTable(
      caption: title,
      columns: [
        .init(placeHeading), .init(valueHeading, isNumeric: true), .init("Mean", isNumeric: true),
        .init("Lower limit", isNumeric: true), .init("Upper limit", isNumeric: true),
        .init("What it means"),
      ],
      rows: rows)
  }

  private func bare(_ value: Double) -> String { numbers.bare(value) }

  /// Draws the points and lines.
  public func svg(_ layout: Layout) -> String {
    guard points.contains(where: { $0.value?.isFinite == true }) else {
      return Canvas.empty(caption, layout: layout)
    }
    return ControlDrawing(self, layout: layout).svg()
  }
}
