// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// A finding of the linter as the template `finding` shows it.
struct FindingModel {
  let id: String
  let anchor: String
  let severity: String
  let title: String
  let explanation: String
  let facts: [FactModel.Line]
  let places: [String]
  let acknowledgement: String?
  let acknowledgedBy: String?
}

/// All findings.
struct FindingsModel {
  let chrome: Chrome
  let count: Int
  let open: Int
  let allAcknowledged: Bool
  let groups: [Group]

  struct Group {
    let name: String
    let findings: [FindingModel]
  }
}

/// All sources, or one.
struct SourcesModel {
  let chrome: Chrome
  let table: TableModel
}

/// One source with the figures that it states.
struct SourceModel {
  let chrome: Chrome
  let title: String
  let publisher: String
  let published: String
  let kind: String
  let licence: String?
  let address: String?
  let note: String?
  let isNews: Bool
  let count: Int
  let hasFacts: Bool
  let facts: TableModel
}

/// Terms in plain English.
struct GlossaryModel {
  let chrome: Chrome
  let terms: [Term]

  struct Term {
    let anchor: String
    let term: String
    let meaning: String
    let also: String?
  }
}

/// A page that is mostly one table.
struct TablePageModel {
  let chrome: Chrome
  let heading: String
  let answer: String
  let table: TableModel
}

extension SiteView {
  func findingModel(_ finding: Finding) -> FindingModel {
    let severity =
      switch finding.severity {
      case .error: "Error"
      case .warning: "Warning"
      case .note: "Note"
      }
    return FindingModel(
      id: finding.id, anchor: HTML.anchor(finding.id), severity: severity, title: finding.title,
      explanation: finding.explanation,
      facts: finding.facts.count > 12 ? [] : finding.facts.compactMap { graph[$0] }.map(line),
      places: finding.places.map(\.description),
      acknowledgement: finding.acknowledgement?.reason,
      acknowledgedBy: finding.acknowledgement?.by)
  }

  func findingsPage() -> String {
    let open = assessment.findings.filter { $0.acknowledgement == nil }
    let names: [(Finding.Severity, String)] = [
      (.error, "Errors: the plan cannot be defended as it stands"),
      (.warning, "Warnings: a reader could be misled"), (.note, "Notes: worth knowing"),
    ]
    let groups = names.compactMap { severity, name -> FindingsModel.Group? in
      let findings = assessment.findings.filter { $0.severity == severity }
      return findings.isEmpty
        ? nil : .init(name: name, findings: findings.map(findingModel))
    }
    let model = FindingsModel(
      chrome: chrome("What a careful reader would question", path: "/findings"),
      count: assessment.findings.count, open: open.count, allAcknowledged: open.isEmpty,
      groups: groups)
    return Templates.render("findings", model)
  }

  func sourcesPage() -> String {
    let table = TableModel(
      caption: "Sources",
      columns: [("Title", false), ("Publisher", false), ("Published", false), ("Figures", true)],
      rows: graph.sources.map { source in
        .init(
          "<a href=\"/sources/\(source.id)\">\(HTML.escape(source.title))</a>",
          [
            .text(source.publisher), .text(source.published?.plainEnglish ?? "not known"),
            .number("\(graph.facts(statedIn: source.id).count)"),
          ])
      })
    let model = SourcesModel(chrome: chrome("Sources", path: "/sources"), table: table)
    return Templates.render("sources", model)
  }

  func sourcePage(_ id: String) -> String? {
    guard let source = graph.source(id) else { return nil }
    let facts = graph.facts(statedIn: id)
    let rows = facts.map { fact in
      let words = fact.citations.filter { $0.source == id }.map(\.quotation)
        .filter { !$0.isEmpty }.map { "“\($0)”" }
      return TableModel.Row(
        HTML.escape(fact.label),
        [.number(figure.html(fact.id)), .text(words.joined(separator: " "))])
    }
    let model = SourceModel(
      chrome: chrome(source.title, path: "/sources/\(id)"), title: source.title,
      publisher: source.publisher, published: source.published?.plainEnglish ?? "date not known",
      kind: source.kind.replacing("-", with: " "),
      licence: source.licence.isEmpty || source.licence == "not stated" ? nil : source.licence,
      address: source.address.isEmpty ? nil : source.address,
      note: source.note.isEmpty ? nil : source.note, isNews: source.kind == "news",
      count: facts.count, hasFacts: !facts.isEmpty,
      facts: TableModel(
        caption: "Figures stated in this source",
        columns: [("What", false), ("Figure", true), ("In its words", false)], rows: rows))
    return Templates.render("source", model)
  }

  func glossaryPage() -> String {
    let terms = plan.glossary.sorted { $0.term.lowercased() < $1.term.lowercased() }.map { row in
      GlossaryModel.Term(
        anchor: HTML.anchor(row.term), term: row.term, meaning: row.meaning,
        also: row.also.isEmpty ? nil : row.also.joined(separator: ", "))
    }
    let model = GlossaryModel(chrome: chrome("Words we use", path: "/glossary"), terms: terms)
    return Templates.render("glossary", model)
  }

  func validationPage() -> String {
    let cases = ValidationRegister.cases + ValidationRegister.cases(of: assessment)
    let rows = cases.map { row in
      let verdict = row.verdict == .reproduced ? "Reproduced" : "Differs: \(row.explanation)"
      return TableModel.Row(
        HTML.escape("\(row.result) (\(row.unit))"),
        [
          .text(row.source), .number(ValidationRegister.number(row.theirs)),
          .number(ValidationRegister.number(row.ours)),
          .number(ValidationRegister.number(row.tolerance)), .text(verdict),
        ])
    }
    let model = TablePageModel(
      chrome: chrome("Does Weald get known answers right?", path: "/validation"),
      heading: "Does Weald get known answers right?",
      answer: "Each row is a published result, or an exact case, that this program works out for "
        + "itself; a test repeats it whenever the program changes.",
      table: TableModel(
        caption: "Published results and ours",
        columns: [
          ("Result", false), ("Source", false), ("Theirs", true), ("Ours", true),
          ("Tolerance", true), ("Verdict", false),
        ], rows: rows))
    return Templates.render("tablepage", model)
  }
}
