// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Everything the committee could consider on a consultation, as of a day.
public struct EvidenceBundle: Sendable {
  /// The consultation.
  public let consultation: ConsultationDefinition
  /// The day as of which it is put together.
  public let day: CalendarDay
  /// What happened to the consultation, in the words of its events.
  public let life: [Moment]
  /// How many responses had come.
  public let responses: Int
  /// How they had come.
  public let byChannel: [Channel: Int]
  /// The themes as they stood, with what they counted.
  public let themes: [(theme: Theme, counts: ThemeCounts)]
  /// When the words of responses were erased since, under the rule that says how long they are
  /// kept; counts of comments rest on what is left.
  public let erasedOn: Date?
  /// The last entry of the ledger by the end of the day; nil when there was none.
  public let anchor: LedgerAnchor?

  /// Something that happened, and when.
  public struct Moment: Sendable, Equatable {
    /// When it happened.
    public let on: Date
    /// What happened, in plain words.
    public let what: String
    /// More about it, a line each.
    public let details: [String]
  }

  /// The bundle as of the end of a day.
  ///
  /// `isPublic`: whether only what was published by then is in it.
  /// - Throws: `LedgerError`.
  public init(
    _ consultation: ConsultationDefinition, asOf day: CalendarDay, isPublic: Bool, ledger: Ledger,
    store: CommentStore, anchor: LedgerAnchor?
  ) throws(LedgerError) {
    self.consultation = consultation
    self.day = day
    self.anchor = anchor
    let id = consultation.id
    let end = day.end
    life = try ledger.entries(family: ConsultationEvent.family)
      .filter { $0.subject == id && $0.time < end }.map(EntryWords.moment)
    let records = try ledger.state(ResponseState.self).responses(to: id)
      .filter { $0.receivedOn < end }
    responses = records.count
    byChannel = Dictionary(grouping: records, by: \.response.channel).mapValues(\.count)
    erasedOn = try ledger.state(ConsultationState.self).records[id]?.purges.last?.on
    let last = end.addingTimeInterval(-0.001)
    let coding = try ledger.state(CodingState.self, asOf: last).coding(of: id)
    let comments = try store.with(id) { shelf in shelf.comments.filter { $0.receivedOn < end } }
    themes = try ledger.state(ThemeState.self, asOf: last).themes(of: id)
      .filter { !isPublic || $0.isPublished }
      .map { ($0, ThemeCounts($0.words, comments: comments, coding: coding)) }
  }
}

/// A place of the ledger by which what is printed can be checked.
public struct LedgerAnchor: Sendable, Equatable {
  /// The place in the chain.
  public let sequence: Int64
  /// SHA-256 in lower-case hexadecimal.
  public let digest: String
  /// When it was recorded.
  public let time: Date
}

/// Entries in words, whatever their family.
enum EntryWords {
  static func moment(_ entry: Entry) -> EvidenceBundle.Moment {
    let payload = try? JSONSerialization.jsonObject(with: Data(entry.payload.utf8))
    let inner = (payload as? [String: Any])?[entry.type] ?? [:] as [String: Any]
    return .init(on: entry.time, what: words(entry.type), details: lines(inner, []).sorted())
  }

  /// A name of the program as words: `midPointReview` is "Mid point review".
  static func words(_ name: String) -> String {
    var text = ""
    for letter in name {
      if letter.isUppercase, !text.isEmpty { text += " " }
      text += letter == "-" || letter == "_" ? " " : letter.lowercased()
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func lines(_ value: Any, _ path: [String]) -> [String] {
    switch value {
    case let fields as [String: Any]:
      return fields.flatMap { name, value in
        lines(value, name.hasPrefix("_") ? path : path + [words(name)])
      }
    // The rows of a table are on the page of what happened; here they would bury the rest.
    case let rows as [[String: Any]] where !rows.isEmpty:
      return [path.joined(separator: ", ") + ": \(rows.count)"]
    case let values as [Any]: return values.flatMap { lines($0, path) }
    case is NSNull: return []
    default:
      let text = "\(value)"
      let shown =
        (try? Date(text, strategy: .iso8601)).map { CalendarDay($0).words } ?? text
      return [path.isEmpty ? shown : path.joined(separator: ", ") + ": " + shown]
    }
  }
}
