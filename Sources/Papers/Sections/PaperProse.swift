// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Prose of the plan as blocks of a paper, with its facts as figures.
///
/// Only paragraphs and points are taken that show a fact, and only when every fact in them could be
/// known by the day of the paper.
struct PaperProse {
  let source: PaperSource

  /// The blocks of a page of the plan, under the headings that are left; none without the page.
  func blocks(page name: String) -> [PaperBlock] {
    guard let page = source.plan.pages.first(where: { $0.name == name }) else { return [] }
    var blocks: [PaperBlock] = []
    var heading: PaperText?
    var points: [PaperText] = []
    for lines in page.lines.split(whereSeparator: \.isEmpty) {
      let text = lines.joined(separator: " ")
      if text.hasPrefix("#") {
        if !points.isEmpty { blocks.append(.list(points)) }
        points = []
        heading = PaperText(name: String(text.drop { $0 == "#" || $0 == " " }))
      } else if text.hasPrefix("- ") {
        points += lines.compactMap { known(String($0.dropFirst(2))) }
      } else if let paragraph = known(text) {
        if let title = heading { blocks.append(.subheading(title)) }
        heading = nil
        blocks.append(.paragraph(paragraph))
      }
    }
    return points.isEmpty ? blocks : blocks + [.list(points)]
  }

  /// The facts of a page that could be known by the day, each once, in the order of the page.
  func figures(page name: String) -> [PaperFigure] {
    guard let page = source.plan.pages.first(where: { $0.name == name }) else { return [] }
    var seen: Set<String> = []
    return page.tags.filter { $0.kind == .fact && seen.insert($0.name).inserted }
      .compactMap { source.figure($0.name) }
  }

  /// A paragraph, or nil when it shows no fact, or one that nobody could know.
  func known(_ markdown: String) -> PaperText? {
    guard !markdown.hasPrefix("|"), !markdown.hasPrefix(">") else { return nil }
    var segments: [PaperText.Segment] = []
    var rest = Substring(markdown)
    var hasFact = false
    while let open = rest.firstRange(of: "{{") {
      segments += words(rest[..<open.lowerBound])
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return nil }
      let tag = rest[open.upperBound..<close.lowerBound]
      guard tag.hasPrefix("fact:"), let figure = source.figure(String(tag.dropFirst(5))) else {
        return nil
      }
      segments.append(.figure(figure))
      hasFact = true
      rest = rest[close.upperBound...]
    }
    return hasFact ? PaperText(segments: segments + words(rest)) : nil
  }

  /// Words of the plan's authors without marks of Markdown; they are theirs, digits and all.
  private func words(_ markdown: Substring) -> [PaperText.Segment] {
    var text = ""
    var rest = markdown
    while let open = rest.firstIndex(of: "[") {
      guard let middle = rest[open...].firstRange(of: "]("),
        let close = rest[middle.upperBound...].firstIndex(of: ")")
      else { break }
      text += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    let plain = text.filter { $0 != "*" && $0 != "`" }
    return plain.isEmpty ? [] : [.name(plain)]
  }
}
