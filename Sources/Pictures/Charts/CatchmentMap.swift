// SPDX-License-Identifier: Apache-2.0

/// Where people live, the site that each place goes to, and how long the journey takes.
///
/// Every place is a dot, larger and stronger the longer its journey, joined by a line to its site; a
/// place without a journey is a cross. Size, shape and line say the same as the table, so that no
/// colour has to be told apart. Names that find no room are numbered, and listed under the map.
public struct CatchmentMap: Picture {
  /// A place where people live.
  public struct Place: Sendable, Hashable {
    /// The name, for the table.
    public var name: String
    /// A wider place that people know, for the table.
    public var district: String
    /// Where it is.
    public var coordinate: DotMap.Coordinate
    /// The position of its site among the map's sites; nil when none can be reached.
    ///
    /// A position beyond the sites counts as nil.
    public var site: Int?
    /// Minutes of the journey; nil when nobody knows.
    public var minutes: Double?
    /// People who make it in a year.
    public var people: Double

    /// Makes a place.
    public init(
      _ name: String, district: String, at coordinate: DotMap.Coordinate, site: Int?,
      minutes: Double?, people: Double
    ) {
      self.name = name
      self.district = district
      self.coordinate = coordinate
      self.site = site
      self.minutes = minutes
      self.people = people
    }
  }

  /// A site, open or closed.
  public struct Site: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Where it is.
    public var coordinate: DotMap.Coordinate
    /// Whether it is open.
    public var isOpen: Bool
    /// A quiet second line: "904 strokes a year".
    public var note: String?
    /// Where the mark and its name lead.
    public var link: String?

    /// Makes a site.
    public init(
      _ name: String, at coordinate: DotMap.Coordinate, isOpen: Bool, note: String? = nil,
      link: String? = nil
    ) {
      self.name = name
      self.coordinate = coordinate
      self.isOpen = isOpen
      self.note = note
      self.link = link
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What is counted, as a plural noun: "Strokes".
  public var peopleHeading: String
  /// Minutes beyond which a dot becomes larger and stronger, rising; at most four are told apart.
  public var steps: [Double]
  /// The places.
  public var places: [Place]
  /// The sites.
  public var sites: [Site]
  /// Coasts and boundaries, drawn quietly underneath.
  public var outlines: [[DotMap.Coordinate]]

  /// Makes a map.
  public init(
    caption: Caption, peopleHeading: String, steps: [Double], places: [Place], sites: [Site],
    outlines: [[DotMap.Coordinate]] = []
  ) {
    self.caption = caption
    self.peopleHeading = peopleHeading
    self.steps = Array(steps.prefix(4))
    self.places = places
    self.sites = sites
    self.outlines = outlines
  }

  /// Every place with its site, its minutes and its people: those without a journey first, then the
  /// longest journeys.
  public var table: DataTable {
    let one = NumberStyle(decimals: 1)
    let lengths = places.map { journey($0) ?? .infinity }
    let order = places.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    return DataTable(
      caption: title,
      columns: [
        .init("Place"), .init("District"), .init("Goes to"), .init("Minutes", isNumeric: true),
        .init(peopleHeading, isNumeric: true),
      ],
      rows: order.map { index in
        let place = places[index]
        return [
          place.name, place.district, site(of: place).map { sites[$0].name } ?? "No route",
          one.bare(journey(place)), one.bare(place.people),
        ]
      })
  }

  /// Draws lines, dots, sites, a scale bar and a key.
  public func svg(_ layout: Layout) -> String {
    let shown = places.filter(\.coordinate.isDrawable)
    guard !shown.isEmpty, sites.contains(where: \.coordinate.isDrawable) else {
      return Canvas.empty(caption, layout: layout)
    }
    return CatchmentDrawing(self, layout: layout).svg()
  }

  /// The position of the site a place goes to, nil when there is no such site.
  func site(of place: Place) -> Int? {
    place.site.flatMap { sites.indices.contains($0) ? $0 : nil }
  }

  /// Minutes from a place to its site, nil when there is no site or nobody knows.
  func journey(_ place: Place) -> Double? {
    guard site(of: place) != nil, let minutes = place.minutes, minutes.isFinite else { return nil }
    return minutes
  }

  /// The step of a journey: 0 up to the first threshold, and one more beyond each; nil without one.
  func step(_ place: Place) -> Int? {
    journey(place).map { minutes in steps.firstIndex { minutes <= $0 } ?? steps.count }
  }

  /// The words of a step, for the key.
  func words(_ step: Int) -> String {
    func text(_ minutes: Double) -> String {
      NumberStyle(decimals: minutes == minutes.rounded() ? 0 : 1).text(minutes)
    }
    guard let last = steps.last else { return "any journey" }
    if step == steps.count { return "over \(text(last)) minutes" }
    return step == 0 ? "up to \(text(steps[0])) minutes" : "up to \(text(steps[step]))"
  }
}
