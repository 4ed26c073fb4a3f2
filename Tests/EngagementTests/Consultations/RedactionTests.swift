// SPDX-License-Identifier: Apache-2.0

import Engagement
import Testing

@Suite("Removing words")
struct RedactionTests {
  @Test(
    "What is marked goes, and everything else stays as it was",
    arguments: [
      (
        "I am Ann and I agree", "I am [[Ann]] and I agree",
        "I am [removed: personal data] and I agree"
      ),
      ("Ann", "[[Ann]]", "[removed: personal data]"),
      ("a 😀 b ü c", "a [[😀]] b [[ü c]]", "a [removed: personal data] b [removed: personal data]"),
      ("line one\r\nline two", "line one\nline [[two]]", "line one\nline [removed: personal data]"),
      ("[[tricky]] x", "[ [tricky] ] [[x]]", "[ [tricky] ] [removed: personal data]"),
    ])
  func removes(original: String, copy: String, published: String) throws {
    let spans = try Redaction.spans(in: copy, of: original)
    let text = Redaction.pieces(of: original, without: spans, reason: .personalData)
      .map(\.text).joined()
    #expect(text == published)
    let again = Redaction.copy(of: original, spans: spans)
    #expect(try Redaction.spans(in: again, of: original) == spans)
  }

  @Test(
    "Marks that do not pair, and words that were changed, are refused",
    arguments: [
      ("[[a b", RedactionProblem.notClosed), ("a]] b", .notOpened), ("[[a [[b]]", .openedTwice),
      ("a b", .nothingMarked), ("[[]]a b", .nothingMarked),
    ])
  func refuses(copy: String, problem: RedactionProblem) {
    #expect(throws: problem) { try Redaction.spans(in: copy, of: "a b") }
    #expect(throws: RedactionProblem.self) { try Redaction.spans(in: "[[a]] c", of: "a b") }
  }
}
