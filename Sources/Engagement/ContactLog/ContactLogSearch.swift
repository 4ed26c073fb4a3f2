// SPDX-License-Identifier: Apache-2.0

import Analysis
import Ledger

/// Which contacts of the log are wanted.
public struct ContactLogFilter: Sendable, Equatable {
  /// The kind.
  public var kind: StakeholderKind?
  /// The way of contact.
  public var way: ContactWay?
  /// The first day.
  public var from: CivilDay?
  /// The last day, when one was set.
  public var to: CivilDay?
  /// Only contacts with a promise that is not kept.
  public var onlyOpen = false
  /// Every one of these words must be in the name of the body or the texts.
  public var words = ""

  /// A filter that lets everything through.
  public init() {}
}

/// A contact with its texts.
public struct FoundContact: Sendable, Equatable {
  /// The contact.
  public let logged: ContactLogState.Logged
  /// Empty when it was erased.
  public let raised: String
  /// What was promised.
  public let promised: String
}

extension ContactLogDesk {
  /// The contacts that a filter lets through, the latest first.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func find(_ filter: ContactLogFilter) throws(EventRefusal) -> [FoundContact] {
    let kept = try log().contacts.filter { $0.passes(filter) }
    let ids = kept.flatMap { [$0.contact.raised.id, $0.contact.promised?.id ?? ""] }
    let texts: [String: String]
    do { texts = try data.ledger.contents(ids) } catch { throw .ledger(error) }
    let words = filter.words.lowercased().split(whereSeparator: \.isWhitespace)
    return
      kept
      .map { logged in
        FoundContact(
          logged: logged, raised: texts[logged.contact.raised.id] ?? "",
          promised: logged.contact.promised.flatMap { texts[$0.id] } ?? "")
      }
      .filter { found in
        let text =
          [found.logged.contact.body, found.raised, found.promised]
          .joined(separator: "\n").lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      .sorted {
        ($1.logged.contact.on, $1.logged.contact.id) < ($0.logged.contact.on, $0.logged.contact.id)
      }
  }

  /// The contacts as a table for somebody who asked for information: no person is in it.
  ///
  /// Lines end with CR LF (RFC 4180), and no cell can be taken for a formula.
  public func table(_ found: [FoundContact]) -> String {
    let head = [
      "Date", "Kind of stakeholder", "Body or office", "Way", "What was raised",
      "What was promised", "Promised by", "Kept on",
    ]
    // Names have no shape: whoever gives the table away must read it first.
    let scrubber = Scrubber()
    let rows = found.map { found in
      let contact = found.logged.contact
      return [
        contact.on.iso, contact.kind.label, contact.body, contact.way.label,
        scrubber.masked(found.raised),
        scrubber.masked(found.promised), contact.promisedBy?.iso ?? "",
        found.logged.keptOn?.iso ?? "",
      ]
    }
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = (isFormula ? "'" : "") + text
    let needsQuotes = safe.contains { ",\"\n\r\r\n".contains($0) }
    guard needsQuotes else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension ContactLogState.Logged {
  func passes(_ filter: ContactLogFilter) -> Bool {
    (filter.kind.map { contact.kind == $0 } ?? true)
      && (filter.way.map { contact.way == $0 } ?? true)
      && (filter.from.map { $0 <= contact.on } ?? true)
      && (filter.to.map { contact.on <= $0 } ?? true) && (!filter.onlyOpen || isOpen)
  }
}
