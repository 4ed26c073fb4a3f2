// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme

extension TimelinePart {
  /// What workstreams give each other, and by when.
  func dependencies(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    var page = SectionPage(title: "What workstreams give each other")
    page.answer = TimelineWords.state(ofDependencies: view)
    page.notice = notice(asOf, view)
    page.links = [
      SectionLink(text: "Timeline of the programme", href: "/programme/timeline" + asOf.query)
    ]
    page.sections = [
      section(
        "Needed, and nobody has agreed to give it", view.dependenciesWithoutGiver, asOf,
        ifNone: "Everything that is needed has a workstream that agreed to give it."),
      section(
        "Given later than it is needed", view.lateDependencies, asOf,
        ifNone: "Nothing will be given later than it is needed."),
      section(
        "All that is given and got", view.dependencies, asOf,
        ifNone: "The plan has no dependencies between workstreams."),
      howItWorks, asOf.section("/programme/dependencies"),
    ]
    return page.answer(isPrivate: false)
  }

  private var howItWorks: SectionPage.Section {
    var section = SectionPage.Section(heading: "How two workstreams agree")
    section.paragraphs = [
      "The workstream that needs something asks for it by a day, or the workstream that makes it "
        + "offers it by a day. The other side agrees, refuses or names another day. What is agreed "
        + "counts in the timeline, with the work that it waits for. The giving side says when it is "
        + "at risk and when it is delivered."
    ]
    return section
  }

  private func section(
    _ title: String, _ found: [DependencyForecast], _ asOf: AsOf, ifNone: String
  ) -> SectionPage.Section {
    var section = SectionPage.Section(heading: title)
    guard !found.isEmpty else {
      section.paragraphs = [ifNone]
      return section
    }
    section.grids = [
      Grid(
        "\(title): what, by whom, for what, by when",
        [
          "What is given", "Given by", "Needed for", "Needed by (workstream)", "By when",
          "Forecast", "Days late#", "State",
        ], found.map(row), links: found.map { TimelineWords.path($0.giver.id) + asOf.query })
    ]
    return section
  }

  private func row(_ found: DependencyForecast) -> [String] {
    [
      found.giver.label, plan.workstreamName(found.giver.workstream), found.getter.label,
      plan.workstreamName(found.getter.workstream), found.byWhen?.text ?? "no day named",
      (found.isGiven ? "given " : "") + found.forecast.text, TimelineWords.late(found.lateDays),
      found.status.label,
    ]
  }
}
