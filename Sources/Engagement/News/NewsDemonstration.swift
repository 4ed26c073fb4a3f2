// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Made-up news, so that its pages have something to show.
public enum NewsDemonstration {
  private static let office = Author(id: "demonstration", role: "programme-office")
  private static let subjects = [
    "A workshop looked at how people travel to appointments",
    "Members of the group read the draft with us", "What staff told us in their own meetings",
    "How the options are compared", "The next steps of the work", "A visit to a community team",
    "Questions that came up at the last meeting", "Why the timetable changed",
  ]

  /// Appends news that is the same for the same seed, through the rules of news.
  ///
  /// - Throws: `PublicationError`, `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64
  ) async throws {
    var draws = SyntheticDraws(seed: seed)
    for number in 1...14 {
      let article = article(number, plan, &draws)
      let id = "synthetic-news-\(number)"
      let record = try data.ledger.state(NewsState.self).records[id]
      if record != nil { continue }
      try await data.ledger.append(
        NewsEvent.drafted(try NewsRules.checked(article)), subject: id, by: office)
      if number < 14 { try await publish(id, article, number, data) }
    }
  }

  private static func publish(
    _ id: String, _ article: NewsArticle, _ number: Int, _ data: DataFolder
  ) async throws {
    func record() throws -> NewsRecord? { try data.ledger.state(NewsState.self).records[id] }
    try await data.ledger.append(try NewsRules.publish(try record()), subject: id, by: office)
    if number == 5 {
      var better = article
      better.text += "\n\nThe meeting is in the town hall."
      let event = try NewsRules.correct(
        try record(), to: better, whatChanged: "We had left out where the meeting is.")
      try await data.ledger.append(event, subject: id, by: office)
    }
    if number == 3 {
      let event = try NewsRules.withdraw(
        try record(), reason: "The meeting was called off, so this is no longer right.")
      try await data.ledger.append(event, subject: id, by: office)
    }
  }

  private static func article(
    _ number: Int, _ plan: EngagementPlan, _ draws: inout SyntheticDraws
  ) -> NewsArticle {
    let subject = subjects[Int(draws.next() % UInt64(subjects.count))]
    let workstreams =
      plan.workstreams.isEmpty || draws.fraction() < 0.2
      ? [] : [plan.workstreams[Int(draws.next() % UInt64(plan.workstreams.count))].id]
    let kind = draws.pick([
      (NewsKind.update, 3.0), (NewsKind.insideUpdate, 2.0), (NewsKind.boardUpdate, 1.0),
    ])
    return NewsArticle(
      kind: kind ?? .update, title: "\(subject) (synthetic \(number))",
      summary: "A made-up news item, to show what this page looks like.",
      text: """
        This text was made up by a program. It says nothing about the real world.

        People asked what happens next. The team wrote their questions down, and answers each.

        - Tell us what you think.
        - Come to a meeting.
        """, workstreams: workstreams)
  }
}
