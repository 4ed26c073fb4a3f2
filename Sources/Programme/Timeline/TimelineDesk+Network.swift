// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

extension TimelineDesk {
  /// Adds an activity; its id is made of its label when it has none.
  ///
  /// - Throws: `EventRefusal`.
  public func add(
    _ activity: TimelineActivity, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let network = try network()
    var activity = activity
    if activity.id.isEmpty { activity.id = Self.identifier(activity.label) }
    var faults = TimelineFaults()
    faults.demand("label", activity.label, "Say what is done.", upTo: 200)
    if network.activities.contains(where: { $0.id == activity.id }) {
      faults.add("label", "There is an activity of that name. Give this one another.")
    }
    if plan.workstreams[activity.workstream] == nil {
      faults.add("workstream", "Choose the workstream that does it.")
    }
    let days = [activity.low, activity.likely, activity.high]
    if days != days.sorted() || activity.low < 0 || activity.high > 20_000 {
      faults.add("likely", "Enter three lengths in days that rise, such as 42, 49 and 56.")
    }
    if activity.kind != .activity, activity.high > 0 {
      faults.add("likely", "A gate or milestone takes no time. Leave the lengths at 0.")
    }
    faults.demand("reason", activity.reason, "Say why it is needed and why so long.", upTo: 500)
    try faults.refuse()
    try await append(.activityAdded(activity), activity.id, author, token)
  }

  /// Withdraws an activity with its links; the record of it stays.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ activity: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard try network().activities.contains(where: { $0.id == activity }) else { throw .notFound }
    let content = try reasonContent(reason)
    try await append(
      .activityWithdrawn(reason: content.reference), activity, author, token, [content])
  }

  /// Adds a link, or changes its kind and lag.
  ///
  /// - Throws: `EventRefusal`; `notNow` names the loop that the link would make.
  public func link(
    _ link: TimelineLink, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let network = try network()
    try checkEnds(link, network)
    if let loop = network.loop(adding: link) {
      throw .notNow(Self.loopWords(loop))
    }
    try await append(.linkAdded(link), link.id, author, token)
  }

  /// Withdraws a link.
  ///
  /// - Throws: `EventRefusal`.
  public func unlink(
    from: String, to: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let id = TimelineLink.id(from: from, to: to)
    guard try network().links.contains(where: { $0.id == id }) else { throw .notFound }
    let content = try reasonContent(reason)
    try await append(
      .linkWithdrawn(from: from, to: to, reason: content.reference), id, author, token, [content])
  }

  /// Takes one step of a handshake, for one of its sides.
  ///
  /// What is agreed enters the network, so that nothing may be asked for that would make a loop.
  /// - Throws: `EventRefusal`: `notNow` when the side may not do it now, or names the loop.
  public func handshake(
    _ step: HandshakeStep, note: String = "", by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let network = try network()
    let link = TimelineLink(step.from, step.to)
    try checkEnds(link, network)
    let status = try state().handshakes[link.id]?.status ?? .notAsked
    guard HandshakeRules.next(after: status, act: step.act, by: step.side) != nil else {
      throw .notNow(Self.refusal(step, status))
    }
    var faults = TimelineFaults()
    if step.act.namesDay, step.byWhen == nil {
      faults.add("by-when", "Enter the day by which it is needed or given.")
    }
    if [.refuse, .warn, .withdraw].contains(step.act) {
      faults.demand("note", note, "Say why.", upTo: 2000)
    }
    try faults.refuse()
    if !network.links.contains(where: { $0.id == link.id }), let loop = network.loop(adding: link) {
      throw .notNow(Self.loopWords(loop))
    }
    var step = step
    var contents: [Content] = []
    if !note.isEmpty {
      let content = Content(note, kind: "timeline-note")
      step.note = content.reference
      contents = [content]
    }
    try await append(.handshake(step), link.id, author, token, contents)
  }

  private static func refusal(_ step: HandshakeStep, _ status: HandshakeStatus) -> String {
    let may = HandshakeRules.acts(in: status, for: step.side).map { $0.label.lowercased() }
    return "This stands at “\(status.label)”. \(step.side.label) may now: "
      + (may.isEmpty ? "do nothing more." : may.joined(separator: "; ") + ".")
  }

  private static func loopWords(_ loop: String) -> String {
    "Each would wait for the next, in a circle: \(loop). Choose other activities, or take a link of "
      + "the circle out first."
  }

  private func checkEnds(
    _ link: TimelineLink, _ network: TimelineNetwork
  ) throws(EventRefusal) {
    var faults = TimelineFaults()
    for (field, id) in [("from", link.from), ("to", link.to)]
    where !network.activities.contains(where: { $0.id == id }) {
      faults.add(field, "Choose an activity of the plan.")
    }
    if (link.lag < -20_000) || (link.lag > 20_000) {
      faults.add("lag", "Enter whole days between -20000 and 20000.")
    }
    try faults.refuse()
  }

  private func reasonContent(_ reason: String) throws(EventRefusal) -> Content {
    var faults = TimelineFaults()
    faults.demand("reason", reason, "Say why.", upTo: 2000)
    try faults.refuse()
    return Content(reason, kind: "timeline-reason")
  }

  /// Lower-case words and hyphens, such as "train-the-nurses".
  private static func identifier(_ label: String) -> String {
    let words = label.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.prefix(8).joined(separator: "-")
  }
}
