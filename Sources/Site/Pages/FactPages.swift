// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

/// The page of one fact.
struct FactModel {
  let chrome: Chrome
  let id: String
  let label: String
  let value: String
  let note: String?
  let details: [Detail]
  let rule: String?
  let quotations: [Quotation]
  /// The figures it was worked out from, as nested lists.
  let tree: String?
  let rivals: [Line]
  let findings: [FindingModel]
  let dependents: [Line]
  let uses: [UseLine]
  let isUsed: Bool
  let isDisputed: Bool

  struct Detail {
    let name: String
    let value: String
  }

  struct Quotation {
    let text: String?
    let source: String
    let title: String
    let published: String
    let locator: String?
    let isNews: Bool
  }

  struct Line {
    let html: String
    let label: String
  }

  struct UseLine {
    let href: String
    let title: String
    let kind: String
  }
}

/// A list of facts, by the first word of their ids.
struct FactsModel {
  let chrome: Chrome
  let count: Int
  let stated: Int
  let derived: Int
  let sources: Int
  let hasGlossary: Bool
  let groups: [Group]

  struct Group {
    let name: String
    let anchor: String
    let table: TableModel
  }
}

extension SiteView {
  func factPage(_ fact: Fact) -> String {
    let findings = assessment.findings.filter { $0.facts.contains(fact.id) && $0.facts.count < 20 }
    let rivals = graph.rivals(of: fact)
    let dependents = graph.dependents(of: fact.id)
    let uses = graph.uses(of: fact.id)
    var rule: String?
    if case .derived(let derivation) = fact.origin { rule = ruleHTML(derivation) }
    let model = FactModel(
      chrome: chrome("\(fact.label): \(fact.figureText)", path: "/facts/\(fact.id)"),
      id: fact.id.rawValue, label: fact.label, value: fact.figureText,
      note: fact.note.isEmpty ? nil : fact.note, details: details(fact), rule: rule,
      quotations: fact.citations.map(quotation), tree: tree(fact), rivals: rivals.map(line),
      findings: findings.map(findingModel), dependents: dependents.map(line),
      uses: uses.map { .init(href: $0.path, title: $0.title, kind: $0.kind.rawValue) },
      isUsed: !dependents.isEmpty || !uses.isEmpty, isDisputed: !rivals.isEmpty)
    return Templates.render("fact", model)
  }

  func line(_ fact: Fact) -> FactModel.Line {
    let period = fact.period.map { ", \($0.plainEnglish)" } ?? ""
    return .init(html: figure.html(fact.id), label: fact.label + period)
  }

  private func details(_ fact: Fact) -> [FactModel.Detail] {
    var details: [(String, String)] = [
      ("When", fact.period?.plainEnglish ?? "not stated"),
      ("What kind of figure", fact.basis.plainEnglish),
      ("Who or where", fact.scope), ("Unit", fact.quantity.unit.plainEnglish),
    ]
    if let base = fact.quantity.priceBase {
      details.append(("Prices", base == "cash" ? "of the day (cash)" : "of \(base)"))
    }
    if !fact.isDerived { details.append(("How we know it", fact.confidence.plainEnglish)) }
    return details.map { .init(name: $0.0, value: $0.1) }
  }

  private func quotation(_ citation: Citation) -> FactModel.Quotation {
    let source = graph.source(citation.source)
    return .init(
      text: citation.quotation.isEmpty ? nil : citation.quotation, source: citation.source,
      title: source?.title ?? citation.source,
      published: source?.published?.plainEnglish ?? "date not known",
      locator: citation.locator.isEmpty ? nil : citation.locator, isNews: source?.kind == "news")
  }

  /// A rule with the facts that it names as links.
  private func ruleHTML(_ derivation: Derivation) -> String {
    var html = ""
    var rest = Substring(derivation.rule)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      html += HTML.escape(String(rest[..<open]))
      let name = String(rest[rest.index(after: open)..<close])
      html += FactID(name).map { figure.html($0) } ?? HTML.escape(name)
      rest = rest[rest.index(after: close)...]
    }
    let words = html + HTML.escape(String(rest))
    return words.replacing(" * ", with: " × ").replacing(" / ", with: " ÷ ")
      .replacing(" - ", with: " − ")
  }

  private func tree(_ fact: Fact) -> String? {
    guard let explanation = graph.explain(fact.id) else { return nil }
    var html = ""
    for branch in explanation.branches {
      switch branch {
      case .input(let inner): html += item(inner, depth: 1)
      case .check(let inner): html += item(inner, depth: 1, prefix: "Worked out another way: ")
      case .seen, .source, .rival, .deeper: break
      }
    }
    return html.isEmpty ? nil : "<ul class=\"tree\">\(html)</ul>"
  }

  private func item(_ explanation: Explanation, depth: Int, prefix: String = "") -> String {
    let fact = explanation.fact
    let head = prefix + figure.html(fact.id) + " " + HTML.escape(fact.label)
    var inner = ""
    if case .derived(let derivation) = fact.origin {
      inner += "<li class=\"rule\">\(ruleHTML(derivation))</li>"
    }
    for branch in explanation.branches {
      switch branch {
      case .input(let child), .check(let child): inner += item(child, depth: depth + 1)
      case .deeper(let fact):
        inner += "<li>\(figure.html(fact.id)) \(HTML.escape(fact.label))</li>"
      case .seen(let fact):
        inner += "<li>\(figure.html(fact.id)) \(HTML.escape(fact.label)) (explained above)</li>"
      case .source(let source, let citation):
        let place = citation.locator.isEmpty ? "" : ", " + HTML.escape(citation.locator)
        inner +=
          "<li class=\"leaf\"><a href=\"/sources/\(source.id)\">\(HTML.escape(source.title))</a>"
          + "\(place)</li>"
      case .rival: break
      }
    }
    guard !inner.isEmpty else { return "<li>\(head)</li>" }
    // Deep branches start closed: a total of totals would be a very long page.
    let open = depth < 2 ? " open" : ""
    return "<li>\(head)<details\(open)><summary>where it comes from<span class=\"hidden\">: "
      + "\(HTML.escape(fact.label))</span></summary><ul>\(inner)</ul></details></li>"
  }

  func factsPage() -> String {
    var order: [String] = []
    var groups: [String: [Fact]] = [:]
    for fact in graph.facts {
      let isModel = fact.id.rawValue.hasPrefix("finance.model.")
      let key = isModel ? "finance model" : String(fact.id.rawValue.prefix { $0 != "." })
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    let derived = graph.facts.filter(\.isDerived).count
    let model = FactsModel(
      chrome: chrome("Every figure", path: "/facts"), count: graph.facts.count,
      stated: graph.facts.count - derived, derived: derived, sources: graph.sources.count,
      hasGlossary: !plan.glossary.isEmpty,
      groups: order.map { key in
        let name = key.replacing("-", with: " ")
        return .init(
          name: name.prefix(1).uppercased() + name.dropFirst(), anchor: HTML.anchor(key),
          table: factTable(groups[key] ?? [], caption: "Figures: \(name)"))
      })
    return Templates.render("facts", model)
  }

  func factTable(_ facts: [Fact], caption: String) -> TableModel {
    TableModel(
      caption: caption,
      columns: [("What", false), ("Figure", true), ("When", false), ("From", false)],
      rows: facts.map { fact in
        let source = fact.citations.first.flatMap { graph.source($0.source) }
        return TableModel.Row(
          HTML.escape(fact.label),
          [
            .number(figure.html(fact.id)), .text(fact.period?.plainEnglish ?? "not stated"),
            source.map {
              .html("<a href=\"/sources/\($0.id)\">\(HTML.escape($0.title))</a>")
            } ?? .text("worked out"),
          ])
      })
  }
}
