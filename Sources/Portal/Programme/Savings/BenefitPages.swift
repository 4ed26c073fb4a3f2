// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Savings

/// What is to come of the work, and how far it is.
extension SavingsPart {
  func benefitsPage(_ path: [String], _ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let state = try asOf.state(BenefitState.self, services.ledger)
    let records = benefitRecords(state)
    switch path {
    case []: return benefitList(records, state, asOf)
    case ["benefits.csv"]:
      return .text(
        "text/csv; charset=utf-8", benefitTable(records, "Benefits", asOf).csv,
        name: "benefits.csv")
    default: break
    }
    guard path.count == 1, let record = records.first(where: { $0.id == path[0] }) else {
      throw PortalProblem.notFound
    }
    return benefitPage(record, asOf)
  }

  /// Benefits of the plan, and those recorded, without those withdrawn.
  func benefitRecords(_ state: BenefitState) -> [BenefitRecord] {
    plan.savings.benefits.filter { state.benefit($0.id) == nil }.map { BenefitRecord($0) }
      + state.benefits.filter(\.isLive)
  }

  private func benefitList(
    _ records: [BenefitRecord], _ state: BenefitState, _ asOf: AsOf
  ) -> PortalAnswer {
    var all = SectionPage.Section()
    if records.isEmpty {
      all.paragraphs = ["No benefit is registered yet."]
    } else {
      all.grids = [benefitTable(records, "The register", asOf).grid]
    }
    var refused = SectionPage.Section(heading: "Claims that were refused")
    refused.items = state.refusals.map {
      SectionPage.Item(text: $0.value.sentence, tag: "Entry \($0.entry)")
    }
    if state.refusals.isEmpty { refused.paragraphs = ["None."] }
    let ready = records.count { $0.terms.measure.isEmpty || $0.terms.owner.isEmpty }
    return SectionPage(
      title: "Benefits",
      answer: "\(EventWords.count(records.count, "benefit", "benefits")). "
        + (ready == 0
          ? "Each has a measure and an owner."
          : "\(ready) without a measure or an owner, so that nobody can say whether they come."),
      notice: asOf.notice,
      links: [
        SectionLink(text: "Savings", href: "/programme/savings\(asOf.query)"),
        SectionLink(
          text: "The register as CSV", href: "/programme/benefits/benefits.csv\(asOf.query)"),
      ],
      sections: [all, refused, asOf.section("/programme/benefits")]
    ).answer(isPrivate: false)
  }

  private func benefitTable(
    _ records: [BenefitRecord], _ caption: String, _ asOf: AsOf
  ) -> SavingsTable {
    SavingsTable(
      caption: caption,
      titles: [
        "Benefit", "Class", "Owner", "Measure", "Baseline", "Target", "Latest#", "Of the way#",
      ],
      rows: records.map { record in
        let terms = record.terms
        return [
          .text(terms.description), .text(terms.kind.label), .text(orUnknown(terms.owner)),
          .text(orUnknown(terms.measure)), .text(orUnknown(terms.baseline)),
          .text(orUnknown(terms.target)),
          .text(record.latest.map { "\($0.value.value)" } ?? "None yet"),
          record.progress.map { .share($0) } ?? .text("None yet"),
        ]
      }, links: records.map { "/programme/benefits/\($0.id)\(asOf.query)" })
  }

  private func orUnknown(_ text: String) -> String { text.isEmpty ? "Not published" : text }

  private func benefitPage(_ record: BenefitRecord, _ asOf: AsOf) -> PortalAnswer {
    let terms = record.terms
    let organisation = plan.organisations.first { $0.id == terms.organisation }?.name
    let planned = plan.savings.benefits.first { $0.id == record.id }
    var rows = [
      ["Number", record.id], ["Who or what gains", terms.category.label],
      ["Class", terms.kind.label], ["Enabling project", orUnknown(terms.initiative)],
      ["Feature of the service", orUnknown(terms.feature)],
      ["Possible costs", orUnknown(terms.costs)],
      ["Activities required", orUnknown(terms.activities)],
      ["Office responsible", orUnknown(terms.owner)],
      ["Organisation", organisation ?? "Not published"],
      ["Working group", plan.savings.group(terms.group)?.name ?? "None"],
      ["Measure", orUnknown(terms.measure)], ["Baseline", orUnknown(terms.baseline)],
      ["Target", orUnknown(terms.target)],
      [
        "Value in a full year",
        terms.fullYearValue.map { SavingsWords.money($0) } ?? "Not published",
      ],
      ["When", orUnknown(terms.timescale)],
    ]
    if let planned, !planned.note.isEmpty { rows.append(["Note", planned.note]) }
    var about = SectionPage.Section(heading: "What it is")
    about.grids = [Grid("The benefit", ["Field", "Value"], rows)]
    return SectionPage(
      title: terms.description, answer: progress(record), notice: asOf.notice,
      links: [SectionLink(text: "All benefits", href: "/programme/benefits\(asOf.query)")],
      sections: [
        about, measured(record), attributed(record),
        asOf.section("/programme/benefits/\(record.id)"),
      ]
    ).answer(isPrivate: false)
  }

  private func progress(_ record: BenefitRecord) -> String {
    guard let progress = record.progress, let latest = record.latest else {
      return record.measurements.isEmpty
        ? "Nothing was measured yet." : "How far it is cannot be said: no target in numbers."
    }
    let share = SavingsWords.share((progress * 100).rounded() / 100)
    return "\(share) of the way from the baseline to the target on \(latest.value.on.text)."
  }

  private func measured(_ record: BenefitRecord) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What was measured")
    guard !record.measurements.isEmpty else {
      section.paragraphs = ["Nothing yet."]
      return section
    }
    section.grids = [
      Grid(
        "Measurements", ["Day", "\(record.terms.measure)#", "Entry#"],
        record.measurements.map { ["\($0.value.on.text)", "\($0.value.value)", "\($0.entry)"] })
    ]
    return section
  }

  private func attributed(_ record: BenefitRecord) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What brought it")
    guard !record.attributions.isEmpty else {
      section.paragraphs = ["No share of it was given to an initiative yet."]
      return section
    }
    section.grids = [
      Grid(
        "Initiatives", ["Initiative", "Share#", "Entry#"],
        record.attributions.sorted { $0.key < $1.key }.map {
          [$0.key, SavingsWords.share($0.value.value), "\($0.value.entry)"]
        })
    ]
    return section
  }
}
