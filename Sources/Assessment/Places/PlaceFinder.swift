// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// A name under which people know where they live, with the areas that it means.
public struct Place: Sendable, Equatable {
  /// What kinds of name there are.
  public enum Kind: Int, Sendable, CaseIterable {
    case postcodeDistrict, town, district, neighbourhood
  }

  /// What an address of a page can hold: lower-case letters, digits and hyphens.
  public let id: String
  /// The name for a reader.
  public let name: String
  /// What kind of name it is.
  public let kind: Kind
  /// The areas, by id, in the order of the plan's table.
  public let areas: [String]
}

/// Finds what somebody means who types where they live.
public struct PlaceFinder: Sendable {
  /// Every place, by kind and then in the order of the plan's tables.
  public let places: [Place]
  private let byID: [String: Int]

  /// The places of a plan: those of its table, its districts and its neighbourhoods.
  public init(_ plan: Plan) {
    let inside = plan.areas.filter(\.isInside)
    let known = Set(inside.map(\.id))
    var found = plan.places.compactMap { row -> Place? in
      let areas = row.areas.filter(known.contains)
      let kind: Place.Kind = row.kind == .town ? .town : .postcodeDistrict
      return areas.isEmpty
        ? nil : Place(id: PlaceFinder.slug(row.name), name: row.name, kind: kind, areas: areas)
    }
    var districts: [String] = []
    for area in inside where !districts.contains(area.district) { districts.append(area.district) }
    found += districts.sorted().map { district in
      Place(
        id: "district-" + PlaceFinder.slug(district), name: "\(district) district",
        kind: .district, areas: inside.filter { $0.district == district }.map(\.id))
    }
    found += inside.map {
      Place(id: PlaceFinder.slug($0.id), name: $0.name, kind: .neighbourhood, areas: [$0.id])
    }
    var seen: Set<String> = []
    places = found.filter { seen.insert($0.id).inserted }.sorted {
      $0.kind.rawValue < $1.kind.rawValue
    }
    var byID: [String: Int] = [:]
    for (index, place) in places.enumerated() { byID[place.id] = index }
    self.byID = byID
  }

  /// A place by its id.
  public func place(_ id: String) -> Place? { byID[id].map { places[$0] } }

  /// The places that a text can mean, best first.
  ///
  /// Of a whole postcode only the first half is looked at. A text that is a name gives the places
  /// of that name; otherwise those whose name begins with it, then those that contain it.
  public func matches(_ text: String) -> [Place] {
    let wanted = PlaceFinder.normal(text)
    guard !wanted.isEmpty else { return [] }
    if let outward = PlaceFinder.outwardCode(wanted) {
      let district = places.filter {
        $0.kind == .postcodeDistrict && PlaceFinder.normal($0.name) == outward
      }
      if !district.isEmpty { return district }
    }
    let named = places.map { ($0, PlaceFinder.normal($0.name)) }
    let same = named.filter { place, name in
      name == wanted || name == wanted + " district" || place.id == wanted
    }
    if !same.isEmpty { return same.map(\.0) }
    let begins = named.filter { $0.1.hasPrefix(wanted) }
    let contains =
      wanted.count < 3 ? [] : named.filter { !$0.1.hasPrefix(wanted) && $0.1.contains(wanted) }
    return (begins + contains).map(\.0)
  }

  /// The first half of a postcode, whole or not, or nil when the text is no postcode.
  private static func outwardCode(_ text: String) -> String? {
    let compact = text.filter { $0 != " " }
    let isWhole =
      compact.count >= 5 && compact.suffix(3).first?.isNumber == true
      && compact.suffix(2).allSatisfy(\.isLetter)
    let code = isWhole ? String(compact.dropLast(3)) : compact
    let letters = code.prefix { $0.isLetter }
    let rest = code.dropFirst(letters.count)
    guard (1...2).contains(letters.count), (1...2).contains(rest.count),
      rest.first?.isNumber == true
    else { return nil }
    return code
  }

  private static func normal(_ text: String) -> String {
    let plain = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  private static func slug(_ text: String) -> String {
    normal(text).split(separator: " ").joined(separator: "-")
  }
}
