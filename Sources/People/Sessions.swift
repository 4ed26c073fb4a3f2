// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One browser in which somebody is signed in; its id is the digest of the cookie.
struct SessionRecord: Codable, Sendable {
  static let kind = "session"
  /// Seconds without a request, and in all, after which a session ends.
  static let idleTime: Double = 30 * 60
  static let longestTime: Double = 12 * 3600
  /// Seconds for which an ended session is still known, so that what was typed in it can be kept.
  static let rememberedTime: Double = 24 * 3600
  /// Seconds between two writings of the time of the last request.
  static let writingTime: Double = 60

  let account: String
  let secret: String
  let began: Date
  var lastSeen: Date
  /// Whether it was ended before its time.
  var isOver = false

  func isLive(at now: Date) -> Bool {
    !isOver && now.timeIntervalSince(lastSeen) <= SessionRecord.idleTime
      && now.timeIntervalSince(began) <= SessionRecord.longestTime
  }
}

/// Somebody who is signed in on a browser.
public struct Session: Sendable {
  /// Who it is, with the role they have now rather than when they signed in.
  public let person: Person
  /// What their forms carry, so that no other site can send them.
  public let secret: String
}

extension People {
  /// Begins a session, and gives the text of its cookie, which is kept nowhere else.
  ///
  /// - Throws: `PeopleError.store`.
  public func beginSession(_ person: Person) async throws(PeopleError) -> String {
    let cookie = RandomSecret.long()
    let now = clock()
    let record = SessionRecord(
      account: person.id, secret: RandomSecret.long(), began: now, lastSeen: now)
    try await store.put(record, SessionRecord.kind, SecretDigest.of(cookie))
    return cookie
  }

  /// Who is behind a cookie, if anybody.
  ///
  /// - Throws: `PeopleError.store`.
  public func session(_ cookie: String) async throws(PeopleError) -> Session? {
    let id = SecretDigest.of(cookie)
    let now = clock()
    guard var record = try store.get(SessionRecord.self, SessionRecord.kind, id),
      record.isLive(at: now), let person = try person(record.account)
    else { return nil }
    if now.timeIntervalSince(record.lastSeen) >= SessionRecord.writingTime {
      record.lastSeen = now
      try await store.put(record, SessionRecord.kind, id)
    }
    return Session(person: person, secret: record.secret)
  }

  /// The account in whose session, live or ended, forms carried a secret.
  ///
  /// - Throws: `PeopleError.store`.
  public func owner(ofSecret secret: String) throws(PeopleError) -> String? {
    guard !secret.isEmpty else { return nil }
    return try store.all(SessionRecord.self, SessionRecord.kind)
      .first { ConstantTime.areEqual($0.record.secret, secret) }?.record.account
  }

  /// Ends the session of a cookie without a word in the ledger, as when a new one takes its place.
  ///
  /// - Throws: `PeopleError.store`.
  public func endSession(_ cookie: String) async throws(PeopleError) {
    let id = SecretDigest.of(cookie)
    guard var record = try store.get(SessionRecord.self, SessionRecord.kind, id) else { return }
    record.isOver = true
    try await store.put(record, SessionRecord.kind, id)
  }

  /// Signs somebody out, on this device or on all.
  ///
  /// - Throws: `PeopleError.store`.
  public func signOut(
    _ person: Person, _ cookie: String, everywhere: Bool
  ) async throws(PeopleError) {
    try await store.append(.signedOut(everywhere: everywhere), person.id, by: person.author)
    if everywhere { try await endSessions(of: person.id) } else { try await endSession(cookie) }
  }

  func endSessions(of account: String) async throws(PeopleError) {
    for (id, session) in try store.all(SessionRecord.self, SessionRecord.kind)
    where session.account == account {
      try await store.remove(SessionRecord.kind, id)
    }
  }
}
