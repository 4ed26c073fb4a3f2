// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite(.enabled(if: SharedData.isThere, "the shared stroke data is not here"))
struct `Rules and standards for the stroke units of Kent and Medway` {
  private let sites = KentStrokeTravel.sevenSites

  private func subsets(of count: Int) -> [[String]] {
    (0..<128).map { bits in sites.indices.filter { bits >> $0 & 1 == 1 }.map { sites[$0] } }
      .filter { $0.count == count }
  }

  @Test func `leave the five options of the consultation`() throws {
    let requirements = try Requirements([
      .rule(id: "three", .numberOfSites(atLeast: 3, atMost: 3)),
      .rule(id: "ashford", .requires("WHH")), .rule(id: "margate", .excludes("QEQM")),
      .rule(id: "canterbury", .excludes("KCH")),
      .rule(id: "one trust", .atMost(1, of: ["MGH", "TWH"])),
    ])
    let all = (1...7).flatMap(subsets)

    let screening = try requirements.screen(all.map { MeasuredConfiguration(openSites: Set($0)) })

    #expect(all.count == 127)
    #expect(
      Set(screening.passing.map { Set(all[$0]) }) == [
        ["DVH", "MMH", "WHH"], ["DVH", "MGH", "WHH"], ["MGH", "MMH", "WHH"],
        ["TWH", "MMH", "WHH"], ["DVH", "TWH", "WHH"],
      ])
  }

  @Test(arguments: [(2, 8), (3, 12), (4, 2), (5, 0), (6, 0), (7, 0)])
  func `keep volumes from 500 to 1,500 in few sets`(count: Int, passing: Int) throws {
    let kent = try KentStrokeTravel.read.get()
    let volume = try ServiceStandard(
      id: "volume", measure: "strokes", limit: .between(500, 1500), unit: "strokes a year",
      scope: .eachSite)
    let configurations = subsets(of: count).map { open in
      var strokes = Dictionary(uniqueKeysWithValues: open.map { ($0, 0.0) })
      for area in kent.areas {
        strokes[kent.nearest(to: area, of: open).site, default: 0] += area.earlierStrokes
      }
      return MeasuredConfiguration(
        openSites: Set(open),
        measures: [
          "strokes": .sites(open.map { SiteValue(site: $0, value: strokes[$0] ?? 0) })
        ])
    }

    let screening = try Requirements([.standard(volume)]).screen(configurations)

    #expect(screening.passing.count == passing)
    if count == 4 {
      #expect(
        screening.passing.map { configurations[$0].openSites } == [
          ["DVH", "MMH", "WHH", "QEQM"], ["MMH", "MGH", "WHH", "QEQM"],
        ])
    }
  }

  @Test func `find option B short of 95% within 45 minutes, and by how much`() throws {
    let kent = try KentStrokeTravel.read.get()
    let standard = try ServiceStandard(
      id: "45 minutes", measure: "travel", limit: .atMost(45), unit: "minutes",
      scope: .people(share: 0.95))

    let result = try standard.check(
      MeasuredConfiguration(
        openSites: Set(KentStrokeTravel.optionB),
        measures: [
          "travel": .areas(
            kent.areas.map {
              AreaValue(
                area: $0.code, people: $0.strokes,
                value: kent.nearest(to: $0, of: KentStrokeTravel.optionB).minutes)
            })
        ]))

    #expect(!result.isMet)
    #expect((result.margin - (0.9034 - 0.95)).magnitude < 0.00005)
    #expect(result.relaxations.count == 2)
  }
}
