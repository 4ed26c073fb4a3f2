// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Site
import Testing

/// A starter plan with one model of patient flow; every figure is made up.
private enum SmallFlowPlan {
  /// The columns of each table, then rows that name the cells that are not empty.
  private static let rows: [(file: String, columns: String, rows: [[String: String]])] = [
    (
      "models",
      "id,title,question,kind,overview,limits,first_day,warm_up_days,days,audit_hour,precision,"
        + "most_runs,deciding,note",
      [
        [
          "id": "leaving", "title": "Leaving", "question": "Why wait?", "kind": "terminating",
          "overview": "From ward to home.", "limits": "All of it.", "first_day": "2020-01-01",
          "warm_up_days": "0", "days": "28", "audit_hour": "8", "precision": "0.1",
          "most_runs": "20", "deciding": "ward.blocked",
        ]
      ]
    ),
    (
      "classes",
      "model,id,name,priority,patience,balks_at_queue,cancelled_at_free_beds,rebooked_after_days,"
        + "basis,source,note", [["id": "people", "name": "People"]]
    ),
    (
      "units",
      "model,id,name,kind,order,when_full,queue_limit,first_visits,first_deviation,last_visits,"
        + "last_deviation,overtaking,basis,source,note",
      [
        ["id": "ward", "name": "Ward <A>", "kind": "beds"],
        ["id": "homes", "name": "Homes", "kind": "beds"],
      ]
    ),
    (
      "beds", "model,unit,id,classes,beds,fact,by_weekday,basis,source,note",
      [
        ["unit": "ward", "id": "beds", "beds": "26"],
        ["unit": "homes", "id": "beds", "beds": "20"],
      ]
    ),
    (
      "arrivals", "model,id,name,class,unit,per_day,fact,fact_days,times,profile,basis,source,note",
      [["id": "people", "name": "People", "class": "people", "unit": "ward", "per_day": "4"]]
    ),
    (
      "stays",
      "model,id,name,distribution,mean,median,deviation,low,high,shape,scale,observed,basis,source,"
        + "note",
      [
        ["id": "care", "name": "Care", "distribution": "exponential", "mean": "5"],
        ["id": "community", "name": "Community", "distribution": "exponential", "mean": "20"],
      ]
    ),
    (
      "routes", "model,unit,class,id,name,to,becomes,chance,stay,transition,basis,source,note",
      [
        ["unit": "ward", "id": "homes", "to": "homes", "chance": "0.25", "stay": "care"],
        ["unit": "ward", "id": "home", "chance": "0.75", "stay": "care"],
        ["unit": "homes", "id": "home", "chance": "1", "stay": "community"],
      ].map { $0.merging(["class": "people", "name": "On"]) { first, _ in first } }
    ),
    (
      "census", "model,class,unit,waiting_for,people,fact,basis,source,note",
      [
        ["class": "people", "unit": "ward", "people": "18"],
        ["class": "people", "unit": "homes", "people": "20"],
      ]
    ),
    (
      "variants", "model,id,title,reason",
      [["id": "more", "title": "Four more beds", "reason": "Is it worth it?"]]
    ),
    (
      "variant_changes", "model,variant,table,row,column,value,reason",
      [
        [
          "variant": "more", "table": "beds", "row": "homes/beds", "column": "beds", "value": "24",
          "reason": "Four.",
        ]
      ]
    ),
  ]

  static let tables: [String: String] = {
    let same = ["model": "leaving", "basis": "assumption", "source": "made-up"]
    let lines = rows.map { file, columns, rows in
      let names = columns.split(separator: ",").map(String.init)
      let cells = rows.map { row in
        names.map { row[$0] ?? same[$0] ?? "" }.joined(separator: ",") + "\n"
      }
      return ("flow/\(file).csv", columns + "\n" + cells.joined())
    }
    return Dictionary(uniqueKeysWithValues: lines)
  }()

  static func reader(_ tables: [String: String]) throws -> PlanReader {
    var files = Dictionary(
      StarterPlan.files(name: "test", title: "Test", area: "Here").map { ($0.path, $0.text) },
      uniquingKeysWith: { first, _ in first })
    files.merge(tables) { _, new in new }
    return try PlanReader(
      files: files.map { PlanFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }
}

@Suite struct `The pages of patient flow` {
  private static let site = Result { try LiveSite(SmallFlowPlan.reader(SmallFlowPlan.tables)) }
  private static let files = Result { try StaticSite(SmallFlowPlan.reader(SmallFlowPlan.tables)) }
  private let live: LiveSite

  init() throws { live = try Self.site.get() }

  private func page(_ path: String) -> String {
    String(decoding: live.answer(path: path, scenario: nil, query: nil).bytes, as: UTF8.self)
  }

  private func paths() throws -> [String] {
    try Self.files.get().paths.filter { $0.hasPrefix("/flow") }
  }

  @Test func `are all there, without script or style`() throws {
    let paths = try paths()

    #expect(paths.count == 13)
    for path in paths {
      #expect(live.answer(path: path, scenario: nil, query: nil).status == 200, "\(path)")
      let html = page(path)
      #expect(!html.contains("<script") && !html.contains(" style="), "\(path)")
      #expect(!html.contains("Ward <A>") || path.hasSuffix(".csv") || path.hasSuffix(".json"))
    }
  }

  @Test func `link only to pages that are there`() throws {
    let site = try Self.files.get()
    let names = Set(site.paths.map { "/" + site.file($0).name })
    for path in try paths() where !path.contains(".") {
      for match in page(path).matches(of: #/href="(\/[^"#?]*)/#) {
        let link = String(match.output.1)
        #expect(live.answer(path: link, scenario: nil, query: nil).status == 200, "\(path) \(link)")
      }
      #expect(names.contains(path + ".html"), "\(path)")
    }
  }

  @Test func `have captions and ids that differ, and no column without a heading`() throws {
    for path in try paths() where !path.contains(".") {
      let captions = page(path).matches(of: #/<caption>(.*?)<\/caption>/#).map {
        String($0.output.1)
      }
      #expect(Set(captions).count == captions.count, "\(path): \(captions)")
      #expect(!page(path).contains("<th scope=\"col\"></th>"), "\(path)")
      let ids = page(path).matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func `say first whether it keeps up, and that it is simulated`() {
    let index = page("/flow")

    #expect(index.contains("href=\"/flow/leaving\""))
    #expect(index.contains("Why wait?"))
    #expect(index.contains("<strong>Simulated.</strong>"))
    #expect(page("/flow/leaving").contains("The verdict of the simulator"))
  }

  @Test func `say what a bed is worth and what a variant changes, with intervals`() {
    #expect(page("/flow/leaving/one-more").contains("With one more bed at “Homes”"))
    #expect(page("/flow/leaving/compare").contains("Four more beds"))
    #expect(page("/flow/leaving/compare").contains("95% interval"))
  }

  @Test func `play a day only when asked to`() {
    let (still, played) = (page("/flow/leaving/day"), page("/flow/leaving/day/play"))

    #expect(!still.contains("<animate") && still.contains("href=\"/flow/leaving/day/play\""))
    #expect(played.contains("<animate") && played.contains("href=\"/flow/leaving/day\""))
  }

  @Test func `give their figures as files`() {
    #expect(page("/flow/leaving/measures.csv").contains("ward,blocked,"))
    // 28 days of people and of waiting at two units, and the header.
    #expect(page("/flow/leaving/days.csv").split(separator: "\n").count == 113)
    #expect(page("/flow/leaving/report").contains("2.5.5 Components: entry and exit points"))
  }

  @Test func `are not there in a plan without models`() throws {
    let site = try LiveSite(SmallFlowPlan.reader([:]))

    #expect(site.answer(path: "/flow", scenario: nil, query: nil).status == 404)
    let first = site.answer(path: "/", scenario: nil, query: nil).bytes
    #expect(!String(decoding: first, as: UTF8.self).contains("href=\"/flow\""))
  }
}
