// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// The checklist of duties, for the public and for the desk.
struct ChecklistPage {
  let title: String
  let home: String
  let isDesk: Bool
  let done: [String]
  let state: String
  let groups: [Part]

  struct Part {
    let heading: String
    let note: String
    let duties: [DutyView]
  }

  struct DutyView {
    let id: String
    let name: String
    let words: String
    let source: String
    let slots: [SlotView]
    let verdict: String
    let hasVerdict: Bool
    let verdictReason: String
    let signed: String
    let isMissing: Bool
    let missing: String
    let href: String
  }

  struct SlotView {
    let asks: String
    let isEmpty: Bool
    let evidence: [EvidenceView]
  }

  struct EvidenceView {
    let link: ConsultationLink
    let note: String
    let added: String
  }
}

extension ConsultationPages {
  func checklist(_ id: String) throws -> PortalAnswer {
    let model = try checklistModel(id, isDesk: false, done: [])
    return .page(
      PortalPage(
        "Duties and evidence: \(model.title)", template: "consultations-checklist", model))
  }

  func checklistModel(_ id: String, isDesk: Bool, done: [String]) throws -> ChecklistPage {
    let definition = try definition(id)
    let record = try record(id)
    let inLaw = Duty.all.filter { $0.group != .tests }
    let decided = inLaw.filter { record.verdict(on: $0.id) != nil }.count
    return ChecklistPage(
      title: definition.title, home: "/consultations/\(id)", isDesk: isDesk, done: done,
      state: "Duties with a verdict: \(decided) of \(inLaw.count).",
      groups: Duty.Group.allCases.map { group in
        .init(
          heading: group.title, note: group.note,
          duties: Duty.all.filter { $0.group == group }.map { duty($0, record, id) })
      })
  }

  func duty(
    _ duty: Duty, _ record: ConsultationRecord, _ id: String
  ) -> ChecklistPage.DutyView {
    let evidence = record.evidence(for: duty.id)
    let verdict = record.verdict(on: duty.id)
    let slots = duty.slots.map { slot in
      let found = evidence.filter { $0.what.slot == slot.id }
      return ChecklistPage.SlotView(
        asks: slot.asks, isEmpty: found.isEmpty, evidence: found.map(self.evidence))
    }
    let empty = slots.filter(\.isEmpty).count
    var missing: [String] = []
    if empty > 0 {
      missing.append("evidence for \(ConsultationNumbers.counted(empty, "question", "questions"))")
    }
    if verdict == nil { missing.append("a verdict by a named person") }
    return ChecklistPage.DutyView(
      id: duty.id, name: duty.title, words: duty.words, source: duty.source, slots: slots,
      verdict: verdict?.what.outcome.label ?? "Not yet", hasVerdict: verdict != nil,
      verdictReason: verdict?.what.reason ?? "",
      signed: verdict.map {
        "\(name(of: $0.by)), for \($0.what.onBehalfOf), \(ConsultationTimes.day($0.on))"
      } ?? "",
      isMissing: !missing.isEmpty, missing: missing.joined(separator: " and "),
      href: "/desk/consultations/\(id)/checklist/\(duty.id)")
  }

  private func evidence(_ noted: Noted<DutyEvidence>) -> ChecklistPage.EvidenceView {
    let evidence = noted.what
    var href = evidence.link.flatMap { Self.isSafe($0) ? $0 : nil }
    if href == nil, let id = evidence.reference,
      plan.documents.contains(where: { $0.id == id })
    {
      href = "/documents/\(id)"
    }
    let reference = evidence.reference.map { " Reference: \($0)." } ?? ""
    return .init(
      link: ConsultationLink(evidence.title, href), note: evidence.note + reference,
      added: "Added on \(ConsultationTimes.day(noted.on)) by \(name(of: noted.by)).")
  }

  /// A path of this site, or a web address; nothing that a browser would run.
  static func isSafe(_ link: String) -> Bool {
    guard !link.contains(where: { $0.isWhitespace || $0 == "\\" }) else { return false }
    if link.hasPrefix("/") { return !link.hasPrefix("//") }
    return link.hasPrefix("https://") || link.hasPrefix("http://")
  }
}
