// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a test needs of an HTML file: its ids, its links, and the digits that stand where nobody can
/// ask for them.
struct PaperPageReader {
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var figureLinks: [(text: String, target: String)] = []
  private(set) var looseDigits: [String] = []
  private(set) var tags: [String] = []

  /// Elements whose digits are no figures: names, days, quotations, drawings, the explanations
  /// themselves.
  private static func excuses(_ tag: String, _ attributes: String) -> Bool {
    if ["style", "title", "time", "q", "svg", "code", "footer"].contains(tag) { return true }
    return attributes.contains("class=\"figure\"") || attributes.contains("class=\"said\"")
      || attributes.contains("class=\"name\"") || attributes.contains("class=\"evidence\"")
  }

  private static let empty: Set<String> = ["meta", "br", "hr", "img", "input", "link", "!doctype"]

  init(_ html: String) {
    var rest = Substring(html)
    var open: [(tag: String, isExcused: Bool, href: String?)] = []
    while let start = rest.firstIndex(of: "<") {
      note(String(rest[..<start]), open.last)
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let inner = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inner.hasPrefix("/") {
        let name = inner.dropFirst().lowercased()
        if let place = open.lastIndex(where: { $0.tag == name }) { open.removeSubrange(place...) }
        continue
      }
      let tag = inner.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
      let attributes = String(inner.dropFirst(tag.count))
      tags.append(tag)
      if let id = Self.value("id", attributes) { ids.append(id) }
      let href = Self.value("href", attributes)
      if let href { links.append(href) }
      guard !Self.empty.contains(tag), !inner.hasSuffix("/") else { continue }
      let isExcused = open.last?.isExcused == true || Self.excuses(tag, attributes)
      open.append((tag, isExcused, attributes.contains("class=\"figure\"") ? href : nil))
    }
  }

  private mutating func note(
    _ text: String, _ inside: (tag: String, isExcused: Bool, href: String?)?
  ) {
    if let href = inside?.href { figureLinks.append((text, href)) }
    guard inside?.isExcused != true, text.contains(where: \.isNumber) else { return }
    looseDigits.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func value(_ name: String, _ attributes: String) -> String? {
    guard let start = attributes.firstRange(of: " \(name)=\"") else { return nil }
    return String(attributes[start.upperBound...].prefix { $0 != "\"" })
  }
}
