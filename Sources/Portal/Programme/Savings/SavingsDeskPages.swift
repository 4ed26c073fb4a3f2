// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Savings

/// Where staff keep the register of schemes.
extension SavingsPart {
  static let deskRoot = "/desk/programme/savings"

  func deskPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    if path.isEmpty, request.method == .get { return try savingsDesk() }
    if path == ["import"] {
      let importer = SchemeRegisterImporter(services.data, plan: plan, clock: services.clock)
      return try await RegisterImportPages(services).answer(importer, request, visit)
    }
    if path.count == 2, path[0] == "schemes", request.method == .get {
      return try schemeDesk(path[1])
    }
    return try await deskForm(path, visit).answer(request, visit)
  }

  private func deskForm(_ path: [String], _ visit: Visit) throws -> SavingsDeskForm {
    switch path.count {
    case 1 where path[0] == "new": return registerForm(visit.author)
    case 1 where path[0] == "weights": return try weightsForm(visit.author)
    case 1 where path[0] == "reinvest": return reinvestForm(visit.author)
    case 2 where path[0] == "groups": return try groupForm(path[1], visit.author)
    case 2 where path[0] == "pools": return try poolForm(path[1], visit.author)
    case 3 where path[0] == "schemes":
      let record = try EventOutcome.looking { try schemes.scheme(path[1]) }
      guard let form = schemeForm(path[2], record, visit.author) else {
        throw PortalProblem.notFound
      }
      return form
    default: throw PortalProblem.notFound
    }
  }

  private func savingsDesk() throws -> PortalAnswer {
    let state = try EventOutcome.looking { try schemes.state() }
    let root = Self.deskRoot
    var register = SectionPage.Section(heading: "Schemes")
    register.items = state.schemes.filter(\.isLive).map { record in
      SectionPage.Item(
        link: SectionLink(text: record.terms.title, href: "\(root)/schemes/\(record.id)"),
        text: plan.organisations.first { $0.id == record.terms.organisation }?.name ?? "",
        tag: record.stage.value.label)
    }
    if register.items.isEmpty { register.paragraphs = ["No scheme is registered yet."] }
    let groups = SectionPage.Section(
      heading: "Working groups",
      items: plan.savings.groups.map { group in
        let stage = state.groups[group.id]?.value.stage ?? group.stage
        return SectionPage.Item(
          link: SectionLink(text: group.name, href: "\(root)/groups/\(group.id)"),
          text: SavingsWords.stage(stage) + ".")
      })
    let pools = SectionPage.Section(
      heading: "Pools of money",
      items: plan.savings.pools.map { pool in
        let size = state.pools[pool.id]?.value ?? pool.size?.pounds
        return SectionPage.Item(
          link: SectionLink(text: pool.label, href: "\(root)/pools/\(pool.id)"),
          text: size.map { SavingsWords.money($0) + " a year." } ?? "Size not known.")
      })
    return SectionPage(
      title: "Savings: desk",
      links: [
        SectionLink(text: "Register a scheme", href: "\(root)/new"),
        SectionLink(text: "Take over a table of schemes", href: "\(root)/import"),
        SectionLink(text: "Weights of colours", href: "\(root)/weights"),
        SectionLink(text: "Record a use of savings", href: "\(root)/reinvest"),
        SectionLink(text: "The public page", href: "/programme/savings"),
      ], sections: [register, groups, pools]
    ).answer()
  }

  private func schemeDesk(_ id: String) throws -> PortalAnswer {
    let record = try EventOutcome.looking { try schemes.scheme(id) }
    let root = "\(Self.deskRoot)/schemes/\(id)"
    let actions = [
      ("change", "Change its terms"), ("assess", "Record a quality impact assessment"),
      ("move", "Move it to another stage"), ("record", "Record a month"),
      ("correct", "Correct a month"), ("forecast", "Forecast the rest of the year"),
      ("withdraw", "Withdraw it"),
    ]
    var section = SectionPage.Section(heading: "What you can do")
    section.items = actions.map { name, title in
      SectionPage.Item(link: SectionLink(text: title, href: "\(root)/\(name)"), text: "")
    }
    var months = SectionPage.Section(heading: "Months recorded")
    months.paragraphs = record.actuals.isEmpty ? ["None yet."] : []
    if !record.actuals.isEmpty {
      months.grids = [
        SavingsTable(
          caption: "Months", titles: ["Month", "Saved#"],
          rows: record.actuals.sorted { $0.key < $1.key }.map {
            [.text($0.key.text), .pounds($0.value.value)]
          }
        ).grid
      ]
    }
    return SectionPage(
      title: "\(record.terms.title): desk",
      answer: "\(record.stage.value.label). "
        + (record.assessment.map { "Quality: \($0.value.outcome.label.lowercased())." }
          ?? "Quality was not assessed yet."),
      links: [
        SectionLink(text: "All savings: desk", href: Self.deskRoot),
        SectionLink(text: "The public page", href: "/programme/savings/schemes/\(id)"),
      ], sections: [section, months]
    ).answer()
  }

  private func weightsForm(_ author: Author) throws -> SavingsDeskForm {
    let weights = try EventOutcome.looking { try schemes.state() }.currentWeights
    return SavingsDeskForm(
      title: "Weights of colours",
      lead: "No national weights exist. Everybody can read these, and why they changed.",
      back: Self.deskRoot, backTitle: "Savings: desk",
      fields: { fields, errors in
        SavingsConfidence.allCases.map { colour in
          let usual = SavingsWords.share(weights.share(colour)).replacing("%", with: "")
          return .line(
            colour.rawValue, SavingsWords.colour(colour) + ", %",
            value: fields.typed(colour.rawValue, usual: usual), error: errors?[colour.rawValue])
        } + [.box("reason", "Why", value: fields["reason"], error: errors?["reason"], rows: 3)]
      },
      keep: { fields in
        var shares: [SavingsConfidence: Double] = [:]
        for colour in SavingsConfidence.allCases {
          shares[colour] = try fields.savingsShare(colour.rawValue)
        }
        try await schemes.weigh(
          shares, reason: fields["reason"], by: author, token: fields.formToken)
      })
  }

  private func groupForm(_ id: String, _ author: Author) throws -> SavingsDeskForm {
    guard let group = plan.savings.group(id) else { throw PortalProblem.notFound }
    let move = try EventOutcome.looking { try schemes.state() }.groups[id]?.value
    let stages = OpportunityStage.allCases.map { ($0.rawValue, SavingsWords.stage($0)) }
    return SavingsDeskForm(
      title: group.name, lead: "How far the group has come, and its own target.",
      back: Self.deskRoot, backTitle: "Savings: desk",
      fields: { fields, errors in
        [
          .select(
            "stage", "Stage", stages,
            chosen: fields.typed("stage", usual: (move?.stage ?? group.stage).rawValue)),
          .line(
            "target", "Its own target, in pounds a year (optional)",
            value: fields.typed("target", usual: move?.target.map { "\(Int($0))" } ?? ""),
            error: errors?["target"]),
          .line(
            "on", "Since", value: fields.typed("on", usual: today.iso), error: errors?["on"],
            type: "date"),
        ]
      },
      keep: { fields in
        guard let stage = OpportunityStage(rawValue: fields["stage"]) else {
          throw EventRefusal.faults([FieldFault("stage", "Choose a stage.")])
        }
        try await schemes.moveGroup(
          id, to: stage, target: try fields.savingsNumber("target"),
          on: try fields.savingsDay("on"), by: author, token: fields.formToken)
      })
  }

  private func poolForm(_ id: String, _ author: Author) throws -> SavingsDeskForm {
    guard let pool = plan.savings.pool(id) else { throw PortalProblem.notFound }
    return SavingsDeskForm(
      title: pool.label, lead: "How much money is in this pool in a year.", back: Self.deskRoot,
      backTitle: "Savings: desk",
      fields: { fields, errors in
        [
          .line("pounds", "Pounds a year", value: fields["pounds"], error: errors?["pounds"]),
          .line(
            "on", "As of", value: fields.typed("on", usual: today.iso), error: errors?["on"],
            type: "date"),
        ]
      },
      keep: { fields in
        try await schemes.size(
          pool: id, pounds: try fields.savingsAmount("pounds"), on: try fields.savingsDay("on"),
          by: author, token: fields.formToken)
      })
  }

  private func reinvestForm(_ author: Author) -> SavingsDeskForm {
    SavingsDeskForm(
      title: "Record a use of savings", back: Self.deskRoot, backTitle: "Savings: desk",
      fields: { fields, errors in
        [
          .line("purpose", "What it is for", value: fields["purpose"], error: errors?["purpose"]),
          .select(
            "workstream", "Workstream", plan.workstreams.map { ($0.id, $0.name) },
            chosen: fields["workstream"], error: errors?["workstream"]),
          .line("pounds", "Pounds", value: fields["pounds"], error: errors?["pounds"]),
          .line(
            "month", "A day of the month", value: fields["month"], error: errors?["month"],
            type: "date"),
        ]
      },
      keep: { fields in
        try await schemes.reinvest(
          SavingsInvestment(
            id: RandomID.make(), month: try fields.savingsDay("month"),
            pounds: try fields.savingsAmount("pounds"), purpose: fields["purpose"],
            workstream: fields["workstream"]),
          by: author, token: fields.formToken)
      })
  }
}
