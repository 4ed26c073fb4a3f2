// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What came of one response, for the page of its receipt.
public struct ThemesForReceipt: Sendable {
  private let ledger: Ledger

  /// Over a ledger.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// A public theme that a response raised.
  public struct Line: Sendable, Equatable {
    /// The title, for a reader.
    public let title: String
    /// The HTTP status.
    public let status: ThemeStatus
    /// The path of its page.
    public let path: String
  }

  /// The public themes that a response raised, by its public id; none when nobody has it.
  ///
  /// - Throws: `LedgerError`.
  public func lines(publicID: String) throws(LedgerError) -> [Line] {
    for (consultation, records) in try ledger.state(ResponseState.self).byConsultation {
      guard let record = records.first(where: { $0.response.publicID == publicID }) else {
        continue
      }
      return try lines(record.response.id, consultation)
    }
    return []
  }

  private func lines(
    _ response: String, _ consultation: String
  ) throws(LedgerError) -> [Line] {
    let coding = try ledger.state(CodingState.self).coding(of: consultation)
    let given = Set(
      coding.comments.filter { $0.key.rawValue.hasPrefix(response + "/") }
        .flatMap { $0.value.codes.keys })
    return try ledger.state(ThemeState.self).themes(of: consultation)
      .filter {
        $0.isPublished && !given.isDisjoint(with: $0.words.codes.map(coding.frame.present))
      }
      .map { Line(title: $0.words.title, status: $0.status, path: "/themes/\($0.id)") }
  }
}
