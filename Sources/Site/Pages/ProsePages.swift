// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

/// A page of prose, with tables after it.
struct ProseModel {
  let chrome: Chrome
  let heading: String
  /// One sentence as HTML.
  let answer: String?
  let html: String
  let tables: [SectionModel]

  /// A heading, a paragraph and a table.
  struct SectionModel {
    let heading: String
    /// A paragraph as HTML.
    let text: String?
    let table: TableModel?
  }
}

extension SiteView {
  /// The prose of a page.
  ///
  /// A disputed figure wears its tag where it first stands, not every time.
  func proseHTML(_ page: Page) -> String {
    var tagged: Set<FactID> = []
    let markdown = Markdown(
      figure: { id in
        tagged.insert(id).inserted ? figure.html(id) : figure.html(id, isTagged: false)
      }, picture: { pictureHTML($0) })
    return markdown.html(page.lines)
  }

  /// A title or an answer with its figures, as HTML.
  func inlineHTML(_ text: String) -> String {
    PageText.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): return HTML.escape(text)
      case .tag(let tag, _):
        return FactID(String(tag.dropFirst("fact:".count))).map { figure.html($0) } ?? ""
      }
    }.joined()
  }

  /// A title without links, for headings and tabs.
  func plainText(_ text: String) -> String {
    PageText.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): return text
      case .tag(let tag, _):
        let fact = FactID(String(tag.dropFirst("fact:".count))).flatMap { graph[$0] }
        return fact?.figureText ?? ""
      }
    }.joined()
  }

  func prosePage(named name: String) -> String? {
    guard let page = plan.pages.first(where: { $0.name == name }) else { return nil }
    return Templates.render("prose", proseModel(page, tables: []))
  }

  private func proseModel(_ page: Page, tables: [ProseModel.SectionModel]) -> ProseModel {
    let title = plainText(page.title)
    return ProseModel(
      chrome: chrome(title, path: page.path), heading: title,
      answer: page.answer.isEmpty ? nil : inlineHTML(page.answer), html: proseHTML(page),
      tables: tables)
  }

  func homePage() -> String {
    if let page = plan.pages.first(where: { $0.name == "index" }) {
      return Templates.render("prose", proseModel(page, tables: []))
    }
    let model = ProseModel(
      chrome: chrome(plan.metadata.title, path: "/"), heading: plan.metadata.title,
      answer: HTML.escape(plan.metadata.summary),
      html: "<p>This plan has no first page yet. Write <code>pages/index.md</code>. "
        + "Meanwhile, here are <a href=\"/facts\">its \(graph.facts.count) figures</a>.</p>",
      tables: [])
    return Templates.render("prose", model)
  }

  func moneyPage() -> String {
    let tables = moneySections()
    if let page = plan.pages.first(where: { $0.name == "money" }) {
      return Templates.render("prose", proseModel(page, tables: tables))
    }
    let model = ProseModel(
      chrome: chrome("The money", path: "/money"), heading: "The money",
      answer: "What it costs if nothing is done, and how much of the gap the plan closes.",
      html: plan.pictures.filter { $0.kind == .gapByYear || $0.kind == .bridge }
        .map { pictureHTML($0.id) }.joined(), tables: tables)
    return Templates.render("prose", model)
  }

  /// The page of options: its prose, and every service whose sites have to be chosen.
  func optionsIndexPage() -> String? {
    guard hasOptions else { return nil }
    let services = assessment.options.map { findings in
      let href = OptionsPaths(model: findings.model).service
      return TableModel.Row(
        "<a href=\"\(href)\">\(HTML.escape(findings.model.service.name))</a>",
        [.text(findings.model.service.question)])
    }
    var tables =
      services.isEmpty
      ? []
      : [
        ProseModel.SectionModel(
          heading: "Work it out yourself",
          text: "For each of these, every set of sites can be turned on and off, compared and "
            + "weighed.",
          table: TableModel(
            caption: "Services whose sites have to be chosen",
            columns: [("Service", false), ("Question", false)], rows: services))
      ]
    tables += [flowSection].compactMap { $0 }
    if let page = plan.pages.first(where: { $0.name == "options" }) {
      return Templates.render("prose", proseModel(page, tables: tables))
    }
    let model = ProseModel(
      chrome: chrome("Options", path: "/options"), heading: "Options",
      answer: "Where services could be, and what each choice would mean.", html: "",
      tables: tables)
    return Templates.render("prose", model)
  }

  /// The way to the models of patient flow, where the plan has some.
  private var flowSection: ProseModel.SectionModel? {
    guard hasFlow else { return nil }
    return .init(
      heading: "Why people wait for a bed",
      text: "<a href=\"/flow\">Follow patients through beds and queues</a>, and see what one more "
        + "bed is worth.", table: nil)
  }

  /// A page that says one thing, such as that there is no such page.
  func messagePage(_ heading: String, _ text: String) -> String {
    let model = ProseModel(
      chrome: chrome(heading, path: ""), heading: heading, answer: HTML.escape(text), html: "",
      tables: [])
    return Templates.render("message", model)
  }

  func accessibilityPage() -> String {
    let html = Markdown(figure: { _ in "" }, picture: { _ in "" }).html(
      AccessibilityStatement.lines)
    let model = ProseModel(
      chrome: chrome("Accessibility", path: "/accessibility"), heading: "Accessibility",
      answer: "These pages are made to be used by everybody; here is what is tested and how.",
      html: html, tables: [])
    return Templates.render("prose", model)
  }
}

/// What is tested about these pages, in words.
private enum AccessibilityStatement {
  static let lines = """
    ## What we aim for

    Level AA of the Web Content Accessibility Guidelines 2.2.

    ## What is tested, each time Weald is changed

    - An automatic checker (axe-core) visits every kind of page, in light and in dark colours.
    - Every page works without JavaScript. There is none.
    - Every page works by keyboard, in the order in which it reads.
    - At 400% zoom nothing has to be scrolled sideways, but for wide tables, which scroll alone.
    - Every picture has a title, a description and a table of the same figures.
    - Colour is never the only sign of anything.

    ## What is not tested

    No one who uses a screen reader every day has yet tried these pages for us. Quotations are
    given as they were printed, which is not always plain English.
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
