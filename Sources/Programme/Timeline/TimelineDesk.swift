// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which the network of work changes during a programme.
public struct TimelineDesk: Sendable {
  let data: DataFolder
  let plan: TimelinePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the network of a plan.
  public init(
    _ data: DataFolder, plan: TimelinePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// The timeline now.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func view() throws(EventRefusal) -> TimelineView {
    TimelineView(plan: plan, state: try state(), day: today)
  }

  /// Everything that happened.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> TimelineState {
    try data.keeper.state(TimelineState.self)
  }

  var today: CivilDay { LondonTime.day(clock()) }

  func network() throws(EventRefusal) -> TimelineNetwork {
    TimelineNetwork(plan, try state(), today)
  }

  /// Keeps the dates of today for ever, under a name and with a reason.
  ///
  /// - Throws: `EventRefusal`, also when a baseline has the name already.
  public func keepBaseline(
    name: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    var faults = TimelineFaults()
    faults.demand("name", name, "Enter a name.", upTo: 120)
    faults.demand("reason", reason, "Say why these dates are kept.", upTo: 2000)
    if state.baselines.contains(where: { $0.baseline.name == name }) {
      faults.add("name", "There is a baseline of that name. Baselines are never replaced.")
    }
    try faults.refuse()
    let content = Content(reason, kind: "timeline-reason")
    let id = RandomID.make()
    let baseline = TimelineBaseline(
      id: id, name: name, on: today, reason: content.reference,
      dates: TimelineView(plan: plan, state: state, day: today).dates)
    try await append(.baselineKept(baseline), id, author, token, [content])
  }

  /// Records what is known of an activity; what is nil stays as it is.
  ///
  /// - Throws: `EventRefusal`: days that cannot be, or a forecast that changes without a reason.
  public func progress(
    _ activity: String, _ known: ActivityProgress, note: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let view = try view()
    guard let forecast = view.activity(activity) else { throw .notFound }
    try check(known, forecast, note, try state().progress[activity])
    var step = known
    var contents: [Content] = []
    if note.contains(where: { !$0.isWhitespace }) {
      let content = Content(note, kind: "timeline-note")
      step.note = content.reference
      contents = [content]
    }
    try await append(.progressed(step), activity, author, token, contents)
  }

  private func check(
    _ known: ActivityProgress, _ forecast: ActivityForecast, _ note: String,
    _ before: RecordedProgress?
  ) throws(EventRefusal) {
    var faults = TimelineFaults()
    let started = known.started ?? before?.started?.day ?? forecast.activity.started
    if known == ActivityProgress() && note.isEmpty {
      faults.add("forecast", "Enter what is known now: a day, a share, or a note.")
    }
    if let percent = known.percent, !(0...100).contains(percent) {
      faults.add("percent", "Enter a share from 0 to 100.")
    }
    for (field, day) in [("started", known.started), ("finished", known.finished)] {
      if let day, day > today { faults.add(field, "This day is still to come.") }
    }
    if let finished = known.finished, let started, finished < started {
      faults.add("finished", "It cannot be done before it started, on \(started.text).")
    }
    if let day = known.forecast {
      if day < today { faults.add("forecast", "A forecast cannot lie in the past.") }
      let moved = day != (before?.forecast?.day ?? forecast.finish)
      if moved, !note.contains(where: { !$0.isWhitespace }) {
        faults.add("note", "Say why the date changes.")
      }
      if forecast.isDone || known.finished != nil {
        faults.add("forecast", "What is done has no forecast.")
      }
    }
    if note.count > 2000 {
      faults.add("note", "The note can be 2000 characters at most; this has \(note.count).")
    }
    try faults.refuse()
  }

  /// Changes how long an activity takes, from today.
  ///
  /// - Throws: `EventRefusal`.
  public func changeLength(
    _ activity: String, low: Int, likely: Int, high: Int, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    guard let known = try view().activity(activity) else { throw .notFound }
    var faults = TimelineFaults()
    if known.isDone { faults.add("likely", "This is done; its length is what it was.") }
    if known.activity.kind != .activity {
      faults.add("likely", "A gate or milestone takes no time.")
    }
    if low < 0 || low > likely || likely > high || high > 20_000 {
      faults.add("likely", "Enter three lengths in days that rise, such as 42, 49 and 56.")
    }
    faults.demand("reason", reason, "Say why the length changes.", upTo: 2000)
    try faults.refuse()
    let content = Content(reason, kind: "timeline-reason")
    let length = ActivityLength(low: low, likely: likely, high: high, reason: content.reference)
    try await append(.lengthChanged(length), activity, author, token, [content])
  }

  func append(
    _ event: TimelineEvent, _ subject: String, _ author: Author, _ token: String?,
    _ contents: [Content] = []
  ) async throws(EventRefusal) {
    try await data.keeper.append(event, subject, by: author, token: token, contents)
  }
}

/// Faults of a form about the timeline, gathered before anything is recorded.
struct TimelineFaults {
  private var faults: [FieldFault] = []

  mutating func add(_ field: String, _ message: String) {
    faults.append(FieldFault(field, message))
  }

  /// Demands a text of a length at most.
  mutating func demand(_ field: String, _ text: String, _ missing: String, upTo length: Int) {
    if !text.contains(where: { !$0.isWhitespace }) { add(field, missing) }
    if text.count > length {
      add(field, "This can be \(length) characters at most; it has \(text.count).")
    }
  }

  func refuse() throws(EventRefusal) {
    if !faults.isEmpty { throw .faults(faults) }
  }
}
