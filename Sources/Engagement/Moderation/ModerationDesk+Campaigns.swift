// SPDX-License-Identifier: Apache-2.0

import Crypto
import Forms
import Foundation
public import Ledger

extension ModerationDesk {
  /// Looks for responses with nearly the same words, records each new group and flags its members.
  ///
  /// Every member stays counted; none is deleted. Looking again finds nothing new when nothing is.
  /// - Returns: how many groups are new or have grown.
  /// - Throws: `LedgerError`.
  @discardableResult
  public func findCampaigns(
    _ consultation: String, by author: Author
  ) async throws(LedgerError) -> Int {
    let responses = try ledger.state(ResponseState.self).responses(to: consultation)
      .filter { $0.erasure == nil }
    let texts = try ledger.contents(responses.map(\.response.answers.id))
    let words = responses.compactMap { record -> (id: String, text: String)? in
      guard let json = texts[record.response.answers.id], let answers = Answers(json: json) else {
        return nil
      }
      let words = FreeText.all(of: answers)
      return words.isEmpty ? nil : (record.response.id, words)
    }
    let known = Set(
      try ledger.state(ModerationState.self).campaigns(of: consultation).map(\.digest))
    let byID = Dictionary(
      responses.map { ($0.response.id, $0) }, uniquingKeysWith: { one, _ in one })
    var drafts: [Draft] = []
    var found = 0
    for group in hooks.findGroups(words) {
      let digest = Self.digest(of: group)
      guard !known.contains(digest), let first = group.first else { continue }
      found += 1
      drafts += try events(for: group, first: first, digest, byID, consultation, author)
    }
    if !drafts.isEmpty { try await ledger.append(drafts) }
    return found
  }

  private func events(
    for group: [String], first: String, _ digest: String, _ records: [String: ResponseRecord],
    _ consultation: String, _ author: Author
  ) throws(LedgerError) -> [Draft] {
    let shown = group.first { records[$0]?.isPublishable == true } ?? first
    var drafts = [
      try Draft(
        ModerationEvent.campaignFound(
          id: RandomID.make(), representative: shown, members: group, digest: digest),
        subject: consultation, by: author)
    ]
    for id in group where records[id]?.response.flags.contains(.campaign) == false {
      drafts.append(
        try Draft(
          ResponseEvent.flagged(
            response: id, flag: .campaign,
            reason: "Nearly the same words as \(group.count - 1) others."),
          subject: consultation, by: author))
    }
    return drafts
  }

  private static func digest(of members: [String]) -> String {
    let digest = SHA256.hash(data: Data(members.sorted().joined(separator: "\n").utf8))
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
