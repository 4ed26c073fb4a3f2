// SPDX-License-Identifier: Apache-2.0

/// Many options compared by two numbers, with the few that matter named where they stand.
///
/// Named points are large and labelled; the others are small and quiet, so that two thousand of
/// them make a shape rather than a crowd. Shape and colour tell categories apart. Which way is
/// better is said in words at each axis.
///
/// ```swift
/// var chart = ScatterChart(
///   caption: caption, nameHeading: "Option",
///   across: .init("Average journey, minutes", better: .lower("fewer minutes is better")),
///   up: .init("Smallest unit, strokes a year", better: .higher("more strokes is better"),
///     references: [.init("floor of 500", at: 500)]),
///   points: [.init("Option B", 31.2, 640, isNamed: true, link: "/options/b")] + others)
/// chart.front = .init("nothing is better on both", through: chart.unbeaten, shape: .stepped)
/// ```
public struct ScatterChart: Picture {
  /// Which way along an axis is better, with the words that say so.
  public enum Better: Sendable, Hashable {
    /// Towards low values: "fewer minutes is better".
    case lower(String)
    /// Towards high values: "more beds is better".
    case higher(String)
  }

  /// A value that matters on an axis, drawn as a line across the plot.
  public struct Reference: Sendable, Hashable {
    /// What it is: "floor of 500".
    public var label: String

    /// Where it lies on its axis.
    public var value: Double

    /// Makes a reference line.
    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// One of the two scales.
  public struct Axis: Sendable, Hashable {
    /// What is measured, with the unit: "Average journey, minutes".
    public var heading: String

    /// How its values are printed.
    public var numbers: NumberStyle

    /// Which way is better; nil when neither is.
    public var better: Better?

    /// Lines across the plot at values that matter.
    public var references: [Reference]

    /// Makes an axis.
    public init(
      _ heading: String, numbers: NumberStyle = .init(), better: Better? = nil,
      references: [Reference] = []
    ) {
      self.heading = heading
      self.numbers = numbers
      self.better = better
      self.references = references
    }
  }

  /// One option.
  public struct Point: Sendable, Hashable {
    /// The name in full.
    public var name: String

    /// Its value on the horizontal axis, or nil when nobody knows.
    public var x: Double?

    /// Its value on the vertical axis, or nil when nobody knows.
    public var y: Double?

    /// What kind of option it is; gives it shape and colour.
    public var category: String

    /// Whether it is drawn large, with its name.
    public var isNamed: Bool

    /// A quiet second line: "the option chosen".
    public var note: String?

    /// Where the point leads; relative or http(s), anything else is ignored.
    ///
    /// Every link is one more stop for readers who use a keyboard, so the many unnamed points are
    /// better linked from the table.
    public var link: String?

    /// Makes a point.
    public init(
      _ name: String, _ x: Double?, _ y: Double?, category: String = "", isNamed: Bool = false,
      note: String? = nil, link: String? = nil
    ) {
      self.name = name
      self.x = x
      self.y = y
      self.category = category
      self.isNamed = isNamed
      self.note = note
      self.link = link
    }
  }

  /// A line through the points that nothing beats.
  public struct Front: Sendable, Hashable {
    /// How the line runs between its points.
    public enum Shape: Sendable, Hashable {
      /// Straight from point to point, where mixtures of two options make sense.
      case straight
      /// In steps round what the points achieve, where they do not.
      case stepped
    }

    /// What the points have in common, for key and table: "nothing is better on both".
    public var name: String

    /// Positions of the points among the chart's points, in any order.
    public var members: [Int]

    /// How the line runs between its points.
    public var shape: Shape

    /// Makes a front.
    public init(_ name: String, through members: [Int], shape: Shape) {
      self.name = name
      self.members = members
      self.shape = shape
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption

  /// What the points are, for the table: "Option".
  public var nameHeading: String

  /// What a category is, for the table: "Number of sites".
  public var categoryHeading: String

  /// Categories in the order that gives them shape and colour, the same on every chart; any that
  /// points mention and this leaves out follow in order of appearance.
  public var categories: [String]

  /// The horizontal axis.
  public var across: Axis

  /// The vertical axis.
  public var up: Axis

  /// The options.
  public var points: [Point]

  /// The line through the points that nothing beats, if it is to be drawn.
  public var front: Front?

  /// Makes a scatter chart.
  public init(
    caption: Caption, nameHeading: String, categoryHeading: String = "Kind",
    categories: [String] = [], across: Axis, up: Axis, points: [Point], front: Front? = nil
  ) {
    self.caption = caption
    self.nameHeading = nameHeading
    self.categoryHeading = categoryHeading
    self.categories = categories
    self.across = across
    self.up = up
    self.points = points
    self.front = front
  }

  /// Every point with both values, the named first; those left out of the drawing say so.
  public var table: DataTable {
    let order =
      points.indices.filter { points[$0].isNamed } + points.indices.filter { !points[$0].isNamed }
    let members = Set(front?.members ?? [])
    var table = DataTable(
      caption: title,
      columns: [
        .init(nameHeading), .init(across.heading, isNumeric: true),
        .init(up.heading, isNumeric: true),
      ],
      rows: order.map {
        [points[$0].name, across.numbers.bare(points[$0].x), up.numbers.bare(points[$0].y)]
      })
    table.appendColumn(categoryHeading, cells: order.map { points[$0].category })
    table.appendColumn(
      front.map { Self.capitalised($0.name) } ?? "",
      cells: order.map { members.contains($0) ? "yes" : "" })
    table.appendColumn("Note", cells: order.map { points[$0].note ?? "" })
    table.appendColumn(
      "In the drawing", cells: order.map { points[$0].isDrawable ? "" : "left out" })
    return table
  }

  /// Draws the points, the names of those that have them, the front, the reference lines and a key.
  public func svg(_ layout: Layout) -> String {
    guard points.contains(where: \.isDrawable) else {
      return Canvas.empty(caption, layout: layout)
    }
    return ScatterDrawing(self, layout: layout).svg()
  }
}

extension ScatterChart {
  /// Positions of the points that no other beats on these two axes, rising.
  ///
  /// One point beats another when it is at least as good on both axes and better on one (Pareto
  /// dominance), so points that are equal on both are in or out together. Empty unless both axes
  /// say which way is better.
  public var unbeaten: [Int] {
    guard let x = across.better, let y = up.better else { return [] }
    let losses = points.map { point in
      (x: x.loss(point.x ?? .nan), y: y.loss(point.y ?? .nan))
    }
    let order = points.indices.filter { points[$0].isDrawable }.sorted {
      (losses[$0].x, losses[$0].y, $0) < (losses[$1].x, losses[$1].y, $1)
    }
    var kept: [Int] = []
    for index in order {
      // Those before it are no worse across, so it must be better up than the last one kept.
      if let last = kept.last, losses[index].y >= losses[last].y, losses[index] != losses[last] {
        continue
      }
      kept.append(index)
    }
    return kept.sorted()
  }

  /// All categories in the order that gives them shape and colour.
  var orderedCategories: [String] {
    points.map(\.category).reduce(into: (list: categories, known: Set(categories))) {
      if $0.known.insert($1).inserted { $0.list.append($1) }
    }.list
  }

  private static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension ScatterChart.Point {
  /// False when either value is missing or endless.
  var isDrawable: Bool { x?.isFinite == true && y?.isFinite == true }
}

extension ScatterChart.Better {
  /// The words that say which way is better.
  var words: String {
    switch self {
    case .lower(let words), .higher(let words): words
    }
  }

  var isHigher: Bool {
    if case .higher = self { return true }
    return false
  }

  /// The value turned so that less is better.
  func loss(_ value: Double) -> Double { isHigher ? -value : value }
}
