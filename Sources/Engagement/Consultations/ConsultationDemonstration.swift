// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// A made-up life of every consultation of a plan, for trying the pages out.
public enum ConsultationDemonstration {
  private static let author = Author(id: "synthetic-programme-office", role: "programme-office")

  /// Lives through a consultation: opening, extension, evidence, a review, moderation.
  ///
  /// What is there already stays as it is. It happens at `now`; without one, at the time of the
  /// last entry.
  /// - Throws: what the rules throw.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64, now: Date? = nil
  ) async throws {
    let now = try now ?? data.ledger.entries().last?.time ?? Date()
    var draws = SyntheticDraws(seed: seed)
    let desk = ConsultationDesk(data: data, plan: plan)
    let forms = try data.ledger.state(FormState.self)
    try await data.contacts.put(
      ["name": "Officer 1 (synthetic)", "role": "Programme office"], kind: "public-name",
      id: author.id)
    for definition in plan.consultations where forms.latest(definition.form) != nil {
      try await live(definition.id, desk, data, now)
      try await record(definition.id, desk, data, now)
      try await moderate(definition.id, data, &draws)
    }
  }

  private static func live(
    _ id: String, _ desk: ConsultationDesk, _ data: DataFolder, _ now: Date
  ) async throws {
    let record = try data.ledger.state(ConsultationState.self).record(id)
    if record.openedOn == nil {
      let day = ConsultationDay(of: now.addingTimeInterval(28 * 86_400))
      try await desk.open(id, until: day, at: now, by: author)
    }
    let deadline = try data.ledger.state(ConsultationState.self).record(id).deadline ?? now
    guard record.extensions.isEmpty, record.archivedOn == nil, deadline >= now else { return }
    try await desk.extend(
      id, until: ConsultationDay(of: deadline.addingTimeInterval(7 * 86_400)),
      reason: "Synthetic: snow closed two of the events, so people have a week more.", at: now,
      by: author)
  }

  private static func record(
    _ id: String, _ desk: ConsultationDesk, _ data: DataFolder, _ now: Date
  ) async throws {
    guard try data.ledger.state(ConsultationState.self).record(id).evidence.isEmpty else { return }
    for (duty, slot, title) in [
      ("gunning-1", "undecided", "Synthetic minutes: the committee agrees to consult"),
      ("gunning-2", "reasons", "Synthetic consultation document"),
      ("gunning-3", "time", "Synthetic note: how long it is open"),
      ("equality", "analysis", "Synthetic equality analysis, first version"),
    ] {
      try await desk.add(
        DutyEvidence(
          duty: duty, slot: slot, title: title, link: "/consultations/\(id)",
          note: "Made up, to show how the page works."), to: id, by: author)
    }
    try await desk.give(
      DutyVerdict(
        duty: "gunning-3", outcome: .met, reason: "Synthetic: five weeks, with one week added.",
        onBehalfOf: "Programme board (synthetic)"), on: id, by: author)
    try await desk.review(
      id, summary: "Synthetic: more people from the coast should hear of this.", by: author)
    let action = ReviewAction(
      what: "Synthetic: take paper forms to libraries on the coast", owner: "Engagement team",
      due: ConsultationDay(of: now.addingTimeInterval(7 * 86_400)).end)
    try await desk.agree(action, for: id, by: author)
  }

  private static func moderate(
    _ id: String, _ data: DataFolder, _ draws: inout SyntheticDraws
  ) async throws {
    let desk = ModerationDesk(data.ledger)
    try await desk.findCampaigns(id, by: author)
    for item in try desk.queue(id) where draws.fraction() < 0.8 {
      try await desk.decide(
        choice(item, draws.fraction()), on: id, publicID: item.response.publicID,
        question: item.question, by: author)
    }
  }

  private static func choice(
    _ item: ModerationDesk.Item, _ chance: Double
  ) -> ModerationDesk.Choice {
    let answers = item.response.answers.id
    let words = Redaction.readable(item.words)
    if chance < 0.04 { return .init(.withheld, reason: .otherPerson, answers: answers) }
    if chance < 0.15, let end = words.firstIndex(of: " ") {
      let copy = "[[" + words[..<end] + "]]" + words[end...]
      return .init(.redacted, reason: .personalData, copy: copy, answers: answers)
    }
    return .init(.published, answers: answers)
  }
}
