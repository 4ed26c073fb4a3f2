// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

/// One vote and what must come of it.
struct VoteCase: Sendable, CustomTestStringConvertible {
  let name: String
  var rule: VotingRule
  var weights = [1, 1, 1, 1, 1]
  var present = ["a", "b", "c", "d", "e"]
  var conflicted: [String] = []
  /// One letter a body: f for, g against, o abstention, a space for nothing.
  let votes: String
  var casting: VoteChoice?
  let result: VoteCount.Result
  let needed: Int

  var testDescription: String { name }

  var count: VoteCount {
    let bodies = ["a", "b", "c", "d", "e"]
    let committee = JointCommittee(
      "joint", subjects: ["*"],
      seats: zip(bodies, weights).map { CommitteeSeat($0, weight: $1) }, rule: rule)
    let choices: [Character: VoteChoice] = ["f": .for, "g": .against, "o": .abstain]
    var said: [String: VoteChoice] = [:]
    for (body, letter) in zip(bodies, votes) { said[body] = choices[letter] }
    return VoteCount(
      CommitteeSitting(
        day: 0, present: present, conflicted: conflicted, votes: said, castingVote: casting),
      of: committee)
  }
}

@Suite struct `A vote of a joint committee` {
  static let simple = VotingRule(.simple, of: .votesCast, quorumCount: 3)

  static func rule(
    _ majority: VotingRule.Majority, _ base: VotingRule.Base, quorum: Int = 3,
    all: [String] = [], casting: Bool = false, conflict: VotingRule.Conflict = .excluded
  ) -> VotingRule {
    VotingRule(
      majority, of: base, quorumCount: quorum, quorumBodies: all, hasCastingVote: casting,
      conflict: conflict)
  }

  static let cases: [VoteCase] = [
    VoteCase(name: "three to two", rule: simple, votes: "fffgg", result: .carried, needed: 3),
    VoteCase(name: "two to three", rule: simple, votes: "ffggg", result: .notCarried, needed: 3),
    VoteCase(name: "a tie is lost", rule: simple, votes: "ffggo", result: .notCarried, needed: 3),
    VoteCase(
      name: "a tie that the chair settles for", rule: rule(.simple, .votesCast, casting: true),
      votes: "ffggo", casting: .for, result: .carried, needed: 3),
    VoteCase(
      name: "a tie that the chair settles against", rule: rule(.simple, .votesCast, casting: true),
      votes: "ffggo", casting: .against, result: .notCarried, needed: 3),
    VoteCase(
      name: "a tie that the chair leaves", rule: rule(.simple, .votesCast, casting: true),
      votes: "ffggo", result: .notCarried, needed: 3),
    VoteCase(
      name: "a casting vote without the right to it", rule: simple, votes: "ffggo", casting: .for,
      result: .notCarried, needed: 3),
    VoteCase(
      name: "two to one with two abstentions, of votes cast", rule: simple, votes: "ffgoo",
      result: .carried, needed: 2),
    VoteCase(
      name: "two to one with two abstentions, of those present", rule: rule(.simple, .present),
      votes: "ffgoo", result: .notCarried, needed: 3),
    VoteCase(
      name: "two for with one absent, of all members", rule: rule(.simple, .members),
      present: ["a", "b", "c", "d"], votes: "ffoo ", result: .notCarried, needed: 3),
    VoteCase(
      name: "three of five, of all members", rule: rule(.simple, .members),
      present: ["a", "b", "c"], votes: "fff  ", result: .carried, needed: 3),
    VoteCase(
      name: "two thirds exactly, of votes cast", rule: rule(.twoThirds, .votesCast),
      votes: "ffgoo", result: .carried, needed: 2),
    VoteCase(
      name: "three of five are less than two thirds", rule: rule(.twoThirds, .votesCast),
      votes: "fffgg", result: .notCarried, needed: 4),
    VoteCase(
      name: "unanimity of votes cast survives an abstention", rule: rule(.unanimity, .votesCast),
      votes: "ffffo", result: .carried, needed: 4),
    VoteCase(
      name: "unanimity of those present does not", rule: rule(.unanimity, .present),
      votes: "ffffo", result: .notCarried, needed: 5),
    VoteCase(
      name: "unanimity of those present survives an absence", rule: rule(.unanimity, .present),
      present: ["a", "b", "c", "d"], votes: "ffff ", result: .carried, needed: 4),
    VoteCase(
      name: "unanimity of all members does not", rule: rule(.unanimity, .members),
      present: ["a", "b", "c", "d"], votes: "ffff ", result: .notCarried, needed: 5),
    VoteCase(
      name: "unanimity of all members", rule: rule(.unanimity, .members), votes: "fffff",
      result: .carried, needed: 5),
    VoteCase(
      name: "nobody says anything", rule: rule(.unanimity, .votesCast), votes: "ooooo",
      result: .notCarried, needed: 1),
    VoteCase(
      name: "too few are there", rule: rule(.simple, .votesCast, quorum: 4),
      present: ["a", "b", "c"], votes: "fff  ", result: .inquorate, needed: 2),
    VoteCase(
      name: "one who must be there is not", rule: rule(.simple, .votesCast, all: ["e"]),
      present: ["a", "b", "c", "d"], votes: "ffff ", result: .inquorate, needed: 3),
    VoteCase(
      name: "conflicts take the quorum away", rule: rule(.simple, .votesCast, quorum: 4),
      conflicted: ["d", "e"], votes: "fffff", result: .inquorate, needed: 2),
    VoteCase(
      name: "conflicts leave the quorum where the rule says so",
      rule: rule(.simple, .votesCast, quorum: 4, conflict: .voteOnly), conflicted: ["d", "e"],
      votes: "fffgg", result: .carried, needed: 2),
    VoteCase(
      name: "conflicts that are only recorded still vote",
      rule: rule(.simple, .votesCast, conflict: .recorded), conflicted: ["a", "b"],
      votes: "ffggg", result: .notCarried, needed: 3),
    VoteCase(
      name: "unanimity of all members leaves out who is excluded",
      rule: rule(.unanimity, .members), conflicted: ["e"], votes: "ffff ", result: .carried,
      needed: 4),
    VoteCase(
      name: "weights decide", rule: simple, weights: [5, 1, 1, 1, 1], votes: "fgggg",
      result: .carried, needed: 5),
    VoteCase(
      name: "a tie by weight", rule: rule(.simple, .votesCast, casting: true),
      weights: [4, 1, 1, 1, 1], votes: "fgggg", casting: .for, result: .carried, needed: 5),
  ]

  @Test(arguments: cases) func `comes out as its rule says`(_ vote: VoteCase) {
    let count = vote.count
    #expect(count.result == vote.result)
    #expect(count.needed == vote.needed)
  }

  @Test func `names the votes that do not count`() {
    let committee = JointCommittee(
      "joint", subjects: ["*"],
      seats: [
        CommitteeSeat("a"), CommitteeSeat("b"), CommitteeSeat("c"),
        CommitteeSeat("watcher", isVoting: false), CommitteeSeat("left", until: 9),
      ],
      rule: VotingRule(.simple, of: .votesCast, quorumCount: 1))
    let count = VoteCount(
      CommitteeSitting(
        day: 10, present: ["a", "b", "watcher", "left"], conflicted: ["b"],
        votes: ["a": .for, "b": .against, "c": .against, "watcher": .against, "left": .against]),
      of: committee)
    #expect(
      count.uncounted == [
        "b": .conflicted, "c": .absent, "watcher": .noVotingSeat, "left": .noVotingSeat,
      ])
    #expect(count.votesFor == 1 && count.votesAgainst == 0)
    #expect(count.result == .carried)
  }

  @Test func `says who counts for the quorum and who is missing`() {
    let committee = JointCommittee(
      "joint", subjects: ["*"], seats: [CommitteeSeat("a"), CommitteeSeat("b")],
      rule: VotingRule(.simple, of: .votesCast, quorumCount: 1, quorumBodies: ["a", "b"]))
    let count = VoteCount(
      CommitteeSitting(day: 0, present: ["b"], votes: ["b": .for]), of: committee)
    #expect(count.quorum == ["b"])
    #expect(count.quorumMissing == ["a"])
    #expect(count.result == .inquorate)
  }
}
