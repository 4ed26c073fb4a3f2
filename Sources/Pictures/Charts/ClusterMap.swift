// SPDX-License-Identifier: Apache-2.0

/// Which group each place belongs to.
///
/// Every place is a mark, joined by a line to the middle of its group, where the label of the group
/// stands; shape and colour change from group to group as well, so that no colour has to be told
/// apart. A place that was moved by hand has a ring round it. Labels that find no room are listed
/// under the map.
public struct ClusterMap: Picture {
  /// A place that is in a group.
  public struct Place: Sendable, Hashable {
    /// The name, for the table.
    public var name: String
    /// A wider place that people know, for the table.
    public var district: String
    /// Where it is.
    public var coordinate: DotMap.Coordinate
    /// The position of its group among the map's groups; a position beyond them is no group.
    public var group: Int
    /// People who live or are registered there.
    public var people: Double
    /// Whether somebody moved it by hand.
    public var isMoved: Bool

    /// Makes a place.
    public init(
      _ name: String, district: String, at coordinate: DotMap.Coordinate, group: Int,
      people: Double, isMoved: Bool = false
    ) {
      self.name = name
      self.district = district
      self.coordinate = coordinate
      self.group = group
      self.people = people
      self.isMoved = isMoved
    }
  }

  /// A group of places.
  public struct Group: Sendable, Hashable {
    /// The short label on the map: "C7".
    public var label: String
    /// The name in full.
    public var name: String
    /// Where its middle is.
    public var centre: DotMap.Coordinate
    /// Where the label leads.
    public var link: String?
    /// Its number among all groups, which gives it shape and colour on every map.
    public var number: Int

    /// Makes a group.
    public init(
      _ label: String, name: String, centre: DotMap.Coordinate, link: String? = nil, number: Int
    ) {
      self.label = label
      self.name = name
      self.centre = centre
      self.link = link
      self.number = max(0, number)
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The word for one group, such as "cluster".
  public var groupWord: String
  /// The places.
  public var places: [Place]
  /// The groups.
  public var groups: [Group]

  /// Makes a map.
  public init(caption: Caption, groupWord: String, places: [Place], groups: [Group]) {
    self.caption = caption
    self.groupWord = groupWord
    self.places = places
    self.groups = groups
  }

  /// Every place with its group and its people, group by group.
  public var table: DataTable {
    let whole = NumberStyle(decimals: 0)
    let order = places.indices.sorted { (places[$0].group, $0) < (places[$1].group, $1) }
    var table = DataTable(
      caption: title,
      columns: [
        .init("Place"), .init("District"), .init(groupWord.firstUppercased),
        .init("People", isNumeric: true),
      ],
      rows: order.map { index in
        let place = places[index]
        return [
          place.name, place.district,
          group(of: place).map { "\($0.label) \($0.name)" } ?? "none", whole.bare(place.people),
        ]
      })
    table.appendColumn(
      "Changed", cells: order.map { places[$0].isMoved ? "moved by hand" : "" })
    return table
  }

  /// Draws lines, marks, labels, a scale bar and a key.
  public func svg(_ layout: Layout) -> String {
    guard places.contains(where: \.coordinate.isDrawable) else {
      return Canvas.empty(caption, layout: layout)
    }
    return ClusterMapDrawing(self, layout: layout).svg()
  }

  /// The group of a place, nil when there is none.
  func group(of place: Place) -> Group? {
    groups.indices.contains(place.group) ? groups[place.group] : nil
  }
}

extension String {
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
