// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Site
import Testing

/// A starter plan with one model of patient flow; every figure is made up.
private enum SmallFlowPlan {
  private static let made = "assumption,made-up,"

  static let tables = [
    "flow/models.csv":
      "id,title,question,kind,overview,limits,first_day,warm_up_days,days,audit_hour,precision,"
      + "most_runs,deciding,note\nleaving,Leaving,Why wait?,terminating,From ward to home.,All of it.,"
      + "2020-01-01,0,28,8,0.1,20,ward.blocked,\n",
    "flow/classes.csv":
      "model,id,name,basis,source,note\nleaving,people,People,\(made)\n",
    "flow/units.csv":
      "model,id,name,kind,basis,source,note\nleaving,ward,Ward <A>,beds,\(made)\n"
      + "leaving,homes,Homes,beds,\(made)\n",
    "flow/beds.csv":
      "model,unit,id,beds,basis,source,note\nleaving,ward,beds,26,\(made)\n"
      + "leaving,homes,beds,20,\(made)\n",
    "flow/arrivals.csv":
      "model,id,name,class,unit,per_day,basis,source,note\n"
      + "leaving,people,People,people,ward,4,\(made)\n",
    "flow/stays.csv":
      "model,id,name,distribution,mean,basis,source,note\n"
      + "leaving,care,Care,exponential,5,\(made)\n"
      + "leaving,community,Community,exponential,20,\(made)\n",
    "flow/routes.csv":
      "model,unit,class,id,name,to,chance,stay,basis,source,note\n"
      + "leaving,ward,people,homes,a bed,homes,0.25,care,\(made)\n"
      + "leaving,ward,people,home,home,,0.75,care,\(made)\n"
      + "leaving,homes,people,home,home,,1,community,\(made)\n",
    "flow/census.csv":
      "model,class,unit,waiting_for,people,basis,source,note\n"
      + "leaving,people,ward,,18,\(made)\nleaving,people,homes,,20,\(made)\n",
    "flow/variants.csv": "model,id,title,reason\nleaving,more,Four more beds,Is it worth it?\n",
    "flow/variant_changes.csv":
      "model,variant,table,row,column,value,reason\nleaving,more,beds,homes/beds,beds,24,Four.\n",
  ]

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

  @Test func `have captions that differ and no column without a heading`() throws {
    for path in try paths() where !path.contains(".") {
      let captions = page(path).matches(of: #/<caption>(.*?)<\/caption>/#).map {
        String($0.output.1)
      }
      #expect(Set(captions).count == captions.count, "\(path): \(captions)")
      #expect(!page(path).contains("<th scope=\"col\"></th>"), "\(path)")
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
    #expect(page("/flow/leaving/one-more").contains("With one more bed at Homes"))
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
