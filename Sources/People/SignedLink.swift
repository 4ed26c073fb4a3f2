// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Ledger

/// A link that lets one person do one thing once, until it ends.
struct LinkRecord: Codable, Sendable {
  static let kind = "account-link"

  enum Purpose: String, Codable, Sendable { case join, reset }

  let purpose: Purpose
  let account: String
  /// Whole seconds since 1970.
  let ends: Int
  /// Whether somebody has to hand it over, because no mail carries it.
  let isToHandOver: Bool
}

/// The text of a link: its id, when it ends, and a signature (HMAC-SHA256, RFC 2104) over both.
///
/// The text itself is kept nowhere. Who has the key can write it again from the record.
struct SignedLink {
  let key: SymmetricKey

  func token(_ id: String, _ record: LinkRecord) -> String {
    "\(id)-\(record.ends)-\(SecretDigest.hexadecimal(code(id, record.ends, record.purpose)))"
  }

  /// The id of a link, if its signature is right and it has not ended.
  func id(_ token: String, _ purpose: LinkRecord.Purpose, now: Date) -> String? {
    let parts = token.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].count == 26, let ends = Int(parts[1]),
      String(ends) == parts[1],
      ConstantTime.areEqual(
        parts[2], SecretDigest.hexadecimal(code(parts[0], ends, purpose))),
      now.timeIntervalSince1970 < Double(ends)
    else { return nil }
    return parts[0]
  }

  private func code(
    _ id: String, _ ends: Int, _ purpose: LinkRecord.Purpose
  ) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(
      for: Data("\(purpose.rawValue)\n\(id)\n\(ends)".utf8), using: key)
  }
}

extension People {
  private static let keyKind = "key"

  /// The key of links, made when it is first needed.
  func links() async throws(PeopleError) -> SignedLink {
    if let key = try store.get([UInt8].self, People.keyKind, "links") {
      return SignedLink(key: SymmetricKey(data: key))
    }
    let key = SymmetricKey(size: .bits256)
    try await store.put(key.withUnsafeBytes { Array($0) }, People.keyKind, "links")
    return SignedLink(key: key)
  }

  /// Makes a link for an account, in place of older ones for the same purpose.
  func makeLink(
    _ purpose: LinkRecord.Purpose, _ account: String, seconds: Double, isToHandOver: Bool
  ) async throws(PeopleError) -> String {
    try await endLinks(of: account, purpose)
    let record = LinkRecord(
      purpose: purpose, account: account,
      ends: Int(clock().timeIntervalSince1970 + seconds), isToHandOver: isToHandOver)
    let id = RandomID.make()
    try await store.put(record, LinkRecord.kind, id)
    return try await links().token(id, record)
  }

  /// The record of a link that still works.
  func link(
    _ token: String, _ purpose: LinkRecord.Purpose
  ) async throws(PeopleError) -> (id: String, record: LinkRecord)? {
    guard let id = try await links().id(token, purpose, now: clock()),
      let record = try store.get(LinkRecord.self, LinkRecord.kind, id), record.purpose == purpose
    else { return nil }
    return (id, record)
  }

  func endLinks(
    of account: String, _ purpose: LinkRecord.Purpose? = nil
  ) async throws(PeopleError) {
    for (id, link) in try store.all(LinkRecord.self, LinkRecord.kind)
    where link.account == account && (purpose == nil || link.purpose == purpose) {
      try await store.remove(LinkRecord.kind, id)
    }
  }
}
