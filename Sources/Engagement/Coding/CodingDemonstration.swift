// SPDX-License-Identifier: Apache-2.0

import Analysis
public import Foundation
public import Ledger

/// Synthetic coding of a consultation, so that every page has something to show.
public enum CodingDemonstration {
  /// A code with the words by which it is recognised in made-up comments.
  public typealias KeyedCode = (code: CodeWords, words: [String])

  /// Makes a code frame, codes most comments by words in them, has a sample coded a second time
  /// with some differences, and takes themes as far as they can go.
  ///
  /// `seed`: the same seed and responses give the same coding.
  /// - Throws: `CodingError`, `ThemeError` or `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, consultation: String, codes: [KeyedCode],
    seed: UInt64, clock: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    let ledger = data.ledger
    let desk = CodingDesk(ledger, store: CommentStore(ledger))
    let first = Author(id: "synthetic-analyst-1", role: "analyst")
    let second = Author(id: "synthetic-analyst-2", role: "analyst")
    var draws = SyntheticDraws(seed: seed)
    let keyed = try await makeFrame(codes, desk, consultation, first)
    let comments = try desk.store.with(consultation) { $0.comments }
    try await code(comments, keyed, ledger, consultation, first, &draws)
    try await sample(comments.count, keyed, desk, consultation, first, second, &draws)
    let themes = ThemeDesk(ledger, plan: plan, notices: NobodyToTell(), clock: clock)
    try await makeThemes(keyed, themes, plan, consultation, CalendarDay(clock()))
  }

  private struct NobodyToTell: ThemeNotices {
    func changed(
      _ theme: Theme, from: ThemeStatus, to: ThemeStatus, text: String
    ) async throws {}
  }

  private typealias Keyed = (id: String, words: CodeWords, keys: [String])

  private static func makeFrame(
    _ codes: [KeyedCode], _ desk: CodingDesk, _ consultation: String, _ author: Author
  ) async throws -> [Keyed] {
    for (words, _) in codes {
      let event = try CodeFrameRules(try desk.coding(consultation).frame).add(
        words, reason: "First reading (synthetic)")
      try await desk.record(event, of: consultation, by: author)
    }
    let made = try desk.coding(consultation).frame.codes.suffix(codes.count)
    return zip(made, codes).map { ($0.id, $0.words, $1.words.map { $0.lowercased() }) }
  }

  private static func matching(_ text: String, _ keyed: [Keyed]) -> [String] {
    let lower = text.lowercased()
    return keyed.filter { $0.keys.contains(where: lower.contains) }.map(\.id)
  }

  /// Codes nineteen comments in twenty; one event for all comments with the same codes.
  private static func code(
    _ comments: [Comment], _ keyed: [Keyed], _ ledger: Ledger, _ consultation: String,
    _ author: Author, _ draws: inout SyntheticDraws
  ) async throws {
    var byCodes: [[String]: [CommentID]] = [:]
    var byStance: [Stance: [CommentID]] = [:]
    var read: [CommentID] = []
    for comment in comments where draws.fraction() < 0.95 {
      let codes = matching(comment.text, keyed)
      if codes.isEmpty {
        read.append(comment.id)
      } else {
        byCodes[codes, default: []].append(comment.id)
      }
      let stance = draws.pick([
        (Stance.support, 3.0), (.oppose, 3.0), (.conditional, 2.0), (.neutral, 1.0),
      ])
      if let stance, draws.fraction() < 0.8 { byStance[stance, default: []].append(comment.id) }
    }
    var events: [CodingEvent] = read.isEmpty ? [] : [.read(comments: read)]
    for (codes, ids) in byCodes.sorted(by: { $0.key.joined() < $1.key.joined() }) {
      events.append(.coded(comments: ids, codes: codes))
    }
    for stance in Stance.allCases {
      if let ids = byStance[stance] {
        events.append(.stanceGiven(comments: ids, code: nil, stance: stance))
      }
    }
    var drafts: [Draft] = []
    for event in events { drafts.append(try Draft(event, subject: consultation, by: author)) }
    try await ledger.append(drafts)
  }

  private static func sample(
    _ count: Int, _ keyed: [Keyed], _ desk: CodingDesk, _ consultation: String,
    _ first: Author, _ second: Author, _ draws: inout SyntheticDraws
  ) async throws {
    let size = min(100, count / 4)
    guard size > 0 else { return }
    let id = try await desk.drawSample(
      size: size, seed: draws.next() >> 1, of: consultation, by: first)
    func rules() throws -> SampleRules { SampleRules(try desk.coding(consultation)) }
    try await desk.record(try rules().take(id, by: second.id), of: consultation, by: second)
    let coding = try desk.coding(consultation)
    guard let sample = coding.sample(id) else { return }
    var drafts: [Draft] = []
    for comment in sample.comments {
      var codes = Set(coding.coding(comment).codes.keys)
      if draws.fraction() < 0.12, let other = keyed.randomElement(using: &draws) {
        codes.formSymmetricDifference([other.id])
      }
      let event = try SampleRules(coding).code(id, [comment], codes: codes.sorted(), by: second.id)
      drafts.append(try Draft(event, subject: consultation, by: second))
    }
    try await desk.store.append(drafts)
    try await desk.record(try rules().finish(id, by: second.id), of: consultation, by: second)
    let now = try desk.coding(consultation)
    guard let comparison = now.sample(id)?.comparison(now.frame) else { return }
    for name in Set(comparison.disagreements.map(\.comment)).sorted().prefix(3) {
      let comment = CommentID(rawValue: name)
      let event = try rules().resolve(
        id, comment, codes: now.coding(comment).codes.keys.sorted(),
        reason: "Both read it again and keep the first codes (synthetic)")
      try await desk.record(event, of: consultation, by: first)
    }
  }

  /// One theme a code; each is taken one step further than the one before.
  private static func makeThemes(
    _ keyed: [Keyed], _ desk: ThemeDesk, _ plan: EngagementPlan, _ consultation: String,
    _ today: CalendarDay
  ) async throws {
    let author = Author(id: "synthetic-office", role: "programme-office")
    let day = today
    for (place, code) in keyed.enumerated() {
      let id = try await desk.create(
        ThemeWords(
          title: code.words.title, description: code.words.description,
          said: "People wrote about \(code.words.title.lowercased()) (synthetic).",
          codes: [code.id]), of: consultation, by: author)
      guard let theme = try desk.theme(id) else { continue }
      try await desk.publish(theme, by: author)
      var steps: [Theme.StepEvent] = []
      if let stream = plan.workstreams.first { steps.append(.passed(workstream: stream.id)) }
      guard !steps.isEmpty else { continue }
      steps.append(
        .considered(by: "Programme board (synthetic)", on: day, paper: "Paper 4", link: nil))
      if place % 3 == 2 {
        steps.append(
          .led(to: ThemeResult(kind: .noChange), what: "it lies outside what can be decided"))
      } else {
        let option = plan.options.first.map { ThemeResult(kind: .option, id: $0.id) }
        steps.append(
          .led(to: option ?? ThemeResult(kind: .decision), what: "The option was looked at again"))
        steps.append(.acting(what: "A plan is being written"))
        steps.append(.done(what: "The plan was published", on: day))
      }
      for step in steps.prefix(place + 1) {
        guard let now = try desk.theme(id) else { break }
        try await desk.step(step, of: now, by: author)
      }
    }
  }
}
