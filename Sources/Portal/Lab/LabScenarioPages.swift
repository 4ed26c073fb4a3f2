// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

extension LabPart {
  func scenarios(_ visit: Visit, _ laboratory: Laboratory) throws -> PortalAnswer {
    let state = try state()
    var offered = SectionPage.Section()
    offered.items = state.offered.map { kept in
      SectionPage.Item(
        link: SectionLink(
          text: kept.scenario.title, href: "/lab/scenarios/\(kept.scenario.id)"),
        text: "\(kept.scenario.reason) Kept on \(LondonTime.day(kept.time).text).")
    }
    if offered.items.isEmpty {
      offered.paragraphs = [
        "Nobody has kept a scenario yet. Change an assumption in the lab; analysts can then keep it "
          + "under a name, with a reason."
      ]
    }
    var sections = [offered]
    if !state.offered.isEmpty {
      var choose = SectionPage.Section(heading: "Put them side by side")
      choose.forms = [
        LabComparePage(
          LabOptions(FormFields(), laboratory, []), nil, laboratory, state.offered,
          asked: FormFields([("scenario", "plan")])
        ).form
      ]
      sections.append(choose)
    }
    let withdrawn = state.kept.filter { $0.withdrawal != nil }
    if !withdrawn.isEmpty {
      var section = SectionPage.Section(heading: "Withdrawn")
      section.items = withdrawn.map {
        SectionPage.Item(
          link: SectionLink(text: $0.scenario.title, href: "/lab/scenarios/\($0.scenario.id)"),
          text: $0.withdrawal ?? "")
      }
      sections.append(section)
    }
    return SectionPage(
      title: "Scenarios that were kept",
      answer: "What somebody asked “what if?” about, and wants to show to others.",
      notice: laboratory.synthetic,
      links: [SectionLink(text: "The lab", href: "/lab")], sections: sections
    ).answer(isPrivate: false)
  }

  func scenario(
    _ id: String, _ visit: Visit, _ laboratory: Laboratory
  ) throws -> PortalAnswer {
    guard let kept = try state().scenario(id) else { throw PortalProblem.notFound }
    let scenario = kept.scenario
    let form = LabForm(FormFields(scenario.pairs), laboratory.inputs)
    var section = SectionPage.Section(heading: "What it changes")
    section.items = laboratory.inputs.compactMap { input in
      form.state.settings[input.id].map {
        SectionPage.Item(link: nil, text: LabWords.change($0, input))
      }
    }
    if form.errors.hasErrors {
      section.paragraphs = [
        "The plan has changed since. What it no longer knows or allows: "
          + form.errors.errors.map(\.message).joined(separator: " ")
      ]
    }
    var found = SectionPage.Section(heading: "What the lab answered when it was kept")
    found.paragraphs = [
      scenario.finding,
      "Kept on \(LondonTime.day(kept.time).text) by \(Self.role(kept.role)), entry "
        + "\(kept.sequence) of the record; \(LabWords.count(scenario.runs, "run", "runs")), seed "
        + "\(scenario.seed). The plan may have changed since; the lab works it out anew.",
    ]
    return SectionPage(
      title: scenario.title, answer: scenario.reason,
      notice: kept.withdrawal.map { "Withdrawn: \($0)" },
      links: links(kept, form, visit), sections: [section, found]
    ).answer(isPrivate: false)
  }

  private func links(
    _ kept: LabScenarioState.Kept, _ form: LabForm, _ visit: Visit
  ) -> [SectionLink] {
    let id = kept.scenario.id
    var links = [SectionLink(text: "All scenarios", href: "/lab/scenarios")]
    if !form.errors.hasErrors {
      links += [
        SectionLink(text: "Work it out", href: "/lab" + form.state.query),
        SectionLink(
          text: "Compare with the plan as it stands",
          href: "/lab/compare" + QueryText.encode(LabOptions.fields([.plan, .kept(id)]))),
        SectionLink(
          text: "Take it away as a scenario file (YAML)", href: "/lab/scenarios/\(id).yaml"),
      ]
    }
    if kept.withdrawal == nil, visit.person?.may(.analyse) ?? false {
      links.append(SectionLink(text: "Withdraw it", href: "/desk/lab/scenarios/\(id)/withdraw"))
    }
    return links
  }

  private static func role(_ role: String) -> String {
    Role(rawValue: role).map { "somebody in the role “\($0.label)”" } ?? "somebody"
  }

  func keptFile(_ id: String, _ laboratory: Laboratory) throws -> PortalAnswer {
    guard let kept = try state().scenario(id) else { throw PortalProblem.notFound }
    let form = LabForm(FormFields(kept.scenario.pairs), laboratory.inputs)
    guard !form.errors.hasErrors else { throw PortalProblem.notFound }
    return .text(
      "text/yaml; charset=utf-8",
      LabFiles.yaml(
        form.state, title: kept.scenario.title, reason: kept.scenario.reason, laboratory),
      name: "\(id).yaml")
  }
}

// MARK: - Staff

extension LabPart {
  func save(
    _ request: PortalRequest, _ visit: Visit, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    let isPost = request.method == .post
    let fields = request.fields
    let asked = isPost ? FormFields(encoded: fields["state"]) : request.query
    let lab = LabForm(asked, laboratory.inputs)
    if let wrong = lab.errors.errors.first {
      throw PortalProblem(422, "This address is wrong", wrong.message)
    }
    let state = lab.state
    let changes = laboratory.inputs.compactMap { input in
      state.settings[input.id].map { LabWords.change($0, input) }
    }
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: "Keep as a scenario", lead: changes.isEmpty ? nil : "It changes:",
        notes: changes, errors: errors, action: "/desk/lab/save", secret: visit.formSecret,
        token: fields.formToken,
        fields: [
          .line(
            "title", "Name", value: fields["title"], hint: "Such as: Half of the shift.",
            error: errors?["title"] ?? errors?["settings"] ?? errors?["form"]),
          .box(
            "reason", "Why would anybody look at it?", value: fields["reason"],
            hint: "Everybody can read this.", error: errors?["reason"], rows: 3),
          .hidden("state", String(state.query.dropFirst())),
        ], button: "Keep it", back: "/lab" + state.query, backTitle: "Back to the lab"
      ).answer()
    }
    guard isPost else { return page(nil) }
    return try await EventOutcome.of(page) {
      let result = try await laboratory.result(state)
      let id = try await scenarioDesk.save(
        title: fields["title"], reason: fields["reason"],
        settings: state.settings.mapValues(\.text), seed: result.seed, runs: result.runs,
        finding: LabWords.answer(result), by: visit.author, token: fields.formToken)
      return "/lab/scenarios/\(id)"
    }
  }

  func withdraw(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    guard let kept = try state().scenario(id) else { throw PortalProblem.notFound }
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: "Withdraw the scenario", lead: kept.scenario.title,
        notes: ["It stays in the record with the reason, and is no longer offered."],
        errors: errors, action: "/desk/lab/scenarios/\(id)/withdraw", secret: visit.formSecret,
        token: fields.formToken,
        fields: [
          .box(
            "reason", "Why", value: fields["reason"], hint: "Everybody can read this.",
            error: errors?["reason"] ?? errors?["form"], rows: 3)
        ], button: "Withdraw it", back: "/lab/scenarios/\(id)", backTitle: "Back to the scenario"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await scenarioDesk.withdraw(
        id, reason: fields["reason"], by: visit.author, token: fields.formToken)
      return "/lab/scenarios"
    }
  }
}
