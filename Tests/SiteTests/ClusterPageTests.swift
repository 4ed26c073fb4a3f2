// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import NIOCore
import PlanPackage
import Site
import Testing

/// A starter plan with four neighbourhoods in a row; every figure is made up.
private enum PlacesInARow {
  static let tables: [String: String] = [
    "localities": "id,name,organisation,registered,source,note\nhere,Here,,,made-up,\n",
    "neighbourhoods": """
    area,locality,town,residents,at_horizon,deprivation,source
    A,here,Westown,20,,10,made-up
    B,here,Westown,30,,20,made-up
    C,here,Eastown,30,,30,made-up
    D,here,Eastown,20,,40,made-up

    """,
    "neighbourhood_links": "first,second\nA,B\nB,C\nC,D\n",
    "groupings": """
    id,name,one,label,made_of,floor,ceiling,count,seed,source,note
    clusters,Clusters,cluster,C,neighbourhoods,band.floor,band.ceiling,,1,made-up,
    hubs,Hubs,hub,H,clusters,,band.hub,,1,made-up,

    """,
    "grouping_preferences": """
    grouping,preference,weight,reason,source
    clusters,compactness,1,The unit.,made-up
    clusters,contiguity,,A rule.,made-up
    clusters,towns,2,Made up.,made-up

    """,
    "published_groupings": """
    id,name,grouping,locality,count,evidence,source,note
    paper,The paper's two,clusters,here,band.hub,excerpt,made-up,

    """,
    "published_groups": """
    id,grouping,name,groups,people,towns,note
    west,paper,West,1,,Westown,

    """,
  ]

  static func site(floor: Int = 40) throws -> LiveSite {
    try LiveSite(PlanReader(files: files(floor: floor)))
  }

  static func files(floor: Int = 40) -> [PlanFile] {
    var files = Dictionary(
      StarterPlan.files(name: "test", title: "Test", area: "Here").map { ($0.path, $0.text) },
      uniquingKeysWith: { first, _ in first })
    files["facts.csv", default: ""] +=
      [("band.floor", floor), ("band.ceiling", 60), ("band.hub", 200)].map { id, people in
        "\(id),,People of \(id),\(people),people,,2026,plan,Here,,made-up,,,read,\n"
      }.joined()
    files["geography/areas.csv"] =
      """
      id,name,district,inside,latitude,longitude,population,aged_65_plus,aged_75_plus,\
      deprivation_decile,source

      """
      + ["A", "B", "C", "D"].enumerated().map { index, id in
        "\(id),Place <\(id)>,District,yes,51,0.\(index),,,,,made-up\n"
      }.joined()
    for (name, text) in tables { files["local-care/\(name).csv"] = text }
    return files.map { PlanFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }
}

/// A page of that site as text, as a browser gets it.
private func page(_ address: String, floor: Int = 40, status: Int = 200) throws -> String {
  let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
  let answer = try PlacesInARow.site(floor: floor).answer(
    path: parts[0], scenario: nil, query: nil, fields: parts.count > 1 ? parts[1] : "")
  #expect(answer.status == status, "\(address)")
  return String(decoding: answer.bytes, as: UTF8.self)
}

private let index = "/local-care/clusters"

@Suite struct `Pages of clusters` {
  @Test func `say first how many there are, and that they keep the rules`() throws {
    let html = try page(index)

    #expect(html.contains("4 neighbourhoods make 2 clusters, each with between"))
    #expect(html.contains("href=\"/facts/band.floor\""))
    #expect(html.contains("Worked out, not decided."))
    #expect(html.contains("The weights are assumptions of this plan"))
  }

  @Test func `set a published group beside the computed one, and say that it is estimated`() throws
  {
    let html = try page(index)

    #expect(html.contains("an excerpt, not the whole document"))
    #expect(html.contains("As many as published."))
    #expect(html.contains("estimated"))
  }

  @Test func `say why a neighbourhood is here and not next door`() throws {
    let html = try page(index + "/c1")

    #expect(html.contains("id=\"A\""))
    #expect(html.contains("Place &lt;B&gt;"))
    #expect(!html.contains("Place <B>"))
    #expect(html.contains("C2 has 80 people, 20 over the ceiling of 60."))
    #expect(html.contains("These touch no other cluster"))
  }

  @Test func `have one for each tier and each group, and files`() throws {
    #expect(try page(index + "/hubs").contains("2 clusters make 1 hub"))
    #expect(try page(index + "/h1").contains("C1"))
    #expect(try page(index + "/find").contains("#D"))
    #expect(try page(index + "/groups.csv").contains("clusters,C1,Westown,50"))
    #expect(try page(index + "/groups.json").contains("\"label\" : \"C2\""))
    _ = try page(index + "/c3", status: 404)
    _ = try page(index + "/C1", status: 404)
  }

  @Test func `name what stands in the way when the rules cannot be kept`() throws {
    let html = try page(index, floor: 55)

    #expect(html.contains("not all keep the rules"))
    #expect(html.contains("What could not be had"))
  }

  @Test func `are left out of a plan that asks for none`() throws {
    let files = StarterPlan.files(name: "test", title: "Test", area: "Here").map {
      PlanFile(path: $0.path, bytes: Array($0.text.utf8))
    }
    let site = try StaticSite(PlanReader(files: files))

    #expect(!site.paths.contains { $0.hasPrefix(index) })
  }

  @Test func `as files have no form, and no way to a page that only a server has`() throws {
    let site = try StaticSite(PlanReader(files: PlacesInARow.files()))
    for path in site.paths where path.hasPrefix(index) {
      let html = String(decoding: site.file(path).bytes, as: UTF8.self)
      #expect(!html.contains("<form"), "\(path)")
      #expect(!html.contains("/edit"), "\(path)")
    }
  }
}

@Suite struct `Moving a neighbourhood on the page` {
  @Test func `begins with a list to choose from`() throws {
    let html = try page(index + "/edit")

    #expect(html.contains("<optgroup label=\"C1 Westown\">"))
    #expect(html.contains("<option value=\"B\">Place &lt;B&gt; (Westown)</option>"))
  }

  @Test func `offers the clusters that it touches as buttons, with what each would do`() throws {
    let html = try page(index + "/edit?unit=B")

    #expect(html.contains("<button type=\"submit\" name=\"moves\" value=\"B.c2\">To C2</button>"))
    #expect(html.contains("C1 has 20 people, 20 under the floor of 40."))
  }

  @Test func `shows what broke and what it costs, and can be undone`() throws {
    let html = try page(index + "/edit?moves=B.c2")

    #expect(html.contains("1 neighbourhood is moved"))
    #expect(html.contains("leaves 2 rules broken"))
    #expect(html.contains("<button type=\"submit\" name=\"moves\" value=\"\">Undo 1</button>"))
    #expect(html.contains("Towns kept whole"))
    #expect(html.contains("moved by hand"))
    #expect(html.contains("\(index)/changes.csv?moves=B.c2"))
  }

  @Test func `gives the moves as rows of the plan`() throws {
    let csv = try page(index + "/changes.csv?moves=B.c2")

    #expect(csv == "grouping,area,to,reason,source\nclusters,B,C,,\n")
  }

  @Test(arguments: ["B", "Z.c1", "B.c9", "%3Cscript%3E.c1", String(repeating: "B.c2;", count: 80)])
  func `answers an address that it cannot read in plain words`(moves: String) throws {
    let html = try page(index + "/edit?moves=" + moves)

    #expect(html.contains("These moves cannot be read"))
    #expect(!html.contains("<script>"))
    #expect(html.contains("Start again"))
  }

  @Test func `gets its query through the server`() throws {
    let server = SiteServer(site: try PlacesInARow.site(), host: "127.0.0.1", port: 0) { _ in }
    let head = HTTPRequest(
      method: .get, scheme: "http", authority: "localhost",
      path: index + "/edit?moves=B.c2%3BC.c1", headerFields: [:])
    let response = server.respond(to: Request(head: head, body: .init(buffer: ByteBuffer())))

    #expect(response.status == .ok)
    #expect(response.body.contentLength != nil)
  }
}

@Suite struct `Trying other rules on the page` {
  @Test func `shows the rules of the plan to begin with`() throws {
    #expect(try page(index + "/try").contains("name=\"floor\" type=\"number\" value=\"40\""))
  }

  @Test func `says what would follow`() throws {
    #expect(
      try page(index + "/try?floor=10&ceiling=100&count=1").contains("It can be done: 1 cluster"))
  }

  @Test func `says what stands in the way`() throws {
    #expect(try page(index + "/try?floor=60&ceiling=70&count=0").contains("Nothing was found"))
    #expect(try page(index + "/try?floor=90&ceiling=70").contains("above the ceiling"))
    #expect(try page(index + "/try?floor=many").contains("“many” for fewest people"))
  }
}
