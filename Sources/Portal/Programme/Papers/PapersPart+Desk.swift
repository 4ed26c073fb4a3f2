// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Papers
import People
import Programme

extension PapersPart {
  /// Every paper for staff, and the form that issues one.
  func deskPage(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runProgramme)
    guard let maker = services.papers else { throw PortalProblem.notFound }
    let fields = request.fields
    let page = { (errors: FormErrors?) throws -> PortalAnswer in
      try shownDesk(maker, fields, visit, errors)
    }
    guard request.method == .post else { return try page(nil) }
    return try await EventOutcome.of(page) {
      let paper = try await desk.issue(
        try order(fields), by: visit.author, token: fields.formToken, drawing: drawing)
      return "/programme/papers/issued/\(paper.id)"
    }
  }

  private func order(_ fields: FormFields) throws(EventRefusal) -> PaperOrder {
    var errors = FormErrors()
    let kind = PaperKind(rawValue: fields["kind"])
    if kind == nil { errors.add("kind", "Choose a kind of paper.") }
    let day = CivilDay(fields["day"])
    if day == nil { errors.add("day", "Enter the day, such as 30/9/2017.") }
    let since = CivilDay(fields["since"])
    if since == nil, !fields["since"].isEmpty {
      errors.add("since", "Enter a day, such as 31/8/2017, or leave it empty.")
    }
    try errors.refuse()
    guard let kind, let day else { throw .notFound }
    return PaperOrder(
      kind, day: day, since: since,
      workstream: kind.needsWorkstream ? fields["workstream"] : nil)
  }

  private func shownDesk(
    _ maker: PaperMaker, _ fields: FormFields, _ visit: Visit, _ errors: FormErrors?
  ) throws -> PortalAnswer {
    let today = LondonTime.day(services.clock())
    let form = SectionForm(
      action: "/desk/programme/papers", secret: visit.formSecret, token: fields.formToken,
      fields: [
        .select(
          "kind", "Kind of paper", PaperKind.allCases.map { ($0.rawValue, $0.label) },
          chosen: fields["kind"], error: errors?["kind"]),
        .select(
          "workstream", "Workstream",
          [("", "None: for papers about the whole programme")]
            + maker.workstreams.map { ($0.id, $0.name) },
          chosen: fields["workstream"], hint: "A highlight report is about one workstream.",
          error: errors?["workstream"]),
        .line(
          "day", "Position at the end of",
          value: fields.has("day") ? fields["day"] : today.iso, error: errors?["day"],
          type: "date"),
        .line(
          "since", "Compare with (optional)", value: fields["since"],
          hint: "Without a day: the last paper of the kind that was issued, or a month before.",
          error: errors?["since"], type: "date"),
      ],
      button: "Issue the paper")
    let state = try services.ledger.state(PaperState.self)
    var issued = SectionPage.Section(heading: "Issued")
    issued.items = state.issued.reversed().map { paper in
      SectionPage.Item(
        link: SectionLink(
          text: "\(name(paper.paper)), \(paper.paper.day.text)",
          href: paper.withdrawal == nil
            ? "/desk/programme/papers/\(paper.paper.id)"
            : "/programme/papers/issued/\(paper.paper.id)"),
        text: "", tag: paper.withdrawal == nil ? nil : "Withdrawn")
    }
    if issued.items.isEmpty { issued.paragraphs = ["No paper has been issued."] }
    return SectionPage(
      title: "Papers: desk",
      answer:
        "A paper is drafted from the record. What you issue is kept as it is, and everybody can read it.",
      links: PaperKind.allCases.map {
        SectionLink(text: "Draft: \($0.label.lowercased())", href: "/programme/papers/\($0)")
      },
      errors: errors,
      sections: [SectionPage.Section(heading: "Issue a paper", forms: [form]), issued]
    ).answer()
  }

  /// Withdraws a paper that was found to be wrong.
  func withdrawal(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .runProgramme)
    guard let issued = try services.ledger.state(PaperState.self).issue(id) else {
      throw PortalProblem.notFound
    }
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: "Withdraw a paper", lead: "\(name(issued.paper)), \(issued.paper.day.text)",
        notes: ["It stays readable, with the reason above it. Issue a corrected one afterwards."],
        errors: errors, action: "/desk/programme/papers/\(id)", secret: visit.formSecret,
        token: fields.formToken,
        fields: [
          .box(
            "reason", "Why is it withdrawn?", value: fields["reason"],
            hint: "Everybody can read this. Name nobody.", error: errors?["reason"])
        ],
        button: "Withdraw the paper", back: "/programme/papers/issued/\(id)",
        backTitle: "Read the paper"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await desk.withdraw(
        id, reason: fields["reason"], by: visit.author, token: fields.formToken)
      return "/programme/papers/issued/\(id)"
    }
  }
}
