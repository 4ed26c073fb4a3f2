// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The rules by which groups have members, meet, advise and are replied to.
public struct GroupDesk: Sendable {
  let data: DataFolder
  let plan: EngagementPlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the groups of a plan.
  public init(
    _ data: DataFolder, plan: EngagementPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// What happened in a group.
  ///
  /// - Throws: `EventRefusal.notFound` when the plan has no such group.
  public func record(of group: String) throws(EventRefusal) -> GroupRecord {
    guard plan.groups.contains(where: { $0.id == group }) else { throw .notFound }
    do { return try data.ledger.state(GroupState.self).record(group) } catch {
      throw .ledger(error)
    }
  }

  /// Who the members of a group are, by the id of the membership.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func people(of group: String) throws(EventRefusal) -> [String: GroupMemberRecord] {
    do {
      let all = try data.contacts.all(GroupMemberRecord.self, kind: GroupMemberRecord.kind)
      return Dictionary(
        all.filter { $0.record.group == group }.map { ($0.id, $0.record) },
        uniquingKeysWith: { first, _ in first })
    } catch {
      throw .ledger(error)
    }
  }

  /// Adds a member, once for a token.
  ///
  /// - Throws: `EventRefusal`.
  public func join(
    _ group: String, _ person: GroupMemberRecord, role: GroupMembership.Role, from: CivilDay,
    to: CivilDay?, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try record(of: group)
    var faults: [FieldFault] = []
    faults.check("name", person.name, "Enter the name.", "The name", upTo: 120)
    faults.check("email", person.email, nil, "The email address", upTo: 254)
    if let to, to < from { faults.add("to", "The term must end after it starts.") }
    try faults.refuse()
    let id = RandomID.make()
    do {
      try await data.contacts.put(person, kind: GroupMemberRecord.kind, id: id)
      let receipt = try await data.ledger.append(
        GroupEvent.joined(GroupMembership(id: id, role: role, from: from, to: to)),
        subject: group, by: author, token: token)
      if receipt.isRepeat { try await data.contacts.remove(kind: GroupMemberRecord.kind, id: id) }
    } catch {
      throw .ledger(error)
    }
  }

  /// Ends a membership today, and removes who it was.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func leave(
    _ group: String, member: String, by author: Author
  ) async throws(EventRefusal) {
    guard try record(of: group).members.contains(where: { $0.id == member }) else {
      throw .notFound
    }
    do {
      try await data.contacts.remove(kind: GroupMemberRecord.kind, id: member)
      try await data.ledger.append(
        GroupEvent.left(member: member, on: LondonTime.day(clock())), subject: group, by: author,
        token: "left-" + member)
    } catch {
      throw .ledger(error)
    }
  }

  /// Records a meeting with its agenda.
  ///
  /// - Throws: `EventRefusal`.
  public func meet(
    _ group: String, on day: CivilDay, agenda: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try record(of: group)
    let content = try content(agenda, "agenda", "Enter the agenda.", upTo: 5000)
    try await append(
      .met(GroupMeeting(id: RandomID.make(), on: day, agenda: content.reference)), group, author,
      token, content)
  }

  /// Records what was said and agreed, in place of what was recorded before.
  ///
  /// - Throws: `EventRefusal`.
  public func minute(
    _ group: String, meeting: String, minutes: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard try record(of: group).meetings.contains(where: { $0.meeting.id == meeting }) else {
      throw .notFound
    }
    let content = try content(minutes, "minutes", "Enter the summary.", upTo: 10_000)
    try await append(
      .minuted(meeting: meeting, minutes: content.reference), group, author, token, content)
  }

  /// Records advice, to which a reply is then due.
  ///
  /// - Throws: `EventRefusal`.
  public func advise(
    _ group: String, on day: CivilDay, text: String, consultation: String?, workstream: String?,
    replyBy: CivilDay, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try record(of: group)
    if replyBy < day {
      throw .faults([FieldFault("reply-by", "The reply cannot be due before the advice.")])
    }
    let content = try content(text, "advice", "Enter the advice.", upTo: 5000)
    var advice = GroupAdvice(
      id: RandomID.make(), on: day, text: content.reference, replyBy: replyBy)
    advice.consultation = consultation
    advice.workstream = workstream
    try await append(.advised(advice), group, author, token, content)
  }

  /// Replies to advice; a later reply takes the place of an earlier one.
  ///
  /// - Throws: `EventRefusal`.
  public func reply(
    _ group: String, advice: String, outcome: AdviceOutcome, text: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    guard try record(of: group).advice.contains(where: { $0.given.id == advice }) else {
      throw .notFound
    }
    let content = try content(text, "reply", "Say what is done and why.", upTo: 5000)
    try await append(
      .replied(advice: advice, outcome: outcome, reply: content.reference), group, author, token,
      content)
  }

  private func content(
    _ text: String, _ field: String, _ missing: String, upTo length: Int
  ) throws(EventRefusal) -> Content {
    var faults: [FieldFault] = []
    faults.check(field, text, missing, "The text", upTo: length)
    try faults.refuse()
    return Content(text, kind: "group-\(field)")
  }

  private func append(
    _ event: GroupEvent, _ group: String, _ author: Author, _ token: String?, _ content: Content
  ) async throws(EventRefusal) {
    do {
      try await data.ledger.append(
        event, subject: group, by: author, token: token, contents: [content])
    } catch {
      throw .ledger(error)
    }
  }
}
