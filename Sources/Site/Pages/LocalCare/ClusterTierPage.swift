// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import Pictures
import PlanPackage

/// The pages about groups, as models of pages.
struct ClusterPages {
  let view: SiteView
  let reading: GroupingReading

  /// A page with its surroundings and its way up.
  func page(
    _ heading: String, path: String, answer: String, up: (href: String, label: String)? = nil
  ) -> ClusterPageModel {
    let way = up ?? top
    return ClusterPageModel(
      chrome: view.chrome(heading, path: path), upHref: way.href, upLabel: way.label,
      heading: heading, answer: answer)
  }

  /// The index of local care where there is one, and the first page otherwise.
  private var top: (href: String, label: String) {
    view.localCarePaths.contains("/local-care")
      ? ("/local-care", "Local care") : ("/", "The first page")
  }

  func words(_ tier: GroupingTier) -> ClusterWords { ClusterWords(view: view, tier: tier) }

  // MARK: A tier

  /// The groups of a tier: how many, how good, which, and why.
  func tier(_ tier: GroupingTier) -> ClusterPageModel {
    let words = words(tier)
    let isFirst = tier.row.id == reading.tiers.first?.row.id
    var page = page(
      isFirst ? "Which neighbourhoods belong together" : tier.row.name,
      path: ClusterPaths.tier(tier, in: reading), answer: answer(tier, words),
      up: isFirst
        ? nil : (ClusterPaths.index, reading.tiers.first?.row.name ?? "Groups"))
    page.notices = notices(tier, words)
    page.links = links(tier)
    page.hasLinks = !page.links.isEmpty
    page.parts =
      [map(tier, words), groupsTable(tier, words)]
      + [unmet(tier, words), preferences(tier, words)].compactMap { $0 }
      + published(tier) + [method(tier, words), files]
    return page
  }

  private func answer(_ tier: GroupingTier, _ words: ClusterWords) -> String {
    let judgement = tier.judgement
    let units = tier.row.madeOf == GroupingRow.neighbourhoods ? "neighbourhoods" : tier.row.madeOf
    let all = tier.count == 1 ? "with" : "each with"
    var text =
      "\(PlainNumber.text(Double(tier.problem.units.count))) \(HTML.escape(units)) make "
      + HTML.escape(words.counted(tier.count))
    text +=
      judgement.isAcceptable
      ? ", \(all) \(words.band), and each in one piece."
      : ", but not all keep the rules: \(PlainNumber.text(Double(judgement.brokenRules.count))) "
        + "broken, of which the first is that " + rules(judgement, words).prefix(1).joined()
    text +=
      " People live \(words.kilometres(tier.meanKilometres)) km from the middle of their "
      + "\(HTML.escape(tier.row.one)) on average."
    return text
  }

  private func rules(_ judgement: Judgement, _ words: ClusterWords) -> [String] {
    judgement.brokenRules.map { rule in
      HTML.escape(GroupingTier.words(rule) { words.tier.labels[$0] })
    }
  }

  private func notices(_ tier: GroupingTier, _ words: ClusterWords) -> [ClusterPageModel.Notice] {
    var notices = [
      ClusterPageModel.Notice(
        label: "Worked out, not decided.",
        text: "These \(words.many) are an example of what the rules allow. They are not those that "
          + "anybody agreed on: which practices belong to which was not in what could be read.")
    ]
    if !tier.row.note.isEmpty {
      notices.append(.init(label: "About this tier.", text: tier.row.note))
    }
    return notices
  }

  private func links(_ tier: GroupingTier) -> [ClusterPageModel.Link] {
    let isFirst = tier.row.id == reading.tiers.first?.row.id
    let others = reading.tiers.filter { $0.row.id != tier.row.id }.map {
      ClusterPageModel.Link(
        href: ClusterPaths.tier($0, in: reading), label: "\($0.row.name), \($0.count)")
    }
    let tools: [ClusterPageModel.Link] =
      view.isStatic
      ? []
      : [
        .init(href: ClusterPaths.edit, label: "Move a neighbourhood and see what it does"),
        .init(href: ClusterPaths.trial, label: "Try other rules"),
      ]
    return
      (isFirst
      ? [.init(href: ClusterPaths.find, label: "Which \(tier.row.one) is my neighbourhood in?")]
        + tools : []) + others
  }

  private var files: ClusterPageModel.Part {
    var part = ClusterPageModel.Part("The data")
    part.files = ClusterPaths.files.map { .init(href: ClusterPaths.file($0.0), label: $0.1) }
    part.hasFiles = true
    return part
  }
}
