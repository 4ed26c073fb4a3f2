// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme

/// The fields of the terms of a scheme, and back.
extension SavingsPart {
  func termsFields(_ fields: FormFields, _ errors: FormErrors?, _ old: SchemeTerms?) -> [Field] {
    func line(_ name: String, _ label: String, _ usual: String, _ type: String = "text") -> Field {
      .line(
        name, label, value: fields.typed(name, usual: usual), error: errors?[name], type: type)
    }
    func choice(
      _ name: String, _ label: String, _ options: [(String, String)], _ usual: String
    ) -> Field {
      .select(
        name, label, [("", "Choose")] + options, chosen: fields.typed(name, usual: usual),
        error: errors?[name])
    }
    let members = plan.organisations.map { ($0.id, $0.name) }
    return [
      line("title", "What the scheme is", old?.title ?? ""),
      choice("organisation", "Whose money it saves", members, old?.organisation ?? ""),
      choice(
        "group", "Working group", plan.savings.groups.map { ($0.id, $0.name) }, old?.group ?? ""),
      choice("pool", "Saved from", plan.savings.pools.map { ($0.id, $0.label) }, old?.pool ?? ""),
      line("driver", "What makes the saving, such as price or volume", old?.driver ?? ""),
      line("start", "First day", old?.start.iso ?? "", "date"),
      line("full-year", "Saving in a full year, in pounds", pounds(old?.fullYear)),
      line(
        "first-year", "Saving in the first financial year, in pounds (optional)",
        pounds(old?.firstYear)),
      yesNo("recurrent", "Does it come again each year?", fields, old?.isRecurrent ?? true),
      yesNo(
        "cash", "Is money free to be spent on something else?", fields,
        old?.isCashReleasing ?? true),
      line(
        "investment-yearly", "What it costs each year, in pounds",
        pounds(old?.investmentYearly ?? 0)),
      line("investment-once", "What it costs once, in pounds", pounds(old?.investmentOnce ?? 0)),
    ] + lossFields(fields, errors, old)
  }

  private func lossFields(
    _ fields: FormFields, _ errors: FormErrors?, _ old: SchemeTerms?
  ) -> [Field] {
    func line(_ name: String, _ label: String, _ usual: String) -> Field {
      .line(name, label, value: fields.typed(name, usual: usual), error: errors?[name])
    }
    let members = plan.organisations.map { ($0.id, $0.name) }
    return [
      .select(
        "loss-member", "Who loses income by it (optional)", [("", "Nobody")] + members,
        chosen: fields.typed("loss-member", usual: old?.lossMember ?? ""),
        error: errors?["loss-member"]),
      line("loss-income", "Income lost a year, in pounds (optional)", pounds(old?.lossIncome)),
      line(
        "loss-cost-removed", "Cost that this member takes out, in pounds (optional)",
        pounds(old?.lossCostRemoved)),
    ]
  }

  private func yesNo(_ name: String, _ label: String, _ fields: FormFields, _ usual: Bool) -> Field
  {
    .radios(
      name, label, [("yes", "Yes"), ("no", "No")],
      chosen: fields.typed(name, usual: usual ? "yes" : "no"))
  }

  private func pounds(_ value: Double?) -> String {
    value.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? "\(Int($0))" : "\($0)" } ?? ""
  }

  func terms(_ fields: FormFields) throws -> SchemeTerms {
    var terms = SchemeTerms(
      title: fields["title"], organisation: fields["organisation"], group: fields["group"],
      pool: fields["pool"], driver: fields["driver"], start: try fields.savingsDay("start"),
      fullYear: try fields.savingsAmount("full-year"))
    terms.firstYear = try fields.savingsNumber("first-year")
    terms.isRecurrent = fields["recurrent"] != "no"
    terms.isCashReleasing = fields["cash"] != "no"
    terms.investmentYearly = try fields.savingsNumber("investment-yearly") ?? 0
    terms.investmentOnce = try fields.savingsNumber("investment-once") ?? 0
    if !fields["loss-member"].isEmpty {
      terms.lossMember = fields["loss-member"]
      terms.lossIncome = try fields.savingsAmount("loss-income")
      terms.lossCostRemoved = try fields.savingsNumber("loss-cost-removed") ?? 0
    }
    return terms
  }
}
