// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The page on which staff paste a file into a register: first everything that is wrong or would
/// change, then, on a second press, the change.
struct RegisterImportPages {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(
    _ importer: any RegisterImporting, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .runProgramme)
    let fields = request.fields
    guard request.method == .post else {
      var page = page(importer, request, visit)
      page.done = Self.done(request)
      return page.answer()
    }
    let bytes = Array(fields["file"].utf8)
    if bytes.isEmpty {
      var errors = FormErrors()
      errors.add("file", "Paste the lines of the file.")
      return page(importer, request, visit, errors: errors).answer()
    }
    let report = try await EventOutcome.plainly {
      fields["act"] == "take"
        ? try await importer.take(
          bytes, file: "a pasted file", by: visit.author, token: fields.formToken)
        : try importer.look(bytes, file: "the pasted lines")
    }
    if report.isDone { return .see(request.fullPath + Self.query(report)) }
    return shown(report, importer, request, visit)
  }

  /// What was done, for the page that comes after it.
  private static func query(_ report: RegisterImportReport) -> String {
    "?added=\(report.added.count)&changed=\(report.changed.count)&same=\(report.unchanged)"
  }

  private static func done(_ request: PortalRequest) -> String? {
    let counts = ["added", "changed", "same"].map { Int(request.query[$0]) }
    guard let added = counts[0], let changed = counts[1], let same = counts[2] else { return nil }
    return "Done. " + Self.counts(added, changed, same)
  }

  private func shown(
    _ report: RegisterImportReport, _ importer: any RegisterImporting, _ request: PortalRequest,
    _ visit: Visit
  ) -> PortalAnswer {
    var errors = FormErrors()
    if !report.isClean {
      errors.add(
        "file",
        "Nothing was changed: \(EventWords.count(report.problems.count, "problem", "problems")) "
          + "in what was pasted.")
    }
    var page = page(importer, request, visit, errors: errors)
    if !report.isClean {
      page.sections.insert(problems(report), at: 0)
    } else {
      page.answer =
        "Nothing is wrong with it. "
        + Self.counts(report.added.count, report.changed.count, report.unchanged)
      page.sections.insert(changes(report), at: 0)
      if !report.isEmpty { page.sections.insert(confirm(request, visit), at: 1) }
    }
    return page.answer()
  }

  /// What was pasted, once more, under another id than that of the box.
  private static func again(_ text: String) -> Field {
    Field(id: "file-again", name: "file", label: "", value: text, shape: .hidden)
  }

  private static func counts(_ added: Int, _ changed: Int, _ same: Int) -> String {
    "Added: \(added). Changed: \(changed). As they are: \(same)."
  }

  private func page(
    _ importer: any RegisterImporting, _ request: PortalRequest, _ visit: Visit,
    errors: FormErrors? = nil
  ) -> SectionPage {
    var paste = SectionPage.Section(heading: "Paste the file")
    paste.forms = [
      SectionForm(
        action: request.fullPath, secret: visit.formSecret, token: request.fields.formToken,
        act: "look",
        fields: [
          .box(
            "file", "Lines of a CSV file", value: request.fields["file"],
            hint: "The first line has the names of the columns. From a spreadsheet, save as CSV.",
            error: errors?["file"], rows: 12)
        ], button: "Look at it: nothing is changed yet")
    ]
    var columns = SectionPage.Section(heading: "Columns")
    columns.paragraphs = importer.notes
    columns.grids = [
      Grid(
        "What a file can have", ["Column", "What it holds", "Needed"],
        importer.columns.map { [$0.name, $0.meaning, $0.isRequired ? "Yes" : "No"] })
    ]
    return SectionPage(
      title: "Import: \(importer.title)",
      answer: "A file is taken as a whole or not at all. Rows are matched by the first field, so "
        + "that the same file can be taken again.",
      links: [SectionLink(text: "Back", href: back(request))],
      errors: errors, sections: [paste, columns])
  }

  private func back(_ request: PortalRequest) -> String {
    "/" + request.path.dropLast().joined(separator: "/")
  }

  private func problems(_ report: RegisterImportReport) -> SectionPage.Section {
    SectionPage.Section(
      heading: "What is wrong",
      grids: [
        Grid(
          "Every problem", ["Row", "Column", "Found", "Expected"],
          report.problems.map { problem in
            [
              problem.row.map { "\($0)" } ?? "The file", problem.column ?? "The whole row",
              problem.found, problem.expected,
            ]
          })
      ])
  }

  private func changes(_ report: RegisterImportReport) -> SectionPage.Section {
    let rows =
      report.added.map {
        [$0.key, $0.changes.isEmpty ? "New" : $0.changes.joined(separator: "; ")]
      } + report.changed.map { [$0.key, $0.changes.joined(separator: "; ")] }
    var section = SectionPage.Section(heading: "What would change")
    if rows.isEmpty {
      section.paragraphs = ["Nothing: everything is recorded already."]
    } else {
      section.grids = [Grid("Changes", ["Entry", "What"], rows)]
    }
    return section
  }

  private func confirm(_ request: PortalRequest, _ visit: Visit) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Take it?",
      forms: [
        SectionForm(
          action: request.fullPath, secret: visit.formSecret, token: request.fields.formToken,
          act: "take", fields: [RegisterImportPages.again(request.fields["file"])],
          button: "Take it into the record")
      ])
  }
}
