// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Made-up subscribers and a bulletin that went to them, without a mail being sent.
public enum NewsletterDemonstration {
  private static let office = Author(id: "demonstration", role: "programme-office")

  /// Puts subscribers on the list and sends them a bulletin nowhere, through the rules.
  ///
  /// - Throws: `PublicationError`, `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64, at now: Date = Date()
  ) async throws {
    guard try data.ledger.state(BulletinState.self).records["synthetic-1"] == nil else { return }
    var draws = SyntheticDraws(seed: seed)
    for number in 1...24 {
      let request = SignUpRequest(
        email: "resident-\(number)@example.org",
        workstreams: plan.workstreams.filter { _ in draws.fraction() < 0.3 }.map(\.id),
        areas: plan.areas.filter { _ in draws.fraction() < 0.3 }.map(\.id),
        consent: NewsletterConsent.current.version, at: now)
      let involvement = draws.pick([
        (nil, 5.0), (Involvement.informed, 2.0), (.consulted, 2.0), (.involved, 1.0),
      ])
      _ = try await SubscriberList(data).confirm(
        request, token: "synthetic-\(seed)-\(number)",
        membership: (involvement ?? nil).map { Membership(involvement: $0, topics: []) }, at: now)
    }
    try await bulletins(data, plan, now)
  }

  private static func bulletins(
    _ data: DataFolder, _ plan: EngagementPlan, _ now: Date
  ) async throws {
    let items = BulletinRules.items(
      plan: plan, consultations: try data.ledger.state(ConsultationState.self),
      news: try data.ledger.state(NewsState.self),
      library: try data.ledger.state(LibraryState.self).library(plan), events: [], at: now)
    let draft = BulletinDraft(
      title: "Newsletter (synthetic)", introduction: "This newsletter was made up by a program.",
      items: items)
    for id in ["synthetic-1", "synthetic-2"] {
      try await data.ledger.append(BulletinEvent.drafted(draft), subject: id, by: office)
    }
    let record = try data.ledger.state(BulletinState.self).records["synthetic-1"]
    guard !items.isEmpty else { return }
    try await data.ledger.append(
      try BulletinRules.signOff(record), subject: "synthetic-1", by: office)
    let delivery = BulletinDelivery(data) { _, _, _, _ in }
    try await delivery.begin("synthetic-1", origin: "https://plan.example.org", by: office)
    try await delivery.goOn("synthetic-1")
  }
}
