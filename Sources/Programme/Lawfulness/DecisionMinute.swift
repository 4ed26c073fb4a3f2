// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
import Foundation
public import Ledger

/// The record of a vote: what was put, who was there, who voted how, what came of it, and by what
/// authority; bound to the ledger by the entry that closed the vote.
public struct DecisionMinute: Codable, Sendable, Equatable {
  /// The layout of the minute.
  public var format = 1
  /// The plan.
  public var plan: String
  /// Whether the record is real or made up: `record` or `synthetic`.
  public var data: String
  /// The reference of the decision.
  public var number: Int
  /// Its short name.
  public var title: String
  /// What the committee was asked to resolve.
  public var resolution: String
  /// The committee.
  public var committee: String
  /// The matters.
  public var subjects: [String]
  /// The options before it.
  public var options: [String]
  /// The papers before it.
  public var papers: [DecisionPaper]
  /// What it commits for each body, in whole pounds.
  public var pounds: Int?
  /// The day of the sitting.
  public var day: String
  /// To decide or to ratify.
  public var kind: DecisionSittingPlan.Kind
  /// The bodies that were present.
  public var present: [String]
  /// The interests that were declared.
  public var interests: [Interest]
  /// The votes that stood when the vote was closed.
  public var votes: [Vote]
  /// Votes that were changed before, in order.
  public var changedVotes: [Vote]
  /// Votes for, by weight.
  public var votesFor: Int
  /// Votes against, by weight.
  public var votesAgainst: Int
  /// Abstentions, by weight.
  public var abstentions: Int
  /// The least weight of votes for that carries it.
  public var votesNeeded: Int
  /// How many bodies counted towards the quorum.
  public var quorum: Int
  /// How many there had to be.
  public var quorumNeeded: Int
  /// What came of it: decided, not-carried or invalid.
  public var result: DecisionClosing.Result
  /// The clauses on which it rests.
  public var authority: [Ground]
  /// What makes it invalid.
  public var defects: [Defect]
  /// The earliest day on which it could have been taken lawfully, when authority was missing.
  public var earliestLawfulDay: String?
  /// The entry of the ledger that closed the vote: its number, a colon and its digest.
  public var anchor: String
  /// When that was, in London.
  public var closedAt: String

  /// An interest.
  public struct Interest: Codable, Sendable, Equatable {
    /// The body.
    public var body: String
    /// What kind of interest.
    public var kind: InterestKind
  }

  /// A vote.
  public struct Vote: Codable, Sendable, Equatable {
    /// The body.
    public var body: String
    /// What it said: for, against or abstain.
    public var choice: String
    /// The entry of the ledger that records it.
    public var entry: Int
  }

  /// A clause.
  public struct Ground: Codable, Sendable, Equatable {
    /// The body.
    public var body: String
    /// The matter.
    public var subject: String
    /// The clause.
    public var clause: String
    /// The version of the constitution that has it.
    public var version: String
  }

  /// A defect.
  public struct Defect: Codable, Sendable, Equatable {
    /// The body.
    public var body: String
    /// The clause.
    public var clause: String
    /// What is wrong.
    public var text: String
    /// How it is put right and how long that takes.
    public var cure: String
  }

  /// The anchor in its parts; nil when it is none.
  public var ledgerAnchor: Anchor? { Anchor(anchor) }
}

extension DecisionMinute {
  /// The minute of a closed sitting; nil while the vote is open.
  init?(
    _ record: DecisionRecord, _ sitting: DecisionSitting, plan: ProgrammePlan, isSynthetic: Bool
  ) {
    guard let closing = sitting.closing, let closed = sitting.closed else { return nil }
    let (authority, proposal) = (plan.authority, record.proposal)
    func vote(_ vote: DecisionSitting.Vote) -> Vote {
      Vote(
        body: authority.name(vote.body), choice: vote.choice.rawValue, entry: Int(vote.sequence))
    }
    self.plan = plan.title
    data = isSynthetic ? "synthetic" : "record"
    number = record.number
    title = proposal.title
    resolution = proposal.resolution
    committee = authority.name(proposal.committee)
    subjects = proposal.subjects.map(authority.subjectName)
    options = proposal.options
    papers = proposal.papers
    pounds = proposal.pounds
    day = sitting.plan.on.iso
    kind = sitting.plan.kind
    present = sitting.present.map(authority.name)
    interests = sitting.interests.map { Interest(body: authority.name($0.body), kind: $0.kind) }
    votes = sitting.votes.filter { !$0.isReplaced }.map(vote)
    changedVotes = sitting.votes.filter(\.isReplaced).map(vote)
    votesFor = closing.count.votesFor
    votesAgainst = closing.count.votesAgainst
    abstentions = closing.count.abstentions
    votesNeeded = closing.count.needed
    quorum = closing.count.quorum.count
    quorumNeeded = closing.count.quorumNeeded
    result = closing.result
    self.authority = closing.grounds.map {
      Ground(
        body: authority.name($0.body), subject: authority.subjectName($0.subject),
        clause: $0.clause, version: $0.version)
    }
    defects = closing.defects.map {
      Defect(body: authority.name($0.body), clause: $0.clause, text: $0.text, cure: $0.cure)
    }
    earliestLawfulDay = closing.earliest?.iso
    anchor = "\(Anchor(sequence: closed.sequence, digest: closed.digest))"
    closedAt = LondonTime.text(closed.time)
  }
}

extension DecisionDesk {
  /// Signs the minute of a closed vote and keeps it, once.
  ///
  /// It is called when a vote is closed; call it again when the key could not be read then.
  /// - Throws: `EventRefusal.notNow` when the vote is open or the key cannot be used.
  public func signMinute(
    _ id: String, sitting: String, by author: Author
  ) async throws(EventRefusal) {
    let record = try decision(id)
    guard let closed = record.sittings.first(where: { $0.plan.id == sitting }) else {
      throw .notFound
    }
    if closed.minute != nil { return }
    guard
      let minute = DecisionMinute(record, closed, plan: plan, isSynthetic: data.isSynthetic)
    else { throw .notNow("The vote is still open. Close it first.") }
    let file: DecisionMinuteFile
    do {
      file = try DecisionMinuteFile(minute, by: try DecisionMinuteSigner(folder: data.path))
    } catch {
      throw .notNow("\(error)")
    }
    let content = Content(String(decoding: file.bytes, as: UTF8.self), kind: "decision-minute")
    try await append(
      .minuted(sitting: sitting, minute: content.reference, publicKey: file.publicKey), id, author,
      "minute-" + sitting, contents: [content])
  }

  /// The signed minute of a sitting, or nil when there is none yet.
  ///
  /// - Throws: `EventRefusal`.
  public func minute(
    of sitting: DecisionSitting
  ) throws(EventRefusal) -> DecisionMinuteFile? {
    guard let reference = sitting.minute else { return nil }
    let text: String?
    do { text = try data.ledger.content(reference.id) } catch { throw .ledger(error) }
    guard let text else { return nil }
    do { return try DecisionMinuteFile(checking: Array(text.utf8)) } catch {
      throw .notNow("\(error)")
    }
  }
}
