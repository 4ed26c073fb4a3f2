// SPDX-License-Identifier: Apache-2.0

import CCmark
import Facts
import Foundation
import PlanPackage

/// A page's Markdown as HTML, with its tags as figures and pictures.
///
/// cmark (CommonMark) does the work, in its safe mode: raw HTML and dangerous links in a page are
/// left out. Tags are taken out first and put back as HTML after.
struct Markdown {
  let figure: (FactID) -> String
  let picture: (String) -> String

  func html(_ lines: [String]) -> String {
    var tags: [String] = []
    let text = lines.map { line in
      PageText.pieces(of: line).map { piece in
        switch piece {
        case .text(let text): return text
        case .tag(let tag, _):
          tags.append(tag)
          return Markdown.marker(tags.count - 1)
        }
      }.joined()
    }.joined(separator: "\n")
    var html = Markdown.render(text)
    for (index, tag) in tags.enumerated() {
      let marker = Markdown.marker(index)
      if tag.hasPrefix("picture:") {
        let drawn = picture(String(tag.dropFirst("picture:".count)))
        html = html.replacing("<p>\(marker)</p>", with: drawn).replacing(marker, with: drawn)
      } else if let id = FactID(String(tag.dropFirst("fact:".count))) {
        html = html.replacing(marker, with: figure(id))
      }
    }
    return Markdown.withAnchors(html)
  }

  /// Private-use characters, which no page contains and cmark leaves alone.
  private static func marker(_ index: Int) -> String { "\u{E000}\(index)\u{E001}" }

  private static func render(_ text: String) -> String {
    let options = CMARK_OPT_SMART | CMARK_OPT_VALIDATE_UTF8
    guard let html = cmark_markdown_to_html(text, text.utf8.count, options) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  /// Headings with ids, so that a page can link to them.
  private static func withAnchors(_ html: String) -> String {
    html.replacing(/<h([2-4])>(.*?)<\/h[2-4]>/) { match in
      let words = match.output.2.replacing(/<[^>]*>/, with: "")
      return "<h\(match.output.1) id=\"\(HTML.anchor(String(words)))\">\(match.output.2)"
        + "</h\(match.output.1)>"
    }
  }
}
