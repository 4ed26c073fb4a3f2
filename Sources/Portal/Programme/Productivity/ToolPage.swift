// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Productivity
import Programme

/// The page of a tool: a form for a table, what the table gives, and how it works.
///
/// Nothing is kept: what is posted is answered with the page itself.
struct ToolPage {
  /// A page shows so many rows of a table; the file has all of them.
  static let mostRows = 100

  private let tool: ProductivityTool
  private let request: PortalRequest
  private let fields: FormFields
  private let table: String

  init(_ tool: ProductivityTool, _ request: PortalRequest) {
    self.tool = tool
    self.request = request
    fields = request.fields
    table = request.method == .post ? request.fields["table"] : tool.example
  }

  private var path: String { "\(ProductivityPart.root)/\(tool.id)" }
  private var isExample: Bool { Self.lines(table) == Self.lines(tool.example) }

  private static func lines(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline)
  }

  private var settings: [String: String] {
    Dictionary(
      tool.options.map { ($0.name, fields[$0.name]) }.filter { !$0.1.isEmpty },
      uniquingKeysWith: { first, _ in first })
  }

  func answer() throws -> PortalAnswer {
    do {
      let report = try tool.report(Array(table.utf8), file: "table", settings: settings)
      if request.method == .post, fields["act"] == "download" { return try file(report) }
      return page(report).answer(isPrivate: request.method == .post)
    } catch let error as PlanError {
      return page(error).answer()
    }
  }

  private func file(_ report: ToolReport) throws -> PortalAnswer {
    guard let table = report.tables.first(where: { $0.id == fields["which"] }) else {
      throw PortalProblem.notFound
    }
    return .text("text/csv; charset=utf-8", table.csv(), name: "\(tool.id)-\(table.id).csv")
  }

  private func page(_ report: ToolReport) -> SectionPage {
    let results = ToolResults(report, isExample: isExample, download: download(report))
    let isFirst = request.method == .get
    return SectionPage(
      title: tool.title, answer: tool.question,
      sections: isFirst
        ? [form(nil)] + results.sections + about : results.sections + [form(nil)] + about)
  }

  private func page(_ error: PlanError) -> SectionPage {
    var errors = FormErrors()
    for violation in error.violations where violation.file == ProductivityTool.settingsFile {
      let label = tool.options.first { $0.name == violation.column }?.label ?? "Setting"
      errors.add(
        violation.column ?? "table",
        "\(label): found \(violation.found); expected \(violation.expected).")
    }
    let wrong = error.violations.filter { $0.file != ProductivityTool.settingsFile }
    if let first = wrong.first {
      errors.add(
        "table",
        wrong.count == 1
          ? Self.words(first)
          : "The table has \(wrong.count) problems. They are listed below it.")
    }
    var sections = [form(errors)]
    if wrong.count > 1 { sections.append(SectionPage.Section(grids: [problems(wrong)])) }
    return SectionPage(
      title: tool.title, answer: tool.question, errors: errors, sections: sections + about)
  }

  private static func words(_ violation: Violation) -> String {
    let place = [
      violation.row.map { "row \($0)" }, violation.column.map { "column \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return (place.isEmpty ? "The table" : "The table, " + place)
      + ": found \(violation.found); expected \(violation.expected). \(violation.advice)"
  }

  private func problems(_ wrong: [Violation]) -> Grid {
    Grid(
      "Problems of the table", ["Row", "Column", "Found", "Expected", "What to do"],
      wrong.map { violation in
        [
          violation.row.map { "\($0)" } ?? "all", violation.column ?? "all", violation.found,
          violation.expected, violation.advice,
        ]
      })
  }
}

// MARK: - The form

extension ToolPage {
  private func form(_ errors: FormErrors?) -> SectionPage.Section {
    let note =
      isExample
      ? "The box holds a worked example with made-up numbers. \(tool.exampleNote)"
      : "Copy cells from a spreadsheet with their header, or paste comma-separated values."
    return SectionPage.Section(
      heading: "Your table",
      paragraphs: [note, "Nothing that you send is kept. A table may have 20,000 rows."],
      forms: [
        SectionForm(
          action: path, fields: [tableField(errors)] + optionFields(errors),
          button: "Work it out")
      ])
  }

  private func tableField(_ errors: FormErrors?) -> Field {
    .box(
      "table", "Table", value: table,
      hint: "The first row has the names of the columns: "
        + tool.columns.filter(\.isRequired).map(\.name).joined(separator: ", ") + ".",
      error: errors?["table"], rows: 12)
  }

  private func optionFields(_ errors: FormErrors?) -> [Field] {
    tool.options.map { option in
      let entered = fields[option.name]
      let value = request.method == .get || entered.isEmpty ? option.usual : entered
      switch option.kind {
      case .choice(let choices):
        return .select(
          option.name, option.label, choices.map { ($0.value, $0.label) }, chosen: value,
          hint: option.hint, error: errors?[option.name])
      case .number, .text:
        return .line(
          option.name, option.label, value: value, hint: option.hint,
          error: errors?[option.name])
      }
    }
  }

  /// A form that sends the same again and gets a file.
  private func download(_ report: ToolReport) -> SectionForm {
    SectionForm(
      action: path, act: "download",
      fields: [.hidden("table", table)]
        + tool.options.map { .hidden($0.name, fields[$0.name]) } + [
          .select("which", "Table to download", report.tables.map { ($0.id, $0.caption) })
        ],
      button: "Download it as CSV")
  }

  private var about: [SectionPage.Section] {
    let columns = tool.columns.map {
      [$0.name, $0.isRequired ? "yes" : "no", $0.meaning]
    }
    let open = tool.openPrefix.map { [["\($0)…", "no", "a number to choose similar peers by"]] }
    return [
      SectionPage.Section(
        heading: "How it works", paragraphs: tool.method + ["Source: \(tool.source)"]),
      SectionPage.Section(
        heading: "What it cannot tell", items: tool.limits.map { SectionPage.Item(text: $0) }),
      SectionPage.Section(
        heading: "Columns",
        grids: [
          Grid(
            "Columns that the table may have", ["Column", "Needed", "What it holds"],
            columns + (open ?? []))
        ]),
      SectionPage.Section(
        items: [
          SectionPage.Item(
            link: SectionLink(text: "All productivity tools", href: ProductivityPart.root),
            text: "")
        ]),
    ]
  }
}
