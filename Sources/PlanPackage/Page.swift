// SPDX-License-Identifier: Apache-2.0

import Facts

/// A page of public prose that cites facts and shows pictures.
public struct Page: Sendable {
  /// The path of the page within the plan's pages, without `.md`.
  public let name: String
  /// The title for a reader.
  public let title: String
  /// One sentence that answers the page's question.
  public let answer: String
  /// The part of the site that it belongs to.
  public let section: String
  /// Its place among the pages of its section.
  public let order: Int
  /// The Markdown after the front matter, one element a line.
  public let lines: [String]
  /// The number of the first of `lines` within the file.
  public let firstLine: Int
  /// Everything in double braces, in order.
  public let tags: [Tag]

  /// A fact or a picture named in double braces.
  public struct Tag: Hashable, Sendable {
    /// What a tag can name.
    public enum Kind: String, Sendable { case fact, picture }

    /// What kind of thing it is.
    public let kind: Kind
    /// The name for a reader.
    public let name: String
    /// The line of the file.
    public let line: Int
    /// The character of the line at which it starts, counted from 1.
    public let column: Int
  }

  /// The file within the plan folder.
  public var file: String { "pages/\(name).md" }

  static func read(text: String, name: String) -> (Page, [Violation]) {
    let file = "pages/\(name).md"
    // To Swift, a carriage return and line feed are one character, which is not "\n".
    let all = text.drop { $0 == "\u{FEFF}" }
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    guard all.first == "---", let close = all.dropFirst().firstIndex(of: "---") else {
      let page = Page(
        name: name, title: name, answer: "", section: "", order: 0, lines: all, firstLine: 1,
        tags: [])
      let violation = Violation(
        file: file, row: 1, found: "no front matter",
        expected: "a line ---, then title, answer, section and order, then ---",
        advice: "Every page says in one sentence what its reader will learn.")
      return (page, [violation])
    }
    var front = YAMLReader(
      text: "\n" + all[1..<close].joined(separator: "\n"), file: file)
    let title = front.text("title", means: "the title of the page")
    let answer = front.text("answer", means: "one sentence that answers the page's question")
    let section = front.text("section", required: false, means: "the part of the site")
    let order = front.value("order", required: false, means: "a whole number") { Int($0) } ?? 0
    front.allowOnly(["title", "answer", "section", "order"])
    let lines = Array(all[(close + 1)...])
    var violations = front.violations
    var tags: [Tag] = []
    for (key, text) in [("title", title), ("answer", answer)] {
      let line = front.line(of: key) ?? 1
      tags += self.tags(in: text, line: line, file: file, violations: &violations)
    }
    for (offset, line) in lines.enumerated() {
      tags += self.tags(in: line, line: close + 2 + offset, file: file, violations: &violations)
    }
    let page = Page(
      name: name, title: title, answer: answer, section: section, order: order, lines: lines,
      firstLine: close + 2, tags: tags)
    return (page, violations)
  }

  private static func tags(
    in text: String, line: Int, file: String, violations: inout [Violation]
  ) -> [Tag] {
    PageText.pieces(of: text).compactMap { piece in
      if case .text(let words) = piece, words.contains("{{") {
        violations.append(
          Violation(
            file: file, row: line, column: "1", found: "“{{” that is never closed",
            expected: "{{fact:id}} or {{picture:id}} on one line", advice: "Close the braces."))
      }
      guard case .tag(let content, let column) = piece else { return nil }
      let parts = content.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let kind = Tag.Kind(rawValue: parts[0]), FactID(parts[1]) != nil
      else {
        violations.append(
          Violation(
            file: file, row: line, column: "\(column)", found: "“{{\(content)}}”",
            expected: "{{fact:id}} or {{picture:id}}", advice: "Correct what is in the braces."))
        return nil
      }
      return Tag(kind: kind, name: parts[1], line: line, column: column)
    }
  }
}

/// Text with tags in double braces.
public enum PageText {
  /// A stretch of text, or a tag with the character at which it starts.
  public enum Piece: Hashable, Sendable {
    case text(String)
    case tag(String, column: Int)
  }

  /// The text cut at its tags.
  ///
  /// Braces that are never closed are text.
  public static func pieces(of text: String) -> [Piece] {
    // Most lines have no tag, and looking for a single byte is many times quicker.
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text.isEmpty ? [] : [.text(text)] }
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      if open.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<open.lowerBound])))
      }
      let column = text.distance(from: text.startIndex, to: open.lowerBound) + 1
      pieces.append(.tag(String(rest[open.upperBound..<close.lowerBound]), column: column))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}
