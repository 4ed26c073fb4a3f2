// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct ClusterMapTests {
  @Test(arguments: Layout.allCases)
  func `every place has a mark and every group its lines and its label`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(Sample.clusterMap.svg(layout)))
    let marks = drawn.elements.filter {
      $0.classes.contains("pic-mark") || $0.classes.contains("pic-ring")
    }

    #expect(marks.count == 120 + 1)
    #expect(drawn.all("path", class: "pic-spoke").count == 12)
    for number in 1...12 { #expect(drawn.words.contains("C\(number)"), "C\(number)") }
    #expect(drawn.all("a").map { $0.attributes["href"] ?? "" }.contains("/clusters/c12"))
  }

  @Test func `neighbouring groups differ in shape as well as in colour`() {
    let drawn = Drawn(Sample.clusterMap.svg(.wide))
    let looks = Set(drawn?.elements.map { $0.classes.joined(separator: " ") + $0.name } ?? [])

    #expect(looks.count > 12)
  }

  @Test(arguments: Layout.allCases)
  func `a place that was moved has a ring, and the key says what it means`(
    _ layout: Layout
  ) throws {
    let drawn = try #require(Drawn(Sample.movedMap.svg(layout)))

    #expect(drawn.all("circle", class: "pic-front").count == 2)
    #expect(drawn.words.contains("moved by hand"))
    #expect(drawn.words.contains("1 place is not drawn"))
  }

  @Test func `the table names the group of every place, and who was moved`() {
    let table = Sample.movedMap.table

    #expect(table.columns.map(\.heading) == ["Place", "District", "Cluster", "People", "Changed"])
    #expect(table.rows.map { $0[2] } == ["C1 West", "C1 West", "C1 West", "none"])
    #expect(table.rows.map { $0[4] } == ["", "moved by hand", "", ""])
  }

  @Test func `labels that find no room are listed under the map`() throws {
    var crowded = Sample.clusterMap
    crowded.groups = crowded.groups.map { group in
      var group = group
      group.centre = .init(longitude: 0.7, latitude: 51.2)
      return group
    }
    let drawn = try #require(Drawn(crowded.svg(.narrow)))

    for number in 1...12 { #expect(drawn.words.contains("C\(number)"), "C\(number)") }
  }
}
