// SPDX-License-Identifier: Apache-2.0

/// In what order things happen to a theme: each rule checks, and gives the event.
public struct ThemeRules: Sendable {
  /// The most characters of a title and of a text.
  public static let limits = (title: 120, text: 1000)

  private let plan: EngagementPlan
  private let today: CalendarDay

  /// The rules of a plan on a day.
  public init(_ plan: EngagementPlan, today: CalendarDay) {
    self.plan = plan
    self.today = today
  }

  /// Words for a new theme, or other words for one.
  ///
  /// - Throws: `ThemeError`.
  public func check(_ words: ThemeWords, _ frame: CodeFrame) throws(ThemeError) {
    try need(words.title, "title", Self.limits.title)
    try need(words.description, "description", Self.limits.text)
    try need(words.said, "sentence about what people said", Self.limits.text)
    guard !words.codes.isEmpty else { throw .noCodes }
    for code in words.codes where frame[code] == nil { throw .unknownCode(code) }
  }

  /// The next step of a theme.
  ///
  /// - Throws: `ThemeError` when it is too early or too late for it, or something is missing.
  public func step(_ step: Theme.StepEvent, of theme: Theme) throws(ThemeError) -> ThemeEvent {
    try Self.order(step, after: theme.standing.map(\.event))
    switch step {
    case .passed(let stream):
      guard plan.workstreams.contains(where: { $0.id == stream }) else {
        throw .unknownWorkstream
      }
      return .passed(workstream: stream)
    case .considered(let by, let day, let paper, let link):
      try need(by, "name of the meeting or body", Self.limits.title)
      if let paper { try need(paper, "paper", Self.limits.text) }
      guard link.map({ $0.hasPrefix("/") || $0.hasPrefix("https://") }) ?? true else {
        throw .notALink
      }
      guard day <= today else { throw .inTheFuture }
      return .considered(by: by, on: day, paper: paper, link: link)
    case .led(let result, let what):
      try check(result)
      try need(what, "explanation", Self.limits.text)
      return .led(to: result, what: what)
    case .acting(let what):
      try need(what, "explanation", Self.limits.text)
      return .acting(what: what)
    case .done(let what, let day):
      try need(what, "explanation", Self.limits.text)
      guard day <= today else { throw .inTheFuture }
      return .done(what: what, on: day)
    case .notDoing(let reason):
      try need(reason, "reason", Self.limits.text)
      return .notDoing(reason: reason)
    }
  }

  /// A step counts no more.
  ///
  /// - Throws: `ThemeError` when later steps would be left without what they rest on.
  public func withdraw(
    _ sequence: Int64, of theme: Theme, reason: String
  ) throws(ThemeError) -> ThemeEvent {
    guard theme.standing.contains(where: { $0.sequence == sequence }) else { throw .unknownStep }
    try need(reason, "reason", Self.limits.text)
    var rest: [Theme.StepEvent] = []
    for step in theme.standing where step.sequence != sequence {
      do {
        try Self.order(step.event, after: rest)
      } catch {
        throw .laterStepsNeedIt
      }
      rest.append(step.event)
    }
    return .stepWithdrawn(step: sequence, reason: reason)
  }

  private static func order(
    _ step: Theme.StepEvent, after steps: [Theme.StepEvent]
  ) throws(ThemeError) {
    let status = Theme.status(after: steps)
    guard status != .done, status != .notDoing else { throw .finished(status) }
    switch step {
    case .passed: return
    case .considered: if status == .listening { throw .notPassedOn }
    case .led, .notDoing:
      if status == .listening { throw .notPassedOn }
      if status == .withWorkstream { throw .notConsidered }
    case .acting, .done:
      if status == .listening { throw .notPassedOn }
      if status == .withWorkstream { throw .notConsidered }
      let hasResult = steps.contains { if case .led = $0 { true } else { false } }
      guard hasResult else { throw .noResult }
    }
  }

  private func check(_ result: ThemeResult) throws(ThemeError) {
    switch result.kind {
    case .option: try known(result.id, plan.options.map(\.id), "option")
    case .criterion: try known(result.id, plan.criteria.map(\.id), "criterion")
    case .document: try known(result.id, plan.documents.map(\.id), "document")
    case .fact:
      guard let id = result.id, !id.isEmpty else { throw .missing("id of the figure") }
      guard id.count <= 100,
        id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
      else { throw .unknownThing("figure") }
    case .decision, .noChange: return
    }
  }

  private func known(
    _ id: String?, _ ids: [String], _ kind: String
  ) throws(ThemeError) {
    guard let id, ids.contains(id) else { throw .unknownThing(kind) }
  }

  private func need(_ text: String, _ what: String, _ limit: Int) throws(ThemeError) {
    guard !text.isEmpty else { throw .missing(what) }
    guard text.count <= limit else { throw .tooLong(what: what, limit: limit, found: text.count) }
  }
}
