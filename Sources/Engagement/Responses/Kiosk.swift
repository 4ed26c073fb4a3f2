// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// A shared tablet on which one person after the other responds.
public struct Kiosk: Codable, Sendable, Equatable {
  /// The id of the consultation.
  public var consultation: String
  /// Where it stands, in the words of the one who set it up.
  public var place: String
  /// The account that set it up.
  public var operatorID: String
  /// When it was started.
  public var startedOn: Date
  /// Whether it is out of use.
  public var isEnded: Bool
}

extension ResponseDesk {
  static let kioskKind = "kiosk"

  /// Sets up a shared tablet, and gives the token that the tablet holds.
  ///
  /// - Throws: `ResponseProblem` when the consultation is not open or the place is not a label.
  public func startKiosk(
    _ consultation: String, place: String, by author: Author
  ) async throws(ResponseProblem) -> String {
    try demandOpen(consultation)
    _ = try latestForm(of: consultation)
    let label = try BatchLabel.check(place)
    let token = RandomID.make()
    let kiosk = Kiosk(
      consultation: consultation, place: label, operatorID: author.id, startedOn: clock(),
      isEnded: false)
    try await put(kiosk, DraftKey.digest(token))
    return token
  }

  private func put(_ kiosk: Kiosk, _ id: String) async throws(ResponseProblem) {
    try await ResponseProblem.passing { () async throws(LedgerError) in
      try await data.drafts.put(kiosk, kind: Self.kioskKind, id: id)
    }
  }

  /// The tablet of a token, while it is in use.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func kiosk(_ token: String) throws(ResponseProblem) -> Kiosk? {
    guard DraftKey.isToken(token) else { return nil }
    do {
      let id = DraftKey.digest(token)
      let kiosk = try data.drafts.get(Kiosk.self, kind: Self.kioskKind, id: id)
      return kiosk?.isEnded == false ? kiosk : nil
    } catch {
      throw .ledger(error)
    }
  }

  /// The tablets in use, with the ids by which they can be ended.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func kiosks() throws(ResponseProblem) -> [(id: String, kiosk: Kiosk)] {
    do {
      return try data.drafts.all(Kiosk.self, kind: Self.kioskKind)
        .filter { !$0.record.isEnded }
        .map { ($0.id, $0.record) }
        .sorted { $0.kiosk.startedOn < $1.kiosk.startedOn }
    } catch {
      throw .ledger(error)
    }
  }

  /// Ends the use of a tablet.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func endKiosk(id: String) async throws(ResponseProblem) {
    guard var kiosk = try kiosks().first(where: { $0.id == id })?.kiosk else { return }
    kiosk.isEnded = true
    try await put(kiosk, id)
  }

  /// Starts a fresh draft for the next person at a tablet.
  ///
  /// - Parameters:
  ///   - token: the token of the tablet.
  ///   - left: the secret that the tablet held for the person before; what they left without
  ///     sending it is removed.
  /// - Returns: the token of the draft, and the secret that the tablet holds for this person.
  /// - Throws: `ResponseProblem` when the tablet is ended or the consultation closed.
  public func startPerson(
    kiosk token: String, left: String?
  ) async throws(ResponseProblem) -> (token: String, holder: String) {
    guard let kiosk = try kiosk(token) else { throw .noDraft }
    let started = (token: RandomID.make(), holder: RandomID.make())
    var draft = try newDraft(kiosk.consultation, .kiosk)
    draft.operatorID = kiosk.operatorID
    draft.batch = kiosk.place
    draft.kiosk = DraftKey.digest(token)
    draft.holder = DraftKey.digest(started.holder)
    let fresh = draft
    try await Self.turns.run(for: started.token) { () async throws(ResponseProblem) in
      try await ResponseProblem.passing { () async throws(LedgerError) in
        if let left { try await drafts.removeUnsent(holder: DraftKey.digest(left)) }
        _ = try await drafts.start(fresh, token: started.token)
      }
    }
    return started
  }

  /// Removes what somebody left on a tablet without sending it.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func clearKiosk(holder: String) async throws(ResponseProblem) {
    try await Self.turns.run(for: holder) { () async throws(ResponseProblem) in
      try await ResponseProblem.passing { () async throws(LedgerError) in
        try await drafts.removeUnsent(holder: DraftKey.digest(holder))
      }
    }
  }
}

/// The labels that staff give to bundles of paper, papers and places.
public enum BatchLabel {
  static let limit = 40

  /// The label without space around it.
  ///
  /// - Throws: `ResponseProblem.badLabel` when it is empty, too long or has other signs than
  ///   letters, digits, spaces and hyphens.
  public static func check(_ label: String) throws(ResponseProblem) -> String {
    let text = label.trimmingCharacters(in: .whitespacesAndNewlines)
    let isGood = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    guard !text.isEmpty, text.count <= limit, isGood else {
      throw .badLabel(String(text.prefix(limit)))
    }
    return text
  }
}
