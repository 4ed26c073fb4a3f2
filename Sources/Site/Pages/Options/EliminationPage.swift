// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage

/// What became of every set of sites, hurdle by hurdle.
struct EliminationModel {
  let chrome: Chrome
  let kind: String
  let heading: String
  let answer: String
  let steps: [Step]
  let shortlist: [SetLink]
  /// When nothing is left: what stands in the way, in sentences.
  let obstacles: [String]
  let table: TableModel
  let serviceHref: String
  let serviceName: String

  /// A hurdle with the sets that it removes.
  struct Step {
    let number: Int
    let label: String
    let basis: String
    let reason: String
    let source: String?
    let entering: String
    let removes: String
    let leaves: String
    let removed: [SetLink]
    let bringsBack: [SetLink]
    let hasBringsBack: Bool
  }

  /// A set of sites with its page, when it has one.
  struct SetLink {
    let label: String
    let href: String?
  }
}

extension SiteView {
  /// The page of what became of every set; nil for a service without hurdles.
  func eliminationPage(_ findings: OptionsFindings) -> String? {
    guard let elimination = findings.elimination else { return nil }
    let model = findings.model
    let paths = OptionsPaths(model: model)
    func link(_ set: Elimination.SiteSet) -> EliminationModel.SetLink {
      let sites = PlainNumber.list(set.open.map { model.site($0)?.shortName ?? $0 })
      let name = model.named(set.open).map { "\($0.name): \(sites)" } ?? sites
      return .init(label: name, href: reachable(paths.configuration(set.open)))
    }
    let steps = elimination.hurdles.enumerated().map { index, hurdle in
      EliminationModel.Step(
        number: index + 1, label: hurdle.rule.label, basis: basis(hurdle.rule.basis),
        reason: hurdle.rule.reason,
        source: hurdle.rule.source.isEmpty
          ? nil : "<a href=\"/sources/\(hurdle.rule.source)\">Source</a>",
        entering: "\(hurdle.entering)", removes: "\(hurdle.removed.count)",
        leaves: "\(hurdle.entering - hurdle.removed.count)", removed: hurdle.removed.map(link),
        bringsBack: hurdle.bringsBack.map(link), hasBringsBack: !hurdle.bringsBack.isEmpty)
    }
    let left = elimination.shortlist
    let page = EliminationModel(
      chrome: chrome("From every set to the shortlist", path: paths.elimination),
      kind: model.service.name, heading: "From every set to the shortlist",
      answer: "\(elimination.sets.count) sets of sites are possible. "
        + "\(elimination.hurdles.count) hurdles leave \(left.count).",
      steps: steps, shortlist: left.map(link),
      obstacles: elimination.obstacles.map { obstacle in
        "Without “\(obstacle.rule.label)” \(obstacle.leaves.count) would be left"
          + (obstacle.relaxation.map { "; \($0) would leave one." } ?? ".")
      }, table: eliminationTable(elimination, link),
      serviceHref: paths.service, serviceName: model.service.name)
    return Templates.render("elimination", page)
  }

  private func basis(_ word: String) -> String {
    switch word {
    case "stated": "Stated in a document"
    case "inferred": "Inferred from what was chosen; no document that could be read states it"
    default: "Assumed in this plan"
    }
  }

  private func eliminationTable(
    _ elimination: Elimination, _ link: (Elimination.SiteSet) -> EliminationModel.SetLink
  ) -> TableModel {
    let labels = Dictionary(
      elimination.hurdles.enumerated().map { ($1.rule.id, "\($0 + 1)") },
      uniquingKeysWith: { first, _ in first })
    let rows = elimination.sets.map { set -> TableModel.Row in
      let link = link(set)
      let label = HTML.escape(link.label)
      let failed = set.failed.compactMap { labels[$0] }
      return TableModel.Row(
        link.href.map { "<a href=\"\($0)\">\(label)</a>" } ?? label,
        [
          .number("\(set.open.count)"),
          .text(failed.isEmpty ? "None: shortlist" : failed.joined(separator: ", ")),
        ])
    }
    return TableModel(
      caption: "Every set and the hurdles that it fails, by number",
      columns: [("Set of sites", false), ("Sites", true), ("Hurdles failed", false)], rows: rows)
  }
}
