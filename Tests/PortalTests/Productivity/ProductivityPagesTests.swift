// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Programme
import Testing

/// A portal with one organisation and a break-glass log.
private final class ProductivitySite {
  let data: DataFolder
  let portal: Portal
  let log: BreakGlassDesk
  static let today = CivilDay(number: 17_261)  // 5 April 2017

  init() throws {
    let now = LondonTime.moment(Self.today, minutes: 600)
    data = try DataFolder(
      path: NSTemporaryDirectory() + "productivity-" + UUID().uuidString, clock: { now })
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { now },
      prose: { "<p>\($0)</p>" })
    services.programme.organisations = [NamedThing(id: "trust", name: "Example Trust")]
    portal = Portal(services)
    log = BreakGlassDesk(
      data, organisations: services.programme.organisations, clock: { now })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  func get(_ path: String, as role: Role? = nil, query: String = "") async -> Shown {
    await send(.get, path, [], role, query)
  }

  func post(_ path: String, _ fields: [(String, String)], as role: Role? = nil) async -> Shown {
    await send(.post, path, fields, role, "")
  }

  private func send(
    _ method: PortalRequest.Method, _ path: String, _ fields: [(String, String)], _ role: Role?,
    _ query: String
  ) async -> Shown {
    let request = PortalRequest(
      method: method, path: path.split(separator: "/").map(String.init),
      query: FormFields(encoded: query),
      fields: FormFields(fields.map { (name: $0.0, value: $0.1) }))
    return Shown(await portal.answer(request, EventsSite.visit(role)))
  }
}

@Suite struct `Pages of productivity tools` {
  private let prices = """
    product,buyer,unit,price,quantity
    Gloves,A,box,10,100
    Gloves,B,box,12,50
    Gloves,C,box,9,200
    Gloves,D,box,11,80
    Pens,D,box,11,80
    """

  @Test(arguments: ProductivityTool.all.map(\.id))
  func `show a labelled example that works`(id: String) async throws {
    let site = try ProductivitySite()
    let page = await site.get("/programme/productivity/\(id)")
    #expect(page.status == 200 && !page.isPrivate)
    for words in [
      "What the made-up example gives", "worked example with made-up numbers", "How it works",
      "What it cannot tell", "What was left out", "How these results were worked out",
      "<svg", "<label for=\"table\">",
    ] {
      #expect(page.html.contains(words), "\(words)")
    }
    let captions = page.html.matches(of: #/<caption>([^<]*)</caption>/#).map { $0.output.1 }
    #expect(Set(captions).count == captions.count)
    #expect(!page.html.contains("<th scope=\"col\"></th>"))
  }

  @Test func `are listed on one page, which every tool leads back to`() async throws {
    let site = try ProductivitySite()
    let page = await site.get("/programme/productivity")
    for tool in ProductivityTool.all {
      #expect(page.html.contains("href=\"/programme/productivity/\(tool.id)\""))
    }
    #expect(await site.get("/programme/productivity/none").status == 404)
    #expect(await site.get("/programme/productivity/prices/x").status == 404)
    #expect(await site.get("/programme").html.contains("Productivity tools"))
  }

  @Test func `work a posted table out and keep nothing`() async throws {
    let site = try ProductivitySite()
    let page = await site.post("/programme/productivity/prices", [("table", prices)])
    #expect(page.status == 200 && page.isPrivate)
    for words in ["What your table gives", "£410", "£115", "has 1 buyer, and 3 are needed"] {
      #expect(page.html.contains(words), "\(words)")
    }
    #expect(page.html.contains("Gloves,A,box,10,100"))
    #expect(try site.data.ledger.entries().isEmpty)
  }

  @Test func `give a table as a file`() async throws {
    let site = try ProductivitySite()
    let file = await site.post(
      "/programme/productivity/prices",
      [("table", prices), ("act", "download"), ("which", "buyers")])
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("product,buyer,price,quantity,to_lowest,to_median"))
    #expect(text.contains("Gloves,B,12,50,150,75,0,B"))
    let none = await site.post(
      "/programme/productivity/prices",
      [("table", prices), ("act", "download"), ("which", "none")])
    #expect(none.status == 404)
  }

  @Test func `list every problem and keep what was typed`() async throws {
    let site = try ProductivitySite()
    let page = await site.post(
      "/programme/productivity/prices",
      [
        ("table", "product,buyer,unit,price,quantity\nGloves,A,box,<b>ten,100\nPens,,box,x,1\n"),
        ("fewest-buyers", "none"),
      ])
    #expect(page.status == 422)
    for words in [
      "The table has 3 problems", "Problems of the table", "“&lt;b&gt;ten”", "Fewest buyers: found",
      "value=\"none\"",
    ] {
      #expect(page.html.contains(words), "\(words)")
    }
    let one = await site.post("/programme/productivity/prices", [("table", "")])
    #expect(one.status == 422 && one.html.contains("an empty table"))
  }
}

@Suite struct `Pages of the break-glass log` {
  private let token = ("token", "abcdefghijklmnopqrstuvwxyz")

  private var wish: [(String, String)] {
    [
      token, ("organisation", "trust"), ("group", "other-clinical"), ("on", "2017-04-05"),
      ("shifts", "2"), ("hours", "20"), ("basic", "20"), ("rate", "38"),
      ("reason", "Synthetic: no cover at night."),
    ]
  }

  private func setPolicy(_ site: ProductivitySite) async throws {
    let saved = await site.post(
      "/desk/programme/productivity/break-glass/policy",
      [
        ("token", "zyxwvutsrqponmlkjihgfedcba"), ("from", "2016-10-03"), ("junior-doctors", "55"),
        ("other-clinical", "55"), ("non-clinical", "55"), ("approver", "Director on call"),
      ], as: .programmeOffice)
    #expect(saved.status == 303)
  }

  @Test func `are for staff of the programme`() async throws {
    let site = try ProductivitySite()
    let desk = "/desk/programme/productivity/break-glass"
    #expect(await site.get(desk).status == 401)
    #expect(await site.get(desk, as: .contributor).status == 403)
    #expect(await site.get(desk, as: .programmeOffice).status == 200)
    #expect(await site.get(desk + "/none", as: .programmeOffice).status == 404)
    #expect(await site.get("/desk/programme/productivity/x", as: .programmeOffice).status == 404)
  }

  @Test func `take a request, which another person decides`() async throws {
    let site = try ProductivitySite()
    let desk = "/desk/programme/productivity/break-glass"
    let early = await site.post(desk + "/request", wish, as: .programmeOffice)
    #expect(early.status == 422 && early.html.contains("There is no policy"))
    try await setPolicy(site)
    #expect(await site.post(desk + "/request", wish, as: .programmeOffice).status == 303)
    #expect(await site.post(desk + "/request", wish, as: .programmeOffice).status == 303)
    let list = await site.get(desk, as: .programmeOffice)
    #expect(list.html.contains("1 request waits"))
    let id = try #require(try site.log.state().records.first?.request.id)
    #expect(try site.log.state().records.count == 1)
    let page = await site.get(desk + "/decide/\(id)", as: .administrator)
    #expect(page.html.contains("no cover at night") && page.html.contains("£140"))
    let decision = [("outcome", "yes"), ("words", "Synthetic: yes.")]
    let own = await site.post(desk + "/decide/\(id)", decision, as: .programmeOffice)
    #expect(own.status == 422 && own.html.contains("Who asks may not decide"))
    #expect(await site.post(desk + "/decide/\(id)", [token], as: .administrator).status == 422)
    let saved = await site.post(desk + "/decide/\(id)", decision, as: .administrator)
    #expect(saved.status == 303)
    #expect(await site.get(desk, as: .programmeOffice).html.contains("approved on 5 April 2017"))
  }

  @Test func `hide small counts, and total only quarters that are over`() async throws {
    let site = try ProductivitySite()
    try await setPolicy(site)
    let office = Author(id: "office", role: "programme-office")
    let asked = [("2016-10-05", 8), ("2017-01-04", 9), ("2017-01-11", 2), ("2017-02-01", 3)]
    for (day, shifts) in asked {
      let wish = BreakGlassWish(
        on: try #require(CivilDay(day)), organisation: "trust", group: "other-clinical",
        shifts: shifts, hours: 8, basicRate: 20, rate: 38, reason: "Synthetic.")
      try await site.log.request(wish, by: office)
    }
    let page = await site.get("/programme/productivity/break-glass")
    #expect(page.status == 200 && !page.isPrivate)
    #expect(page.html.contains("Director on call"))
    #expect(page.html.contains("January to March 2017, week by week"))
    #expect(page.html.contains("The quarter that runs"))
    let earlier = await site.get(
      "/programme/productivity/break-glass", query: "as-of=2017-01-10")
    #expect(earlier.status == 200)
    let words = earlier.html
    #expect(words.contains("as it stood at the end of 10 January 2017"))
    // On that day nothing was recorded yet.
    #expect(words.contains("No policy is recorded"))
    let cells = page.html.matches(of: #/<td class="n">([^<]*)</td>/#).map { String($0.output.1) }
    #expect(cells.contains("*") && !cells.contains("2") && !cells.contains("3"))
    let captions = page.html.matches(of: #/<caption>([^<]*)</caption>/#).map { $0.output.1 }
    #expect(Set(captions).count == captions.count)
  }

  @Test func `record that a week was reported`() async throws {
    let site = try ProductivitySite()
    try await setPolicy(site)
    let path = "/desk/programme/productivity/break-glass/report"
    #expect(await site.get(path, as: .programmeOffice).html.contains("3 October 2016"))
    let saved = await site.post(path, [("week", "2016-10-03")], as: .programmeOffice)
    #expect(saved.status == 303)
    let again = await site.post(path, [("week", "2016-10-03")], as: .programmeOffice)
    #expect(again.status == 422)
  }
}
