// SPDX-License-Identifier: Apache-2.0

/// Places on a map, each with its name, told apart by shape and colour.
///
/// Longitude and latitude are drawn on a plane with the width of a degree corrected for the middle
/// latitude, which is right to within a few metres in a hundred kilometres for one health system.
/// Names that find no room are numbered, and listed under the map.
public struct DotMap: Picture {
  /// A place on earth, in degrees, WGS 84.
  public struct Coordinate: Sendable, Hashable {
    /// Degrees east of Greenwich.
    public var longitude: Double

    /// Degrees north of the equator.
    public var latitude: Double

    /// Makes a coordinate.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }

    /// False for a coordinate that cannot be drawn.
    var isDrawable: Bool {
      longitude.isFinite && latitude.isFinite && latitude.magnitude < 89
        && longitude.magnitude <= 360
    }
  }

  /// A named dot.
  public struct Site: Sendable, Hashable {
    /// The name in full; long names wrap or are numbered.
    public var name: String

    /// Where it is, or nil when nobody knows.
    public var coordinate: Coordinate?

    /// What kind of place it is; gives it shape and colour.
    public var category: String

    /// A quiet second line: "45 beds", "38 minutes".
    public var note: String?

    /// Where the dot and its name lead; relative or http(s), anything else is ignored.
    public var link: String?

    /// Makes a site.
    public init(
      _ name: String, at coordinate: Coordinate?, category: String = "", note: String? = nil,
      link: String? = nil
    ) {
      self.name = name
      self.coordinate = coordinate
      self.category = category
      self.note = note
      self.link = link
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption

  /// What a category is, for the table: "Kind of hospital".
  public var categoryHeading: String

  /// Categories in the order that gives them shape and colour, the same on every map; any that
  /// sites mention and this leaves out follow in order of appearance.
  public var categories: [String]

  /// The dots.
  public var sites: [Site]

  /// Coasts and boundaries, drawn quietly underneath.
  public var outlines: [[Coordinate]]

  /// Makes a map.
  public init(
    caption: Caption, categoryHeading: String = "Kind", categories: [String] = [], sites: [Site],
    outlines: [[Coordinate]] = []
  ) {
    self.caption = caption
    self.categoryHeading = categoryHeading
    self.categories = categories
    self.sites = sites
    self.outlines = outlines
  }

  /// Every site with its category and coordinates to four decimals, about ten metres.
  public var table: DataTable {
    let degrees = NumberStyle(decimals: 4)
    var table = DataTable(
      caption: title,
      columns: [
        .init("Place"), .init(categoryHeading),
        .init("Latitude", isNumeric: true), .init("Longitude", isNumeric: true),
      ],
      rows: sites.map {
        [
          $0.name, $0.category, degrees.bare($0.coordinate?.latitude),
          degrees.bare($0.coordinate?.longitude),
        ]
      })
    table.appendColumn("Note", cells: sites.map { $0.note ?? "" })
    return table
  }

  /// Draws outlines, dots, names, a scale bar and, for more than one category, a key.
  public func svg(_ layout: Layout) -> String {
    let shown = sites.filter { $0.coordinate?.isDrawable == true }
    guard !shown.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return MapDrawing(self, shown: shown, layout: layout).svg()
  }

  /// All categories in the order that gives them shape and colour.
  var orderedCategories: [String] {
    sites.map(\.category).reduce(into: categories) { list, category in
      if !list.contains(category) { list.append(category) }
    }
  }
}
