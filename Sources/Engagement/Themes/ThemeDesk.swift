// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What people do to themes: each act is checked, recorded, and told to those who asked.
public struct ThemeDesk: Sendable {
  private let ledger: Ledger
  private let plan: EngagementPlan
  private let notices: any ThemeNotices
  private let clock: @Sendable () -> Date

  /// A desk over a ledger and a plan.
  public init(
    _ ledger: Ledger, plan: EngagementPlan, notices: any ThemeNotices,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.ledger = ledger
    self.plan = plan
    self.notices = notices
    self.clock = clock
  }

  private var rules: ThemeRules { ThemeRules(plan, today: CalendarDay(clock())) }

  /// A theme by its id.
  ///
  /// - Throws: `LedgerError`.
  public func theme(_ id: String) throws(LedgerError) -> Theme? {
    try ledger.state(ThemeState.self).themes[id]
  }

  /// Makes a theme; it is not public yet.
  ///
  /// - Returns: its id.
  /// - Throws: `ThemeError` or `LedgerError`.
  public func create(
    _ words: ThemeWords, of consultation: String, by author: Author, token: String? = nil
  ) async throws -> String {
    let frame = try ledger.state(CodingState.self).coding(of: consultation).frame
    try rules.check(words, frame)
    let receipt = try await ledger.append(
      ThemeEvent.created(consultation: consultation, words: words), subject: RandomID.make(),
      by: author, token: token)
    return receipt.entry.subject
  }

  /// Gives a theme other words, with the reason.
  ///
  /// - Throws: `ThemeError` or `LedgerError`.
  public func redescribe(
    _ theme: Theme, _ words: ThemeWords, reason: String, by author: Author, token: String? = nil
  ) async throws {
    let frame = try ledger.state(CodingState.self).coding(of: theme.consultation).frame
    try rules.check(words, frame)
    guard !reason.isEmpty else { throw ThemeError.missing("reason") }
    try await ledger.append(
      ThemeEvent.redescribed(words: words, reason: reason), subject: theme.id, by: author,
      token: token)
  }

  /// Makes a theme public.
  ///
  /// - Throws: `ThemeError` or `LedgerError`.
  public func publish(_ theme: Theme, by author: Author) async throws {
    guard !theme.isPublished else { throw ThemeError.published }
    try await ledger.append(ThemeEvent.published, subject: theme.id, by: author)
  }

  /// Records a step, and tells those who asked when the status of a public theme has changed.
  ///
  /// - Throws: `ThemeError` or `LedgerError`.
  public func step(
    _ step: Theme.StepEvent, of theme: Theme, by author: Author, token: String? = nil
  ) async throws {
    try await record(try rules.step(step, of: theme), theme, by: author, token: token)
  }

  /// Withdraws a step that was recorded wrongly.
  ///
  /// - Throws: `ThemeError` or `LedgerError`.
  public func withdraw(
    _ step: Int64, of theme: Theme, reason: String, by author: Author, token: String? = nil
  ) async throws {
    let event = try rules.withdraw(step, of: theme, reason: reason)
    try await record(event, theme, by: author, token: token)
  }

  private func record(
    _ event: ThemeEvent, _ theme: Theme, by author: Author, token: String?
  ) async throws {
    let receipt = try await ledger.append(event, subject: theme.id, by: author, token: token)
    guard !receipt.isRepeat, let now = try self.theme(theme.id), now.isPublished,
      now.status != theme.status
    else { return }
    try await notices.changed(
      now, from: theme.status, to: now.status, text: StepWords.line(event, plan))
  }
}

/// Steps in words.
public enum StepWords {
  /// One sentence about an event of a theme.
  public static func line(_ event: ThemeEvent, _ plan: EngagementPlan) -> String {
    switch event {
    case .created: "The theme was made."
    case .redescribed(_, let reason): "Its words were changed: \(reason)"
    case .published: "It was published."
    case .passed(let stream): "Passed to the workstream “\(name(stream, plan.workstreams))”."
    case .considered(let by, let day, let paper, _):
      "Considered by \(by) on \(day.words)" + (paper.map { ", with the paper “\($0)”." } ?? ".")
    case .led(let result, let what):
      switch result.kind {
      case .noChange: "No change, because: \(what)"
      default: "\(result.kind.label) came of it: \(what)"
      }
    case .acting(let what): "Being done: \(what)"
    case .done(let what, let day): "Done on \(day.words): \(what)"
    case .notDoing(let reason): "Not being done, because: \(reason)"
    case .stepWithdrawn(_, let reason): "A step was withdrawn: \(reason)"
    }
  }

  /// One sentence about a step.
  public static func line(_ step: Theme.StepEvent, _ plan: EngagementPlan) -> String {
    switch step {
    case .passed(let stream): line(ThemeEvent.passed(workstream: stream), plan)
    case .considered(let by, let on, let paper, let link):
      line(ThemeEvent.considered(by: by, on: on, paper: paper, link: link), plan)
    case .led(let to, let what): line(ThemeEvent.led(to: to, what: what), plan)
    case .acting(let what): line(ThemeEvent.acting(what: what), plan)
    case .done(let what, let on): line(ThemeEvent.done(what: what, on: on), plan)
    case .notDoing(let reason): line(ThemeEvent.notDoing(reason: reason), plan)
    }
  }

  private static func name(_ id: String, _ things: [NamedThing]) -> String {
    things.first { $0.id == id }?.name ?? id
  }
}
