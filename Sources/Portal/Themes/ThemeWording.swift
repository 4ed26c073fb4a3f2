// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement

/// What a theme's page says of its counts.
enum ThemeWording {
  static func lines(_ theme: Theme, _ counts: ThemeCounts) -> [String] {
    var lines = [theme.words.said, theme.words.description, ShareWords.raised(counts)]
    if let stance = ShareWords.stance(counts) { lines.append(stance) }
    if counts.excluded > 0 {
      lines.append(
        "\(counts.excluded) of these responses are left out of the tables "
          + "“excluding flagged”.")
    }
    return lines
  }

  /// Tables by type and by area; numbers from 1 to 4 are not shown, so that nobody is known.
  static func grids(_ counts: ThemeCounts, _ labels: CommentLabels) -> [Grid] {
    [
      grid("Responses by type of respondent", counts.byType) { labels.type($0) },
      grid("Responses by area", counts.byArea) { labels.area($0) },
    ].compactMap { $0 }
  }

  private static func grid(
    _ caption: String, _ groups: [String: ThemeCounts.Group], _ label: (String?) -> String
  ) -> Grid? {
    let sorted = groups.sorted { ($1.value.answered, $0.key) < ($0.value.answered, $1.key) }
    let policy = SmallNumberPolicy.fewerThanFive
    guard !sorted.isEmpty, let raised = try? policy.publish(sorted.map(\.value.raised)) else {
      return nil
    }
    let answered = try? policy.publish(sorted.map(\.value.answered))
    let rows = sorted.enumerated().map { place, group in
      [
        label(group.key.isEmpty ? nil : group.key), raised.counts[place].description,
        answered?.counts[place].description ?? "*",
      ]
    }
    return Grid(
      caption + " (* stands for a number that is not shown)",
      ["Group", "Raised it#", "With a comment#"], rows)
  }

  /// Where a step leads, when it leads somewhere.
  static func link(_ step: Theme.StepEvent, _ plan: EngagementPlan) -> SectionLink? {
    func page(_ id: String?, _ things: [NamedThing]) -> SectionLink? {
      guard let thing = things.first(where: { $0.id == id }), let path = thing.path else {
        return nil
      }
      return SectionLink(text: thing.name, href: path)
    }
    switch step {
    case .passed(let stream): return page(stream, plan.workstreams)
    case .considered(_, _, let paper, let link?):
      return SectionLink(text: paper ?? "The record", href: link)
    case .led(let result, _):
      switch result.kind {
      case .option: return page(result.id, plan.options)
      case .criterion: return page(result.id, plan.criteria)
      case .fact: return result.id.map { SectionLink(text: "The figure", href: "/facts/\($0)") }
      case .document:
        guard let document = plan.documents.first(where: { $0.id == result.id }) else {
          return nil
        }
        return SectionLink(text: document.title, href: "/documents/\(document.id)")
      case .decision, .noChange: return nil
      }
    default: return nil
    }
  }
}
