// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct CatchmentMapTests {
  private let west = DotMap.Coordinate(longitude: 0, latitude: 51)
  private let east = DotMap.Coordinate(longitude: 1, latitude: 51.2)

  private func place(
    _ name: String, _ longitude: Double, site: Int?, minutes: Double?
  ) -> CatchmentMap.Place {
    .init(
      name, district: "District", at: .init(longitude: longitude, latitude: 51.1), site: site,
      minutes: minutes, people: 4.5)
  }

  private func map(_ places: CatchmentMap.Place...) -> CatchmentMap {
    CatchmentMap(
      caption: caption("catchment", "Catchment"), peopleHeading: "Strokes", steps: [30, 60],
      places: places,
      sites: [
        .init("West", at: west, isOpen: true, note: "9 strokes a year", link: "/sites/west"),
        .init("East", at: east, isOpen: false, link: "javascript:alert(1)"),
        .init("Middle", at: .init(longitude: 0.5, latitude: 51.1), isOpen: true),
      ])
  }

  /// Starts and ends of the lines of one path.
  private func spokes(_ path: Drawn.Element) -> [[String]] {
    (path.attributes["d"] ?? "").split(separator: "M").map {
      $0.split(separator: "L").map(String.init)
    }
  }

  @Test(arguments: Layout.allCases)
  func `every place is drawn, and the steps in use are in the key`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(Sample.catchment.svg(layout)))
    let dots = drawn.elements.filter { $0.classes.contains("pic-step") }
    let kinds = Set(dots.compactMap { $0.classes.last })

    #expect(dots.count == 220 + kinds.count)
    #expect(drawn.all("path", class: "pic-unreached").count == 3 + 1)
    #expect(drawn.words.contains("up to 15 minutes"))
    #expect(drawn.words.contains("no journey known"))
  }

  @Test(arguments: Layout.allCases)
  func `a line runs from a place to its own site only`(_ layout: Layout) throws {
    let drawn = try #require(
      Drawn(
        map(
          place("A", 0.1, site: 0, minutes: 5), place("B", 0.2, site: 0, minutes: 9),
          place("C", 0.6, site: 2, minutes: 5), place("D", 0.9, site: nil, minutes: nil)
        ).svg(layout)))
    let paths = drawn.all("path", class: "pic-spoke")
    let dots = drawn.all("circle", class: "pic-step").prefix(3).map {
      "\($0.attributes["cx"] ?? "") \($0.attributes["cy"] ?? "")"
    }

    #expect(paths.map { spokes($0).count } == [2, 1])
    #expect(spokes(paths[0]).map { $0[1] } == [dots[0], dots[1]])
    #expect(spokes(paths[1]).map { $0[1] } == [dots[2]])
    #expect(Set(spokes(paths[0]).map { $0[0] }).count == 1)
  }

  @Test func `longer journeys have larger dots, drawn first so that none is hidden`() throws {
    let drawn = try #require(
      Drawn(
        map(
          place("A", 0.1, site: 0, minutes: 30), place("B", 0.2, site: 0, minutes: 30.1),
          place("C", 0.6, site: 2, minutes: 61)
        ).svg(.wide)))
    let dots = drawn.all("circle", class: "pic-step").prefix(3)
    let radii = dots.compactMap { $0.number("r") }

    #expect(dots.compactMap { $0.classes.last } == ["pic-step3", "pic-step2", "pic-step1"])
    #expect(radii[0] > radii[1] && radii[1] > radii[2])
    #expect(drawn.words.contains("up to 30 minutes up to 60 over 60 minutes"))
  }

  @Test(arguments: [nil, -1, 3])
  func `a place without a site has a cross, no line and a row`(_ site: Int?) throws {
    let lost = map(place("Lost", 0.4, site: site, minutes: 12))
    let drawn = try #require(Drawn(lost.svg(.wide)))

    #expect(drawn.all("path", class: "pic-spoke").isEmpty)
    #expect(drawn.all("path", class: "pic-unreached").count == 2)
    #expect(lost.table.rows == [["Lost", "District", "No route", "not known", "4.5"]])
  }

  @Test func `the table begins with no journey, then the longest`() {
    let rows = map(
      place("Near", 0.1, site: 0, minutes: 5), place("Far", 0.9, site: 0, minutes: 50),
      place("Lost", 0.4, site: nil, minutes: nil), place("Odd", 0.4, site: 2, minutes: .nan)
    ).table.rows

    #expect(rows.map { $0[0] } == ["Lost", "Odd", "Far", "Near"])
    #expect(rows[2] == ["Far", "District", "West", "50.0", "4.5"])
  }

  @Test(arguments: Layout.allCases)
  func `open and closed sites differ in shape and are explained`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(map(place("A", 0.1, site: 0, minutes: 5)).svg(layout)))

    #expect(drawn.all("path", class: "pic-site").count == 2 + 1)
    #expect(drawn.all("circle", class: "pic-shut").count == 1 + 1)
    #expect(drawn.words.contains("closed"))
  }

  @Test func `a site links in full, and only to a safe address`() throws {
    let links = try #require(Drawn(map(place("A", 0.1, site: 0, minutes: 5)).svg(.wide))).all("a")

    #expect(links.compactMap { $0.attributes["href"] } == ["/sites/west"])
    #expect(links.first?.attributes["aria-label"] == "West, open, 9 strokes a year")
  }

  @Test func `a place that nobody can find is counted in words and in the table`() throws {
    let lost = map(
      place("A", 0.1, site: 0, minutes: 5), place("Nowhere", .nan, site: 0, minutes: 9))
    let drawn = try #require(Drawn(lost.svg(.narrow)))

    #expect(drawn.words.contains("1 place is not drawn"))
    #expect(lost.table.rows.count == 2)
  }

  @Test(arguments: Layout.allCases)
  func `every site is named on the map or under it`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(Sample.catchment.svg(layout)))

    for name in ["Darent", "Maidstone", "Medway", "Tunbridge", "Canterbury", "Queen", "William"] {
      #expect(drawn.words.contains(name))
    }
    #expect(drawn.overlappingWords.isEmpty)
  }

  @Test func `a map without sites says that there are no figures`() throws {
    var lonely = map(place("A", 0.1, site: 0, minutes: 5))
    lonely.sites = []
    let drawn = try #require(Drawn(lonely.svg(.wide)))

    #expect(drawn.words == "No figures yet")
    #expect(lonely.table.rows[0][2] == "No route")
  }
}
