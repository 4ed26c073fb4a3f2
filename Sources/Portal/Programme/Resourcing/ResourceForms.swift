// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

extension ResourcingPart {
  /// What staff can do.
  private enum Form: String {
    case add, capacity, decide, change, withdraw

    var title: String {
      switch self {
      case .add: "Ask for people"
      case .capacity: "Set how many people there are"
      case .decide: "Record the choice as decided"
      case .change: "Change the request"
      case .withdraw: "Withdraw the request"
      }
    }
  }

  func deskList() throws -> PortalAnswer {
    let state = try services.ledger.state(ResourceState.self)
    let root = "/desk/programme/resourcing"
    var section = SectionPage.Section(heading: "Requests")
    section.items = state.requests.flatMap { request -> [SectionPage.Item] in
      let id = request.demand.id
      let change = SectionPage.Item(
        link: SectionLink(text: "Change “\(request.demand.title)”", href: "\(root)/\(id)/change"),
        text: "", tag: request.isWithdrawn ? "Withdrawn" : nil)
      guard !request.isWithdrawn else { return [change] }
      let withdraw = SectionPage.Item(
        link: SectionLink(
          text: "Withdraw “\(request.demand.title)”", href: "\(root)/\(id)/withdraw"), text: "")
      return [change, withdraw]
    }
    if section.items.isEmpty { section.paragraphs = ["None so far."] }
    return SectionPage(
      title: "People and priorities: desk",
      links: [Form.add, .capacity, .decide].map {
        SectionLink(text: $0.title, href: "\(root)/\($0.rawValue)")
      } + [SectionLink(text: "The public page", href: "/programme/resourcing")],
      sections: [section]
    ).answer()
  }

  func form(
    _ name: String, _ id: String?, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    guard let form = Form(rawValue: name), (id != nil) == [.change, .withdraw].contains(form) else {
      throw PortalProblem.notFound
    }
    let state = try services.ledger.state(ResourceState.self)
    let known = id.flatMap(state.request)
    if id != nil, known == nil { throw PortalProblem.notFound }
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, lead: known?.demand.title, errors: errors, action: request.fullPath,
        secret: visit.formSecret, token: fields.formToken,
        fields: shown(
          form, request.method == .get ? known.map { Self.fields($0.demand) } ?? fields : fields,
          errors), button: "Save", back: "/desk/programme/resourcing",
        backTitle: "Back to people and priorities"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(form, id, fields, visit.author)
      return "/desk/programme/resourcing"
    }
  }

  private func shown(_ form: Form, _ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    let reason = Field.box(
      "reason", "Why", value: fields["reason"], hint: "Everybody can read this.",
      error: errors?["reason"], rows: 3)
    switch form {
    case .withdraw: return [reason]
    case .decide:
      return [
        .line(
          "decided-by", "Decided by", value: fields["decided-by"],
          hint: "A body or a role, not a name.", error: errors?["decided-by"]), reason,
      ]
    case .capacity:
      return [
        .select(
          "role", "Kind of people",
          services.programme.resources.roles.map { ($0.id, $0.name) }, chosen: fields["role"]),
        .line(
          "from", "From the month", value: fields["from"], hint: "Such as 2017-06.",
          error: errors?["from"]),
        .line(
          "days", "Person-days a month", value: fields["days"], error: errors?["days"]), reason,
      ]
    case .add, .change: return demandFields(form == .add, fields, errors)
    }
  }

  private func demandFields(
    _ isNew: Bool, _ fields: FormFields, _ errors: FormErrors?
  ) -> [Field] {
    func line(_ name: String, _ label: String, _ hint: String? = nil) -> Field {
      .line(name, label, value: fields[name], hint: hint, error: errors?[name])
    }
    let plan = services.programme.resources
    var shown: [Field] = []
    if isNew { shown.append(line("id", "Short name", "Letters, digits and hyphens. It stays.")) }
    shown += [
      line("title", "What is to be done"),
      .select(
        "workstream", "Workstream", [("", "Choose")] + plan.workstreams.map { ($0.id, $0.name) },
        chosen: fields["workstream"], error: errors?["workstream"]),
      line("value", "Points", "What it is worth, by the rule that all workstreams use."),
      .box(
        "reason", "Why it is worth that", value: fields["reason"],
        hint: "Everybody can read this.", error: errors?["reason"], rows: 3),
      line("months", "How many months it takes"),
    ]
    shown += plan.roles.enumerated().map { place, role in
      .line(
        "days-\(role.id)", "\(role.name): person-days a month (optional)",
        value: fields["days-\(role.id)"], error: place == 0 ? errors?["days"] : nil)
    }
    shown += [
      line("earliest", "First month in which it may start", "Such as 2017-06."),
      line("latest", "Last month in which it may start", "Such as 2017-09."),
      line(
        "prerequisites", "Requests that must be finished before (optional)",
        "Their short names, with commas between."),
      line(
        "group", "One of (optional)",
        "Of all requests with the same name here, at most one is done."),
      .checkboxes(
        "must", "Must", [("yes", "It has to be done")], chosen: fields.all("must")),
    ]
    if !isNew { shown.append(line("change-reason", "Why the request changes")) }
    return shown
  }

  /// A request as its form has it; the days of its first month stand for all.
  private static func fields(_ demand: ResourceDemand) -> FormFields {
    var pairs: [(name: String, value: String)] = [
      ("title", demand.title), ("workstream", demand.workstream),
      ("value", shown(demand.value)), ("reason", demand.reason),
      ("months", "\(demand.days.count)"), ("earliest", String(demand.earliest.iso.prefix(7))),
      ("latest", String(demand.latest.iso.prefix(7))),
      ("prerequisites", demand.prerequisites.joined(separator: ", ")),
      ("group", demand.exclusiveGroup ?? ""),
    ]
    if demand.isMust { pairs.append(("must", "yes")) }
    for (role, days) in (demand.days.first ?? [:]).sorted(by: { $0.key < $1.key }) {
      pairs.append(("days-\(role)", shown(days)))
    }
    return FormFields(pairs)
  }

  private func keep(
    _ form: Form, _ id: String?, _ fields: FormFields, _ author: Author
  ) async throws {
    let (reason, token) = (fields["reason"], fields.formToken)
    switch form {
    case .add:
      try await desk.request(try demand(fields["id"], fields), by: author, token: token)
    case .change:
      try await desk.amend(
        try demand(id ?? "", fields), reason: fields["change-reason"], by: author, token: token)
    case .withdraw:
      try await desk.withdraw(id ?? "", reason: reason, by: author, token: token)
    case .decide:
      try await desk.decide(
        decidedBy: fields["decided-by"], reason: reason, by: author, token: token)
    case .capacity:
      guard let month = CivilDay(month: fields["from"]) else {
        throw EventRefusal.faults([FieldFault("from", "Enter a month, such as 2017-06.")])
      }
      guard let days = Double(fields["days"]) else {
        throw EventRefusal.faults([FieldFault("days", "Enter person-days a month.")])
      }
      try await desk.setCapacity(
        fields["role"], from: month, days: days, reason: reason, by: author, token: token)
    }
  }

  /// What was typed, as a request; everything that cannot be read is named at once.
  private func demand(_ id: String, _ fields: FormFields) throws -> ResourceDemand {
    var errors = FormErrors()
    let earliest = CivilDay(month: fields["earliest"])
    let latest = CivilDay(month: fields["latest"])
    if earliest == nil { errors.add("earliest", "Enter a month, such as 2017-06.") }
    if latest == nil { errors.add("latest", "Enter a month, such as 2017-09.") }
    let value = Double(fields["value"])
    if value == nil { errors.add("value", "Enter points, such as 8.") }
    let months = Int(fields["months"])
    if months.map({ !(1...ResourceView.monthCount).contains($0) }) ?? true {
      errors.add("months", "Enter how many months, from 1 to \(ResourceView.monthCount).")
    }
    var days: [String: Double] = [:]
    for role in services.programme.resources.roles {
      let text = fields["days-\(role.id)"]
      guard !text.isEmpty else { continue }
      guard let number = Double(text) else {
        errors.add("days", "Enter person-days as numbers, such as 12.")
        continue
      }
      days[role.id] = number
    }
    try errors.refuse()
    guard let earliest, let latest, let value, let months else { throw PortalProblem.notFound }
    return ResourceDemand(
      id: id, title: fields["title"], workstream: fields["workstream"], value: value,
      reason: fields["reason"], days: Array(repeating: days, count: months), earliest: earliest,
      latest: latest,
      prerequisites: fields["prerequisites"].split(separator: ",")
        .map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty },
      exclusiveGroup: fields["group"].isEmpty ? nil : fields["group"],
      isMust: fields.all("must").contains("yes"))
  }
}
