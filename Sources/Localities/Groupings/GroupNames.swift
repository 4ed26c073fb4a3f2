// SPDX-License-Identifier: Apache-2.0

import Clusters

/// What groups are called: after the towns, or else the districts, of most of their people.
struct GroupNames {
  /// A word by which units are known, with the people of each; towns first.
  let towns: [String?]
  /// The district of each unit.
  let districts: [String]
  /// People of each unit.
  let people: [Int]

  /// A name for each group, no two alike.
  func names(_ groups: [[Int]]) -> [String] {
    let plain = groups.map(name)
    var seen: [String: Int] = [:]
    return plain.map { name in
      guard plain.count(where: { $0 == name }) > 1 else { return name }
      seen[name, default: 0] += 1
      return "\(name) (\(seen[name] ?? 1))"
    }
  }

  /// The one or two towns with the most people; districts where no town has a quarter of them.
  private func name(_ members: [Int]) -> String {
    let all = members.reduce(0) { $0 + people[$1] }
    let shares = Self.shares(members, people) { towns[$0] }
    let inTowns = shares.reduce(0) { $0 + $1.people }
    guard let first = shares.first, inTowns * 2 >= all else {
      let mostly = Self.shares(members, people) { districts[$0] }.first?.word
      return "rural \(mostly ?? "area")"
    }
    guard first.people * 4 >= all else {
      return Self.shares(members, people) { districts[$0] }.prefix(2).map(\.word)
        .joined(separator: " and ")
    }
    guard shares.count > 1, shares[1].people * 5 >= all else { return first.word }
    return "\(first.word) and \(shares[1].word)"
  }

  /// People by a word of their units, most people first and then by the word.
  static func shares(
    _ members: [Int], _ people: [Int], _ word: (Int) -> String?
  ) -> [(word: String, people: Int)] {
    var sums: [String: Int] = [:]
    for member in members {
      if let word = word(member) { sums[word, default: 0] += people[member] }
    }
    return sums.map { (word: $0.key, people: $0.value) }
      .sorted { (-$0.people, $0.word) < (-$1.people, $1.word) }
  }
}
