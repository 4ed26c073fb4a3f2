// SPDX-License-Identifier: Apache-2.0

import Facts
import Pictures
public import PlanPackage

/// Records which pages and pictures show which facts.
enum Uses {
  static func record(
    _ plan: Plan, _ pictures: [Assessment.PictureEntry], _ finance: FinanceFindings?,
    in graph: inout FactGraph
  ) {
    if let finance {
      let title = plan.pages.first { $0.name == "money" }?.title ?? "The money"
      let use = Use(kind: .page, path: "/money", title: plain(title, graph))
      for id in finance.facts + plan.assumptions.map(\.id) { graph.record(use, of: id) }
    }
    for entry in pictures {
      let use = Use(kind: .picture, path: "/pictures/\(entry.id)", title: entry.picture.title)
      for id in entry.facts { graph.record(use, of: id) }
    }
    for page in plan.pages {
      let use = Use(kind: .page, path: page.path, title: plain(page.title, graph))
      for tag in page.tags {
        switch tag.kind {
        case .fact: if let id = FactID(tag.name) { graph.record(use, of: id) }
        case .picture:
          let shown = pictures.first { $0.id == tag.name }?.facts ?? []
          for id in shown { graph.record(use, of: id) }
        }
      }
    }
  }

  /// Text with its tags replaced by the figures that they name.
  static func plain(_ text: String, _ graph: FactGraph) -> String {
    PageText.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): return text
      case .tag(let tag, _):
        let fact = FactID(String(tag.dropFirst("fact:".count))).flatMap { graph[$0] }
        return fact?.figureText ?? tag
      }
    }.joined()
  }
}

extension Page {
  /// The address of the page within the plan's site.
  public var path: String { name == "index" ? "/" : "/" + name }
}
