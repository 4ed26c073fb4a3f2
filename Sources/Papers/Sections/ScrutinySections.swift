// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Why change is needed, from the plan's page on the case for change.
struct ScrutinyWhySection: PaperSection {
  func chapter(_ source: PaperSource) -> PaperChapter? {
    var chapter = PaperChapter(id: "why", heading: "Why change is needed")
    chapter.blocks = PaperProse(source: source).blocks(page: "case-for-change")
    return chapter
  }
}

/// What is proposed: the services that are reviewed, the options, and what each means for a journey.
struct ScrutinyWhatSection: PaperSection {
  func chapter(_ source: PaperSource) -> PaperChapter? {
    var chapter = PaperChapter(id: "what", heading: "What is proposed")
    for service in source.plan.services where source.isPublic(service.source) {
      chapter.blocks.append(.subheading(PaperText(name: service.name)))
      if !service.question.isEmpty {
        chapter.blocks.append(.paragraph(PaperText(name: service.question)))
      }
      chapter.blocks.append(.table(options(service, source)))
    }
    return chapter
  }

  /// The options that documents had named by the day, with what this site works out about journeys.
  private func options(_ service: ServiceRow, _ source: PaperSource) -> PaperTable {
    let stages: Set<ConfigurationRow.Stage> = [.shortlist, .decided]
    let options = source.plan.configurations.filter {
      $0.service == service.id && stages.contains($0.stage) && source.isPublic($0.source)
    }
    return PaperTable(
      id: "options-\(service.id)",
      caption:
        "Options, and the mean journey to the nearest site as this site works it out from the data that it holds today",
      columns: ["Option", "Where", .number("Mean journey")],
      rows: options.map { option in
        PaperRow(
          option.id,
          [
            PaperText(name: option.name),
            PaperText(name: option.sites.map { siteName($0, source) }.joined(separator: ", ")),
            journey(option, service, source),
          ])
      },
      whenEmpty: "No options had been published by this day.")
  }

  private func siteName(_ id: String, _ source: PaperSource) -> String {
    source.plan.sites.first { $0.id == id }?.name ?? id
  }

  private func journey(
    _ option: ConfigurationRow, _ service: ServiceRow, _ source: PaperSource
  ) -> PaperText {
    let name = "options.\(service.id).\(option.id).mean-minutes.\(service.travel)"
    guard let id = FactID(name), let fact = source.graph[id] else { return "Not worked out" }
    // What an engine finds is shown whatever the dates of its data; the caption says so.
    return PaperText(PaperFigure(source.paperFact(fact), as: fact.figureText))
  }
}
