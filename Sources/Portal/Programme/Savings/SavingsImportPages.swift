// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Takes over a table that was pasted: everything wrong at once, then a preview, then all of it.
struct RegisterImportPage {
  let title: String
  let action: String
  let back: SectionLink
  let columns: [SavingsImportColumn]
  let notes: [String]
  let read: (String) throws -> RegisterImportOutcome
  let accept: (String) async throws -> Void

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let text = request.fields["table"]
    guard request.method == .post else { return page("", nil, visit, request, nil) }
    guard !text.isEmpty else {
      var errors = FormErrors()
      errors.add("table", "Paste the table.")
      return page(text, errors, visit, request, nil)
    }
    let outcome = try read(text)
    if case .changes = outcome, request.fields["act"] == "accept" {
      return try await EventOutcome.of({ page(text, $0, visit, request, outcome) }) {
        try await accept(text)
        return back.href
      }
    }
    return page(text, nil, visit, request, outcome)
  }

  private func page(
    _ text: String, _ errors: FormErrors?, _ visit: Visit, _ request: PortalRequest,
    _ outcome: RegisterImportOutcome?
  ) -> PortalAnswer {
    var errors = errors
    var sections: [SectionPage.Section] = []
    if let outcome { sections.append(section(outcome, text, &errors, visit, request)) }
    var paste = SectionPage.Section(heading: outcome == nil ? nil : "The table")
    paste.forms = [
      SectionForm(
        action: action, secret: visit.formSecret, token: request.fields.formToken, act: "preview",
        fields: [
          .box(
            "table", "The table", value: text,
            hint: "Copy the cells from the spreadsheet with their headings, or save the sheet as "
              + "CSV UTF-8 and paste what is in the file.", error: errors?["table"], rows: 12)
        ], button: "Check it")
    ]
    var help = SectionPage.Section(heading: "Columns")
    help.paragraphs = notes
    help.grids = [
      Grid(
        "Columns of the table", ["Heading", "What stands in it", "Needed"],
        columns.map { [$0.heading, $0.meaning, $0.isRequired ? "Yes" : "No"] })
    ]
    return SectionPage(
      title: title, answer: "Nothing is recorded until the whole table is clean.", links: [back],
      errors: errors, sections: sections + [paste, help]
    ).answer()
  }

  private func section(
    _ outcome: RegisterImportOutcome, _ text: String, _ errors: inout FormErrors?,
    _ visit: Visit, _ request: PortalRequest
  ) -> SectionPage.Section {
    switch outcome {
    case .problems(let problems):
      if errors == nil {
        var found = FormErrors()
        found.add(
          "table",
          "\(EventWords.count(problems.count, "problem", "problems")) in the table. Nothing was "
            + "recorded. Put them right and paste it again.")
        errors = found
      }
      return SectionPage.Section(
        heading: "What is wrong",
        grids: [
          Grid(
            "Problems", ["Row", "Column", "Found", "Expected"],
            problems.map {
              [
                "\($0.line)", $0.column.isEmpty ? "The whole row" : $0.column,
                $0.found.isEmpty ? "Nothing" : $0.found, $0.expected,
              ]
            })
        ])
    case .changes(let changes) where changes.isEmpty:
      return SectionPage.Section(
        heading: "Nothing would change", paragraphs: ["The register says the same already."])
    case .changes(let changes):
      return preview(changes, text, visit, request)
    }
  }

  private func preview(
    _ changes: [RegisterImportChange], _ text: String, _ visit: Visit, _ request: PortalRequest
  ) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What would change")
    section.paragraphs = ["The table is clean. Nothing is recorded yet."]
    section.grids = [
      Grid("Changes", ["Row", "Id", "What"], changes.map { ["\($0.line)", $0.id, $0.what] })
    ]
    section.forms = [
      SectionForm(
        action: action, secret: visit.formSecret, token: request.fields.formToken, act: "accept",
        fields: [.hidden("table", text)], button: "Record all of it")
    ]
    return section
  }
}

extension SavingsPart {
  func schemeImportPage(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    try await RegisterImportPage(
      title: "Take over a table of schemes", action: "\(Self.deskRoot)/import",
      back: SectionLink(text: "Savings: desk", href: Self.deskRoot),
      columns: SchemeImport.columns,
      notes: [
        "Amounts are in thousands of pounds. The order of columns does not matter. A scheme that "
          + "is not in the register is added; one that is gets the terms of the table."
      ],
      read: { text in
        try EventOutcome.looking {
          SchemeImport(plan: plan, state: try schemes.state(), today: today).read(text)
        }
      },
      accept: { text in
        try await schemes.accept(text, by: visit.author, token: request.fields.formToken)
      }
    ).answer(request, visit)
  }

  func benefitImportPage(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let known = try EventOutcome.looking { try schemes.state() }.schemes.map(\.id)
    return try await RegisterImportPage(
      title: "Take over a table of benefits", action: "/desk/programme/benefits/import",
      back: SectionLink(text: "Benefits: desk", href: "/desk/programme/benefits"),
      columns: BenefitImport.columns,
      notes: ["The order of columns does not matter."],
      read: { text in
        try EventOutcome.looking {
          BenefitImport(plan: plan, state: try benefits.state(), schemes: known).read(text)
        }
      },
      accept: { text in
        try await benefits.accept(
          text, schemes: known, by: visit.author, token: request.fields.formToken)
      }
    ).answer(request, visit)
  }
}
