// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What people do to a code frame and to comments: each act is checked and recorded.
public struct CodingDesk: Sendable {
  private let ledger: Ledger
  /// Every comment, ready to be searched.
  public let store: CommentStore

  /// A desk over a ledger.
  public init(_ ledger: Ledger, store: CommentStore) {
    self.ledger = ledger
    self.store = store
  }

  /// What is coded of a consultation.
  ///
  /// - Throws: `LedgerError`.
  public func coding(_ consultation: String) throws(LedgerError) -> ConsultationCoding {
    try ledger.state(CodingState.self).coding(of: consultation)
  }

  /// Records an event that a rule has given.
  ///
  /// - Throws: `LedgerError`.
  public func record(
    _ event: CodingEvent, of consultation: String, by author: Author, token: String? = nil
  ) async throws(LedgerError) {
    try await ledger.append(event, subject: consultation, by: author, token: token)
  }

  /// Codes comments, all of them or none; the same token records once.
  ///
  /// - Throws: `CodingError` or `LedgerError`.
  public func code(
    _ act: CodingAct, of consultation: String, by author: Author, token: String? = nil
  ) async throws {
    let rules = try rules(consultation, act.comments)
    try await append(try rules.events(act), of: consultation, by: author, token: token)
  }

  /// Notes that somebody has read comments.
  ///
  /// - Throws: `CodingError` or `LedgerError`.
  public func read(
    _ comments: [CommentID], of consultation: String, by author: Author, token: String? = nil
  ) async throws {
    let rules = try rules(consultation, comments)
    guard let event = try rules.read(comments, by: author.id) else { return }
    try await append([event], of: consultation, by: author, token: token)
  }

  /// Draws a sample for a second coder.
  ///
  /// - Returns: the id of the sample.
  /// - Throws: `CodingError` or `LedgerError`.
  public func drawSample(
    size: Int, seed: UInt64, of consultation: String, by author: Author, token: String? = nil
  ) async throws -> String {
    let id = RandomID.make()
    let (coding, comments) = try store.with(consultation) { ($0.coding, $0.comments.map(\.id)) }
    let event = try SampleRules(coding).draw(id, size: size, seed: seed, from: comments)
    let receipt = try await ledger.append(
      event, subject: consultation, by: author, token: token)
    guard receipt.isRepeat else { return id }
    return try self.coding(consultation).samples.last?.id ?? id
  }

  private func rules(
    _ consultation: String, _ comments: [CommentID]
  ) throws(LedgerError) -> CodingRules {
    try store.with(consultation) { shelf in
      let known = Set(comments.filter { shelf.comment($0) != nil })
      return CodingRules(shelf.coding) { known.contains($0) }
    }
  }

  private func append(
    _ events: [CodingEvent], of consultation: String, by author: Author, token: String?
  ) async throws(LedgerError) {
    var drafts: [Draft] = []
    for (place, event) in events.enumerated() {
      let own = token.map { "\($0)-\(place)" }
      drafts.append(try Draft(event, subject: consultation, by: author, token: own))
    }
    try await ledger.append(drafts)
  }
}
