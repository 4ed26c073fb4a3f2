// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The answer to a search.
struct SearchModel {
  let chrome: Chrome
  let query: String
  let hasQuery: Bool
  let count: Int
  let isMore: Bool
  let isEmpty: Bool
  let hits: [Hit]

  struct Hit {
    let href: String
    let title: String
    let detail: String
    let kind: String
  }
}

extension SiteView {
  private static let most = 60

  func searchPage(_ query: String) -> String {
    let hits = search(query)
    let model = SearchModel(
      chrome: chrome("Search", path: "/search", query: query), query: query,
      hasQuery: !query.isEmpty, count: hits.count, isMore: hits.count > Self.most,
      isEmpty: hits.isEmpty,
      hits: Array(hits.prefix(Self.most)))
    return Templates.render("search", model)
  }

  /// Whatever contains every word of the query: best match first, then in order of kind and title.
  func search(_ query: String) -> [SearchModel.Hit] {
    let words = query.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }
      .prefix(12).map(String.init)
    guard !words.isEmpty else { return [] }
    let scored = candidates().compactMap { hit, text -> (Int, SearchModel.Hit)? in
      let title = hit.title.lowercased()
      let body = text.lowercased()
      var score = 0
      for word in words {
        if title.contains(word) {
          score += 3
        } else if body.contains(word) {
          score += 1
        } else {
          return nil
        }
      }
      return (score, hit)
    }
    return scored.sorted { left, right in
      (-left.0, left.1.kind, left.1.title, left.1.href)
        < (-right.0, right.1.kind, right.1.title, right.1.href)
    }.map(\.1)
  }

  private func candidates() -> [(SearchModel.Hit, String)] {
    let pages = plan.pages.map { page in
      (
        SearchModel.Hit(
          href: page.path, title: plainText(page.title), detail: plainText(page.answer),
          kind: "Page"), plainText(page.lines.joined(separator: " "))
      )
    }
    let facts = graph.facts.filter { !$0.id.rawValue.hasPrefix("finance.model.line.") }
      .map { fact in
        (
          SearchModel.Hit(
            href: "/facts/\(fact.id)", title: fact.label,
            detail: fact.figureText + (fact.period.map { ", \($0.plainEnglish)" } ?? ""),
            kind: "Figure"),
          "\(fact.id) \(fact.scope) \(fact.figureText) "
            + fact.citations.map(\.quotation).joined(separator: " ")
        )
      }
    let terms = plan.glossary.map { term in
      (
        SearchModel.Hit(
          href: "/glossary#\(HTML.anchor(term.term))", title: term.term, detail: term.meaning,
          kind: "Word"), term.meaning + " " + term.also.joined(separator: " ")
      )
    }
    let organisations = plan.organisations.map { row in
      (
        SearchModel.Hit(
          href: "/organisations#\(row.id)", title: row.name, detail: row.role, kind: "Body"),
        row.role + " " + row.odsCode
      )
    }
    let sources = graph.sources.map { source in
      (
        SearchModel.Hit(
          href: "/sources/\(source.id)", title: source.title, detail: source.publisher,
          kind: "Source"), source.publisher
      )
    }
    return pages + facts + terms + organisations + sources
  }
}
