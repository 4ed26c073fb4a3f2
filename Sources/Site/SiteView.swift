// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

/// One assessment as pages: from a path to a document.
///
/// It knows nothing of servers or files.
///
/// To add a page: a case in `page`, its path in `paths`, a model in `Pages`, a template in
/// `Resources` with its name in `Templates`, and a test.
struct SiteView: Sendable {
  let assessment: Assessment
  /// The plan as it stands, when `assessment` is of a scenario.
  let central: Assessment?
  /// Whether the pages are files, which cannot search or switch.
  let isStatic: Bool
  /// Whether there is a portal beside the plan's pages, so that its addresses lead somewhere.
  let isLive: Bool
  let changedCount: Int
  let figure: Figure
  private let scenarios: [String: Assessment]
  /// The paths under /options, in order and for looking up: making them takes time.
  let optionsPaths: [String]
  let optionsPathSet: Set<String>
  /// The models of patient flow, with what was worked out of them.
  let flow: FlowShelf
  /// Clusters, hubs and systems, worked out when first asked for.
  let clusters: ClusterShelf
  /// The places that a reader can look up.
  let places: PlaceFinder

  init(
    _ assessment: Assessment, central: Assessment? = nil, scenarios: [String: Assessment] = [:],
    isStatic: Bool = false, isLive: Bool = false
  ) {
    self.assessment = assessment
    self.central = central
    self.scenarios = scenarios
    self.isStatic = isStatic
    self.isLive = isLive
    flow = FlowShelf(assessment)
    clusters = ClusterShelf(assessment)
    places = PlaceFinder(assessment.plan)
    changedCount = central.map { $0.graph.differences(to: assessment.graph).count } ?? 0
    figure = Figure(assessment, central: central)
    optionsPaths = OptionsPaths.all(of: assessment)
    optionsPathSet = Set(optionsPaths)
  }

  /// The assessment under another scenario, or nil when there is none.
  func others(_ scenario: String) -> Assessment? { scenarios[scenario] }

  var graph: FactGraph { assessment.graph }
  var plan: Plan { assessment.plan }
  var hasMoney: Bool { assessment.finance != nil || plan.pages.contains { $0.name == "money" } }

  var hasOptions: Bool {
    !assessment.options.isEmpty || plan.pages.contains { $0.name == "options" }
  }

  /// A document and what kind of thing it is.
  struct Document: Sendable {
    let contentType: String
    let bytes: [UInt8]

    static func page(_ html: String) -> Document {
      Document(contentType: "text/html; charset=utf-8", bytes: Array(html.utf8))
    }
  }

  /// The document at a path, or nil when there is none.
  func document(_ path: String) -> Document? {
    let parts = path.split(separator: "/").map(String.init)
    switch (parts.first, parts.count) {
    case ("style.css", 1):
      return Document(contentType: "text/css; charset=utf-8", bytes: Stylesheet.bytes)
    case ("facts", 2): return factDocument(parts[1])
    case ("pictures", 2): return pictureDocument(parts[1])
    case ("flow", _): return flowDocument(parts)
    case ("local-care", _): return localCareDocument(parts)
    default: return page(parts, path).map(Document.page)
    }
  }

  private func page(_ parts: [String], _ path: String) -> String? {
    switch (parts.first, parts.count) {
    case (nil, 0): homePage()
    case ("money", 1) where hasMoney: moneyPage()
    case ("plans", 1): plansPage()
    case ("workstreams", 2): workstreamPage(parts[1])
    case ("organisations", 1): organisationsPage()
    case ("timeline", 1): timelinePage()
    case ("facts", 1): factsPage()
    case ("sources", 1): sourcesPage()
    case ("sources", 2): sourcePage(parts[1])
    case ("findings", 1): findingsPage()
    case ("validation", 1): validationPage()
    case ("glossary", 1): glossaryPage()
    case ("scenarios", 1): scenariosPage()
    case ("scenarios", 2): scenarioPage(parts[1])
    case ("options", 1): optionsIndexPage()
    case ("options", _): optionsPage(parts)
    case ("where-i-live", 1) where hasPlaces: whereILivePage("")
    case ("where-i-live", 2): placePage(parts[1])
    case ("accessibility", 1): accessibilityPage()
    default: prosePage(named: path.split(separator: "/").joined(separator: "/"))
    }
  }

  /// Every path of the site but searches, in a fixed order.
  var paths: [String] {
    var paths = ["/", "/style.css", "/facts", "/sources", "/findings", "/validation"]
    paths += ["/accessibility"]
    if hasMoney { paths.append("/money") }
    if !plan.workstreams.isEmpty { paths.append("/plans") }
    if !plan.organisations.isEmpty { paths.append("/organisations") }
    if !plan.milestones.isEmpty { paths.append("/timeline") }
    if !plan.glossary.isEmpty { paths.append("/glossary") }
    if !plan.scenarios.isEmpty { paths.append("/scenarios") }
    if hasOptions { paths += ["/options"] + optionsPaths }
    paths += flowPaths
    paths += localCarePaths
    paths += placePaths
    paths += plan.scenarios.map { "/scenarios/\($0.id)" }
    paths += plan.workstreams.map { "/workstreams/\($0.id)" }
    let own = Set(paths)
    paths += plan.pages.map(\.path).filter { !own.contains($0) }
    paths += graph.sources.map { "/sources/\($0.id)" }
    paths += graph.facts.flatMap {
      ["/facts/\($0.id)", "/facts/\($0.id).json", "/facts/\($0.id).csv"]
    }
    paths += assessment.pictures.flatMap {
      ["/pictures/\($0.id)", "/pictures/\($0.id).svg", "/pictures/\($0.id).csv"]
    }
    return paths
  }

  private func factDocument(_ name: String) -> Document? {
    if let id = FactID(name), let fact = graph[id] { return .page(factPage(fact)) }
    for (ending, type) in [(".json", "application/json"), (".csv", "text/csv; charset=utf-8")] {
      guard name.hasSuffix(ending), let id = FactID(String(name.dropLast(ending.count))),
        let fact = graph[id]
      else { continue }
      let document = FactDocument(fact)
      let bytes =
        ending == ".json"
        ? (try? document.json()) ?? [] : Array((FactDocument.csvHeader + document.csvLine).utf8)
      return Document(contentType: type, bytes: bytes)
    }
    return nil
  }
}
