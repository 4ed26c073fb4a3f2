// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Where staff keep the register of benefits.
extension SavingsPart {
  private static let root = "/desk/programme/benefits"

  func benefitsDeskPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    switch path.count {
    case 0 where request.method == .get: return try benefitsDesk()
    case 1 where path[0] == "import":
      let importer = BenefitRegisterImporter(services.data, plan: plan, clock: services.clock)
      return try await RegisterImportPages(services).answer(importer, request, visit)
    case 1 where path[0] == "new":
      return try await benefitForm(visit.author).answer(request, visit)
    case 2:
      let record = try EventOutcome.looking { try benefits.benefit(path[0]) }
      guard let form = benefitForm(path[1], record, visit.author) else {
        throw PortalProblem.notFound
      }
      return try await form.answer(request, visit)
    default: throw PortalProblem.notFound
    }
  }

  private func benefitsDesk() throws -> PortalAnswer {
    let state = try EventOutcome.looking { try benefits.state() }
    let actions = [
      ("measure", "Record a measurement"), ("attribute", "Give a share to an initiative"),
      ("change", "Change it"), ("withdraw", "Withdraw it"),
    ]
    let sections = state.benefits.filter(\.isLive).map { record in
      SectionPage.Section(
        heading: record.terms.description,
        items: actions.map { name, title in
          SectionPage.Item(
            link: SectionLink(text: title, href: "\(Self.root)/\(record.id)/\(name)"),
            text: "(\(record.id))")
        })
    }
    return SectionPage(
      title: "Benefits: desk",
      answer: sections.isEmpty ? "No benefit is registered yet." : nil,
      links: [
        SectionLink(text: "Register a benefit", href: "\(Self.root)/new"),
        SectionLink(text: "Take over a table of benefits", href: "\(Self.root)/import"),
        SectionLink(text: "The public page", href: "/programme/benefits"),
      ], sections: sections
    ).answer()
  }

  private func benefitForm(_ author: Author) -> SavingsDeskForm {
    SavingsDeskForm(
      title: "Register a benefit", back: Self.root, backTitle: "Benefits: desk",
      fields: { fields, errors in
        [
          .line(
            "id", "Permanent id", value: fields["id"],
            hint: "Small letters, digits and hyphens, such as less-paper", error: errors?["id"])
        ] + benefitFields(fields, errors, nil)
      },
      keep: { fields in
        try await benefits.register(
          fields["id"], try benefitTerms(fields), by: author, token: fields.formToken)
      })
  }

  private func benefitForm(
    _ name: String, _ record: BenefitRecord, _ author: Author
  ) -> SavingsDeskForm? {
    switch name {
    case "measure": measureForm(record, author)
    case "attribute": attributeForm(record, author)
    case "change":
      form("Change it", record) { fields, errors in
        benefitFields(fields, errors, record.terms) + [
          .box("reason", "Why", value: fields["reason"], error: errors?["reason"], rows: 3)
        ]
      } _: { fields in
        try await benefits.change(
          record.id, try benefitTerms(fields), reason: fields["reason"], by: author,
          token: fields.formToken)
      }
    case "withdraw":
      form("Withdraw it", record) { fields, errors in
        [.box("reason", "Why", value: fields["reason"], error: errors?["reason"], rows: 3)]
      } _: { fields in
        try await benefits.withdraw(
          record.id, reason: fields["reason"], by: author, token: fields.formToken)
      }
    default: nil
    }
  }

  private func form(
    _ title: String, _ record: BenefitRecord,
    _ fields: @escaping (FormFields, FormErrors?) -> [Field],
    _ keep: @escaping (FormFields) async throws -> Void
  ) -> SavingsDeskForm {
    SavingsDeskForm(
      title: title, lead: record.terms.description, back: Self.root, backTitle: "Benefits: desk",
      fields: fields, keep: keep)
  }

  private func measureForm(_ record: BenefitRecord, _ author: Author) -> SavingsDeskForm {
    form("Record a measurement", record) { fields, errors in
      [
        .line("value", record.terms.measure, value: fields["value"], error: errors?["value"]),
        .line(
          "on", "Day", value: fields.typed("on", usual: today.iso), error: errors?["on"],
          type: "date"),
      ]
    } _: { fields in
      try await benefits.measure(
        record.id, on: try fields.savingsDay("on"), value: try fields.savingsAmount("value"),
        by: author, token: fields.formToken)
    }
  }

  private func attributeForm(_ record: BenefitRecord, _ author: Author) -> SavingsDeskForm {
    form("Give a share to an initiative", record) { fields, errors in
      [
        .line(
          "initiative", "Initiative",
          value: fields.typed("initiative", usual: record.terms.initiative),
          error: errors?["initiative"]),
        .line("share", "Share of the benefit, %", value: fields["share"], error: errors?["share"]),
      ]
    } _: { fields in
      try await benefits.attribute(
        record.id, to: fields["initiative"], share: try fields.savingsShare("share"), by: author,
        token: fields.formToken)
    }
  }

  private func benefitFields(
    _ fields: FormFields, _ errors: FormErrors?, _ old: BenefitTerms?
  ) -> [Field] {
    func line(_ name: String, _ label: String, _ usual: String?, _ type: String = "text") -> Field {
      .line(
        name, label, value: fields.typed(name, usual: usual ?? ""), error: errors?[name],
        type: type)
    }
    return [
      line("description", "What the benefit is", old?.description),
      .select(
        "category", "Who or what gains", BenefitCategory.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields.typed("category", usual: (old?.category ?? .patients).rawValue)),
      .select(
        "kind", "Class", BenefitKind.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields.typed("kind", usual: (old?.kind ?? .quantifiable).rawValue)),
      line("initiative", "Enabling project (optional)", old?.initiative),
      line("feature", "Feature of the service that brings it (optional)", old?.feature),
      line("costs", "What it may cost (optional)", old?.costs),
      line("activities", "What has to be done for it (optional)", old?.activities),
      line("owner", "Office responsible, not a name", old?.owner),
      .select(
        "organisation", "Who gains",
        [("", "Choose")] + plan.organisations.map { ($0.id, $0.name) },
        chosen: fields.typed("organisation", usual: old?.organisation ?? ""),
        error: errors?["organisation"]),
      .select(
        "group", "Working group", [("", "None")] + plan.savings.groups.map { ($0.id, $0.name) },
        chosen: fields.typed("group", usual: old?.group ?? ""), error: errors?["group"]),
      line("measure", "How it is measured", old?.measure),
      line("baseline", "Baseline (optional)", old?.baseline),
      line("target", "Target (optional)", old?.target),
      line(
        "full-year", "Value in a full year, in pounds (optional)",
        old?.fullYearValue.map { "\($0)" }),
      line("timescale", "When it is expected (optional)", old?.timescale),
      line("first", "First day for which it is claimed (optional)", old?.from?.iso, "date"),
      line("to", "Last day for which it is claimed (optional)", old?.to?.iso, "date"),
      line("scheme", "Id of the scheme whose money it is (optional)", old?.scheme),
    ]
  }

  private func benefitTerms(_ fields: FormFields) throws -> BenefitTerms {
    var terms = BenefitTerms(
      description: fields["description"],
      category: BenefitCategory(rawValue: fields["category"]) ?? .patients,
      kind: BenefitKind(rawValue: fields["kind"]) ?? .quantifiable)
    terms.initiative = fields["initiative"]
    terms.feature = fields["feature"]
    terms.costs = fields["costs"]
    terms.activities = fields["activities"]
    terms.owner = fields["owner"]
    terms.organisation = fields["organisation"]
    terms.group = fields["group"]
    terms.measure = fields["measure"]
    terms.baseline = fields["baseline"]
    terms.target = fields["target"]
    terms.fullYearValue = try fields.savingsNumber("full-year")
    terms.timescale = fields["timescale"]
    terms.from = fields["first"].isEmpty ? nil : try fields.savingsDay("first")
    terms.to = fields["to"].isEmpty ? nil : try fields.savingsDay("to")
    terms.scheme = fields["scheme"].isEmpty ? nil : fields["scheme"]
    return terms
  }
}
