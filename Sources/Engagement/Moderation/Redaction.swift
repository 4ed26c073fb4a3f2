// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Removing words from a text that is to be published.
///
/// A moderator edits a copy and puts what is to go between `[[` and `]]`; nothing else may change.
public enum Redaction {
  /// The text as moderators and readers see it: one kind of line end, no space around it, no control
  /// characters, and no double brackets of its own.
  public static func readable(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let visible = String(
      String.UnicodeScalarView(
        lines.unicodeScalars.filter { $0.value >= 32 || $0 == "\n" || $0 == "\t" }))
    var result = ""
    for character in visible.trimmingCharacters(in: .whitespacesAndNewlines) {
      if let last = result.last, last == character, character == "[" || character == "]" {
        result.append(" ")
      }
      result.append(character)
    }
    return result
  }

  /// The copy for a moderator, with what is removed between double brackets.
  public static func copy(of text: String, spans: [RemovedSpan] = []) -> String {
    let scalars = Array(readable(text).unicodeScalars)
    var copy = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if spans.contains(where: { $0.from == place }) {
        copy.append(contentsOf: "[[".unicodeScalars)
      }
      copy.append(scalar)
      if spans.contains(where: { $0.to == place + 1 }) {
        copy.append(contentsOf: "]]".unicodeScalars)
      }
    }
    return String(copy)
  }

  /// What a moderator marked in a copy.
  ///
  /// - Throws: `RedactionProblem` when marks do not pair, nothing is marked, or other words changed.
  public static func spans(
    in copy: String, of text: String
  ) throws(RedactionProblem) -> [RemovedSpan] {
    var words: [Unicode.Scalar] = []
    var spans: [RemovedSpan] = []
    var start: Int?
    var left = Array(
      copy.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        .unicodeScalars)[...]
    while let scalar = left.popFirst() {
      let isDouble = left.first == scalar
      if scalar == "[", isDouble {
        guard start == nil else { throw .openedTwice }
        start = words.count
        left.removeFirst()
      } else if scalar == "]", isDouble {
        guard let from = start else { throw .notOpened }
        if from < words.count { spans.append(RemovedSpan(from: from, to: words.count)) }
        start = nil
        left.removeFirst()
      } else {
        words.append(scalar)
      }
    }
    guard start == nil else { throw .notClosed }
    let original = Array(readable(text).unicodeScalars)
    guard words == original else { throw .wordsChanged(near: difference(words, original)) }
    guard !spans.isEmpty else { throw .nothingMarked }
    return spans
  }

  /// What is published of a text, in order.
  public static func pieces(
    of text: String, without spans: [RemovedSpan], reason: RemovalReason?
  ) -> [PublishedPiece] {
    let scalars = Array(readable(text).unicodeScalars)
    var pieces: [PublishedPiece] = []
    var place = 0
    for span in spans.sorted(by: { $0.from < $1.from }) {
      let from = min(max(span.from, place), scalars.count)
      if from > place { pieces.append(.words(string(scalars[place..<from]))) }
      pieces.append(.removed(reason))
      place = min(max(span.to, from), scalars.count)
    }
    if place < scalars.count { pieces.append(.words(string(scalars[place...]))) }
    return pieces
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func difference(_ found: [Unicode.Scalar], _ expected: [Unicode.Scalar]) -> String
  {
    let same = zip(found, expected).prefix { $0 == $1 }.count
    return string(found[max(0, same - 10)..<min(found.count, same + 15)])
  }
}

/// A part of a published text.
public enum PublishedPiece: Sendable, Equatable {
  case words(String)
  case removed(RemovalReason?)

  /// What stands on the page.
  public var text: String {
    switch self {
    case .words(let words): words
    case .removed(let reason): "[removed: \(reason?.label ?? "by a moderator")]"
    }
  }
}

/// What is wrong with a marked copy, in words for the moderator.
public enum RedactionProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case openedTwice, notOpened, notClosed, nothingMarked
  case wordsChanged(near: String)

  /// The reason in words, with what to do.
  public var description: String {
    switch self {
    case .openedTwice: "A “[[” comes before the one in front of it is closed. Close each with “]]”."
    case .notOpened: "A “]]” has no “[[” before it. Put “[[” where the removed words begin."
    case .notClosed: "A “[[” is not closed. Put “]]” where the removed words end."
    case .nothingMarked: "Nothing is marked. Put “[[” and “]]” around the words to remove."
    case .wordsChanged(let near):
      "Only “[[” and “]]” may be added. The words were changed near “\(near)”. Put them back."
    }
  }
}
