// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Productivity
import Programme

extension ProductivityPart {
  /// The forms of the break-glass log.
  private enum Form: String {
    case request
    case policy
    case report
    case decide

    var title: String {
      switch self {
      case .request: "Ask to pay more than the maximum"
      case .policy: "Record the policy"
      case .report: "Record that a week was reported"
      case .decide: "Decide a request"
      }
    }
  }

  private var log: BreakGlassDesk {
    BreakGlassDesk(
      services.data, organisations: services.programme.organisations, clock: services.clock)
  }

  func deskAnswer(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .runProgramme)
    guard let name = path.first else {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try list(AsOf(request, services)).answer()
    }
    guard let form = Form(rawValue: name), path.count == (form == .decide ? 2 : 1) else {
      throw PortalProblem.notFound
    }
    return try await show(form, path.count > 1 ? path[1] : nil, request, visit)
  }

  private func show(
    _ form: Form, _ item: String?, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let state = try EventOutcome.looking { try log.state() }
    let record = item.flatMap { state.record($0) }
    if form == .decide, record == nil { throw PortalProblem.notFound }
    let fields = request.fields
    let notes = try record.map { try describe($0) } ?? []
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, notes: notes, errors: errors,
        action: Self.desk + "/\(form.rawValue)" + (item.map { "/\($0)" } ?? ""),
        secret: visit.formSecret, token: fields.formToken,
        fields: shown(form, fields, state, errors), button: "Save", back: Self.desk,
        backTitle: "Back to the break-glass log"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(form, item ?? "", fields, visit.author)
      return Self.desk
    }
  }

  private func shown(
    _ form: Form, _ fields: FormFields, _ state: BreakGlassState, _ errors: FormErrors?
  ) -> [Field] {
    switch form {
    case .request: requestFields(fields, errors)
    case .policy: policyFields(fields, state, errors)
    case .report:
      [
        .select(
          "week", "Week of",
          state.unreported(before: LondonTime.day(services.clock())).map { ($0.iso, $0.text) },
          chosen: fields["week"], error: errors?["week"])
      ]
    case .decide:
      [
        .radios(
          "outcome", "May the rate be paid?", [("yes", "Yes"), ("no", "No")],
          chosen: fields["outcome"], error: errors?["outcome"]),
        .box("words", "Why", value: fields["words"], error: errors?["words"], rows: 3),
      ]
    }
  }

  private func requestFields(_ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .select(
        "organisation", "Organisation",
        [("", "Choose")] + services.programme.organisations.map { ($0.id, $0.name) },
        chosen: fields["organisation"], error: errors?["organisation"]),
      .select(
        "group", "Staff group",
        [("", "Choose")] + AgencyStaffGroup.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["group"], error: errors?["group"]),
      .line(
        "on", "Day of the first shift", value: fields["on"], error: errors?["on"], type: "date"),
      .line("shifts", "Shifts", value: fields["shifts"], error: errors?["shifts"]),
      .line("hours", "Hours of all shifts", value: fields["hours"], error: errors?["hours"]),
      .line(
        "basic", "Basic pay, pounds an hour", value: fields["basic"], error: errors?["basic"]),
      .line(
        "rate", "Agency rate, pounds an hour", value: fields["rate"],
        hint: "All that the agency charges.", error: errors?["rate"]),
      .box(
        "reason", "Why patients would not be safe otherwise", value: fields["reason"],
        hint: "Name no patient and no member of staff.", error: errors?["reason"], rows: 4),
    ]
  }

  private func policyFields(
    _ fields: FormFields, _ state: BreakGlassState, _ errors: FormErrors?
  ) -> [Field] {
    let present = state.policies.last?.policy
    return [
      .line("from", "First day", value: fields["from"], error: errors?["from"], type: "date")
    ]
      + AgencyStaffGroup.allCases.map { group in
        let usual = present?.percentAboveBasic[group.rawValue]
        return .line(
          group.rawValue, "\(group.label): per cent above basic pay",
          value: fields.has(group.rawValue)
            ? fields[group.rawValue] : usual.map { ToolNumbers.plain($0, decimals: 1) } ?? "",
          error: errors?[group.rawValue])
      } + [
        .line(
          "approver", "Who may let it be exceeded",
          value: fields.has("approver") ? fields["approver"] : present?.approver ?? "",
          hint: "A role, not a name.", error: errors?["approver"])
      ]
  }

  private func keep(
    _ form: Form, _ item: String, _ fields: FormFields, _ author: Author
  ) async throws {
    switch form {
    case .request:
      try await log.request(
        BreakGlassWish(
          on: try day(fields, "on"), organisation: fields["organisation"],
          group: fields["group"], shifts: Int(fields["shifts"]) ?? 0,
          hours: Double(fields["hours"]) ?? 0, basicRate: Double(fields["basic"]) ?? 0,
          rate: Double(fields["rate"]) ?? 0, reason: fields["reason"]),
        by: author, token: fields.formToken)
    case .policy:
      let percents = AgencyStaffGroup.allCases.compactMap { group in
        Double(fields[group.rawValue]).map { (group.rawValue, $0) }
      }
      try await log.setPolicy(
        from: try day(fields, "from"),
        percents: Dictionary(percents, uniquingKeysWith: { first, _ in first }),
        approver: fields["approver"], by: author, token: fields.formToken)
    case .report: try await log.report(try day(fields, "week"), by: author)
    case .decide:
      guard ["yes", "no"].contains(fields["outcome"]) else {
        throw EventRefusal.faults([FieldFault("outcome", "Choose yes or no.")])
      }
      try await log.decide(
        item, isApproved: fields["outcome"] == "yes", words: fields["words"], by: author,
        token: fields.formToken)
    }
  }

  private func day(_ fields: FormFields, _ name: String) throws(EventRefusal) -> CivilDay {
    guard let day = CivilDay(fields[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }
}

// MARK: - The list

extension ProductivityPart {
  private func list(_ asOf: AsOf) throws -> SectionPage {
    let state = try asOf.state(BreakGlassState.self, services.ledger)
    var page = SectionPage(
      title: "Break-glass log",
      answer: EventWords.count(state.waiting.count, "request waits", "requests wait")
        + " for a decision.",
      notice: asOf.notice)
    page.links = [
      SectionLink(text: "Ask to pay more than the maximum", href: Self.desk + "/request"),
      SectionLink(text: "Record that a week was reported", href: Self.desk + "/report"),
      SectionLink(text: "Record the policy", href: Self.desk + "/policy"),
      SectionLink(text: "The public page", href: Self.root + "/break-glass" + asOf.query),
    ]
    page.sections = [waiting(state), try recent(state), asOf.section(Self.desk)]
    return page
  }

  private func waiting(_ state: BreakGlassState) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Waiting for a decision",
      paragraphs: state.waiting.isEmpty ? ["Nothing waits."] : [],
      items: state.waiting.prefix(50).map { record in
        SectionPage.Item(
          link: SectionLink(
            text: "Decide: \(summary(record))",
            href: Self.desk + "/decide/\(record.request.id)"),
          text: "", tag: record.request.on.text)
      })
  }

  private func summary(_ record: BreakGlassState.Record) -> String {
    let request = record.request
    let group = AgencyStaffGroup(rawValue: request.group)?.label ?? request.group
    return "\(name(request.organisation)), \(group.lowercased()), "
      + EventWords.count(request.shifts, "shift", "shifts") + " at "
      + ToolNumbers.text(request.rate, decimals: 2, prefix: "£") + " an hour"
  }

  private func name(_ organisation: String) -> String {
    services.programme.organisations.first { $0.id == organisation }?.name ?? organisation
  }

  private func describe(_ record: BreakGlassState.Record) throws -> [String] {
    let request = record.request
    let reason = try services.ledger.content(request.reason.id) ?? "The reason was removed."
    return [
      summary(record) + ", from \(request.on.text). The maximum is "
        + ToolNumbers.text(request.maximum, decimals: 2, prefix: "£") + "; above it: "
        + ToolNumbers.text(request.aboveMaximum, prefix: "£") + " in all.",
      reason,
    ]
  }

  private func recent(_ state: BreakGlassState) throws -> SectionPage.Section {
    let records = state.records.suffix(50).reversed()
    let rows = records.map { record -> [String] in
      let request = record.request
      let outcome =
        record.decision.map { decision in
          (decision.isApproved ? "approved" : "not approved") + " on \(decision.on.text)"
            + (record.isAfterTheFact ? ", after the shift" : "")
        } ?? "waits"
      return [
        request.on.text, name(request.organisation),
        AgencyStaffGroup(rawValue: request.group)?.label ?? request.group, "\(request.shifts)",
        ToolNumbers.text(request.rate, decimals: 2), ToolNumbers.text(request.maximum, decimals: 2),
        ToolNumbers.text(request.aboveMaximum), outcome, "\(record.sequence)",
      ]
    }
    return SectionPage.Section(
      heading: "The last fifty requests",
      paragraphs: rows.isEmpty ? ["Nobody has asked yet."] : [],
      grids: rows.isEmpty
        ? []
        : [
          Grid(
            "Requests, newest first",
            [
              "Day", "Organisation", "Staff group", "Shifts#", "Rate, £#", "Maximum, £#",
              "Above it, £#", "Decision", "Entry#",
            ], rows)
        ])
  }
}
