// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// What stands around every page: the header, the notices and the footer.
struct Chrome {
  let title: String
  let plan: String
  let description: String?
  let navigation: [Link]
  let isDraft: Bool
  let isSynthetic: Bool
  let scenario: ScenarioNotice?
  /// The scenarios to choose from; nil in a static site, which has a page of them instead.
  var chooser: Chooser?
  let hasSearch: Bool
  let hasScenarios: Bool
  let hasOrganisations: Bool
  let version: String
  let asOf: String
  let query: String?
  /// Whether the site has pages that change while it runs.
  var isLive = false
  /// Whether search engines should pass the page over.
  var isPrivate = false
  /// An Atom feed of what the page shows, when there is one.
  var feed: String?
  var hasPlaces = false
  /// Whether readers can change assumptions and see what becomes of it.
  var hasLab = false
  /// Whether the plan has models of patient flow.
  var hasFlow = false

  /// A link of the header.
  struct Link {
    let href: String
    let label: String
    let isCurrent: Bool
  }

  /// What is said on top of a page that shows a scenario.
  struct ScenarioNotice {
    let id: String
    let title: String
    let reason: String
    let changed: String
  }

  /// The form that switches between scenarios.
  struct Chooser {
    let action: String
    let choices: [Choice]

    struct Choice {
      let id: String
      let title: String
      let isChosen: Bool
    }
  }
}

extension SiteView {
  /// The surroundings of a page with a title, at a path.
  func chrome(_ title: String, path: String, query: String? = nil) -> Chrome {
    let about = assessment.plan.metadata
    let plan = assessment.plan
    return Chrome(
      title: title, plan: about.title, description: about.summary.isEmpty ? nil : about.summary,
      navigation: navigation(path), isDraft: about.status == "draft",
      isSynthetic: about.isSynthetic,
      scenario: plan.scenario.map { scenario in
        Chrome.ScenarioNotice(
          id: scenario.id, title: scenario.title, reason: scenario.reason,
          changed: changedCount == 1 ? "1 figure differs" : "\(changedCount) figures differ")
      },
      chooser: isStatic || plan.scenarios.isEmpty ? nil : chooser(path),
      hasSearch: !isStatic, hasScenarios: !plan.scenarios.isEmpty,
      hasOrganisations: !plan.organisations.isEmpty,
      version: WealdVersion.current, asOf: about.asOf.plainEnglish, query: query,
      isLive: isLive, hasPlaces: hasPlaces, hasLab: hasLab,
      hasFlow: hasFlow)
  }

  private func navigation(_ path: String) -> [Chrome.Link] {
    let plan = assessment.plan
    let sections: [(String, String, Bool)] = [
      ("/case-for-change", "Why change", plan.pages.contains { $0.name == "case-for-change" }),
      ("/money", "The money", hasMoney),
      ("/plans", "Our plans", !plan.workstreams.isEmpty),
      ("/options", "Options", hasOptions),
      ("/local-care", "Local care", hasLocalCare),
      ("/programme", "Progress", isLive),
      ("/have-your-say", "Have your say", isLive),
      ("/facts", "How we know", !isLive),
    ]
    let page = plan.pages.first { $0.path == path }
    let own = page.flatMap { page in sections.first { $0.1 == page.section }?.0 }
    let current = own ?? section(of: path)
    return sections.filter(\.2).map { href, label, _ in
      Chrome.Link(href: href, label: label, isCurrent: href == current)
    }
  }

  private func section(of path: String) -> String {
    switch path.split(separator: "/").first {
    case "workstreams", "timeline", "plans", "organisations": "/plans"
    case "facts", "sources", "findings", "validation", "glossary", "pictures": "/facts"
    case "where-i-live", "flow": "/options"
    case "lab": "/money"
    case "consultations", "respond", "events", "groups", "you-said-we-did", "themes", "news",
      "newsletter", "bulletins", "documents", "contact", "ask":
      "/have-your-say"
    case let first?: "/" + first
    case nil: "/"
    }
  }

  private func chooser(_ path: String) -> Chrome.Chooser {
    let chosen = assessment.plan.scenario?.id
    let central = Chrome.Chooser.Choice(
      id: "", title: "The plan as it stands", isChosen: chosen == nil)
    return Chrome.Chooser(
      action: path,
      choices: [central]
        + assessment.plan.scenarios.map {
          Chrome.Chooser.Choice(id: $0.id, title: $0.title, isChosen: $0.id == chosen)
        })
  }
}
