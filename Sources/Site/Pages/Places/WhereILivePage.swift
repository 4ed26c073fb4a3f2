// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The page on which somebody says where they live.
struct WhereILiveModel {
  let chrome: Chrome
  /// What was typed, or nil.
  let typed: String?
  let isUnknown: Bool
  let hasForm: Bool
  let matches: [Link]
  let groups: [Group]
  let hasMatches: Bool

  struct Link {
    let href: String
    let label: String
  }

  struct Group {
    let heading: String
    let links: [Link]
  }
}

/// What a place would mean by each option.
struct PlaceModel {
  let chrome: Chrome
  let heading: String
  let basis: String
  let services: [Service]
  let note: String?

  struct Service {
    let heading: String
    /// Sentences as HTML.
    let answer: String
    let tables: [TableModel]
    let question: String
    let links: [WhereILiveModel.Link]
  }
}

extension SiteView {
  /// Whether a reader can find where they live in this plan.
  var hasPlaces: Bool { !assessment.options.isEmpty && plan.areas.contains(where: \.isInside) }

  /// The paths under /where-i-live, without the neighbourhoods, of which there are too many.
  var placePaths: [String] {
    guard hasPlaces else { return [] }
    return ["/where-i-live"]
      + places.places.filter { $0.kind != .neighbourhood }.map { "/where-i-live/\($0.id)" }
  }

  /// The page for a text that somebody typed, or for nothing.
  ///
  /// A text that can mean one place only gets the page of that place at once.
  func whereILivePage(_ typed: String) -> String {
    let matches = typed.isEmpty ? [] : places.matches(typed)
    if matches.count == 1, let page = placePage(matches[0].id) { return page }
    let model = WhereILiveModel(
      chrome: chrome("Where I live", path: "/where-i-live"),
      typed: typed.isEmpty ? nil : typed, isUnknown: !typed.isEmpty && matches.isEmpty,
      hasForm: !isStatic, matches: matches.prefix(40).map(link), groups: placeGroups,
      hasMatches: !matches.isEmpty)
    return Templates.render("whereilive", model)
  }

  private func link(_ place: Place) -> WhereILiveModel.Link {
    .init(href: "/where-i-live/\(place.id)", label: place.name)
  }

  private var placeGroups: [WhereILiveModel.Group] {
    let kinds: [(Place.Kind, String)] = [
      (.postcodeDistrict, "First half of the postcode"), (.town, "Towns and villages"),
      (.district, "Districts"),
    ]
    return kinds.compactMap { kind, heading in
      let links = places.places.filter { $0.kind == kind }.map(link)
      return links.isEmpty ? nil : .init(heading: heading, links: links)
    }
  }

  /// The page of a place, or nil when there is none of that name.
  func placePage(_ id: String) -> String? {
    guard hasPlaces, let place = places.place(id) else { return nil }
    let isEstimate = place.kind == .town || place.kind == .postcodeDistrict
    let model = PlaceModel(
      chrome: chrome("Where I live: \(place.name)", path: "/where-i-live"), heading: place.name,
      basis: basis(of: place),
      services: assessment.options.compactMap {
        PlaceWords(view: self, findings: $0, place)?.service
      },
      note: isEstimate
        ? "Which neighbourhoods belong to \(place.name) is an estimate: those whose people live "
          + "nearest to a GP practice with that address. Near the edge, look at the places around it "
          + "as well."
        : nil)
    return Templates.render("place", model)
  }

  private func basis(of place: Place) -> String {
    let areas = Set(place.areas)
    let people = plan.areas.filter { areas.contains($0.id) }.compactMap(\.population)
      .reduce(0, +)
    let count =
      place.areas.count == 1 ? "One neighbourhood" : "\(place.areas.count) neighbourhoods"
    return people > 0 ? "\(count) with \(PlainNumber.text(people)) people." : "\(count)."
  }
}
