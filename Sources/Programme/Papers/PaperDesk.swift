// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Engagement
public import Foundation
public import Ledger

/// The rules by which papers are issued and withdrawn.
public struct PaperDesk: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the workstreams of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// Draws a paper and issues it, once for a token.
  ///
  /// The file is kept as it was drawn, and its digest is in the chain. The very same paper is not
  /// issued twice: the first one is given back.
  /// - Returns: the paper.
  /// - Throws: `EventRefusal` when the day has not come, when the workstream is missing or unknown;
  ///   and what `drawing` throws.
  @discardableResult
  public func issue(
    _ order: PaperOrder, by author: Author, token: String? = nil, drawing: PaperDrawing
  ) async throws -> PaperIssue {
    try check(order)
    var final = order
    final.isFinal = true
    // The anchor is fixed before the paper is drawn, so that what is recorded meanwhile is not in it.
    let end = LondonTime.moment(order.day.adding(1), minutes: 0).addingTimeInterval(-0.001)
    final.anchor = try order.anchor ?? data.ledger.anchor(asOf: end)
    let drawn = try drawing(final)
    if let known = try same(order, drawn) { return known }
    let file = Content(drawn.html, kind: "paper")
    let paper = PaperIssue(
      id: RandomID.make(), order: order, drawn: drawn, digest: PaperDesk.digest(drawn.html),
      file: file.reference)
    let receipt: Receipt
    do {
      receipt = try await data.ledger.append(
        PaperEvent.issued(paper), subject: order.kind.rawValue, by: author, token: token,
        contents: [file])
    } catch {
      throw EventRefusal.ledger(error)
    }
    guard receipt.isRepeat else { return paper }
    return try state().issued.first { $0.sequence == receipt.entry.sequence }?.paper ?? paper
  }

  /// Withdraws a paper that was found to be wrong; it stays readable.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let issued = try state().issue(id) else { throw .notFound }
    guard issued.withdrawal == nil else { throw .notNow("This paper has been withdrawn already.") }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw .faults([FieldFault("reason", "Say why it is withdrawn.")])
    }
    guard reason.count <= 2_000 else {
      throw .faults([FieldFault("reason", "The reason can be 2,000 characters at most.")])
    }
    let content = Content(reason, kind: "paper-withdrawal")
    try await data.keeper.append(
      PaperEvent.withdrawn(paper: id, reason: content.reference), issued.paper.kind.rawValue,
      by: author, token: token, [content])
  }

  /// SHA-256 of a file, in lower-case hexadecimal.
  public static func digest(_ html: String) -> String {
    SHA256.hash(data: Array(html.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  private func state() throws(EventRefusal) -> PaperState {
    try data.keeper.state(PaperState.self)
  }

  private func check(_ order: PaperOrder) throws(EventRefusal) {
    if LondonTime.day(clock()) < order.day {
      throw .faults([FieldFault("day", "The day must not be after today.")])
    }
    if let since = order.since, order.day <= since {
      throw .faults([FieldFault("since", "The day to compare with must be before the day.")])
    }
    let known = plan.workstreams.contains { $0.id == order.workstream }
    if order.kind.needsWorkstream, !known {
      throw .faults([FieldFault("workstream", "Choose a workstream.")])
    }
  }

  /// The very same paper, issued before.
  private func same(_ order: PaperOrder, _ drawn: DrawnPaper) throws(EventRefusal) -> PaperIssue? {
    try state().issued.first {
      let paper = $0.paper
      return paper.kind == order.kind && paper.day == order.day
        && paper.workstream == order.workstream && paper.since == drawn.since
        && paper.anchor == drawn.anchor && $0.withdrawal == nil
    }?.paper
  }
}
