// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures

/// Texts, tables and pictures of papers as HTML.
enum PaperMarkup {
  /// The anchor of a fact, unique in the file because names of facts are.
  static func anchor(_ fact: PaperFact) -> String {
    "fact-"
      + fact.id.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": String(scalar)
        case "@": "_at_"
        default: "_\(String(scalar.value, radix: 16))_"
        }
      }.joined()
  }

  static func text(_ text: PaperText) -> String {
    text.segments.map { segment in
      switch segment {
      case .words(let words): escape(words)
      case .name(let name): "<span class=\"name\">\(escape(name))</span>"
      case .said(let words, let fact):
        "<a class=\"said\" href=\"#\(anchor(fact))\">\(escape(words))</a>"
      case .day(let day): "<time datetime=\"\(day.iso)\">\(day.text)</time>"
      case .figure(let figure):
        "<a class=\"figure\" href=\"#\(anchor(figure.fact))\" title=\"\(escape(figure.fact.label))\">"
          + "\(escape(figure.text))</a>"
      case .pointer(let words, let chapter): "<a href=\"#\(chapter)\">\(escape(words))</a>"
      }
    }.joined()
  }

  static func block(_ block: PaperBlock) -> String {
    switch block {
    case .subheading(let heading): "<h3>\(text(heading))</h3>"
    case .paragraph(let paragraph): "<p>\(text(paragraph))</p>"
    case .list(let points):
      "<ul>\n" + points.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>"
    case .table(let table): self.table(table)
    case .picture(let picture): self.picture(picture)
    }
  }

  /// A table; on a narrow screen each row becomes a card, with the headings beside the cells.
  static func table(_ table: PaperTable) -> String {
    guard !table.rows.isEmpty else {
      return "<p><span class=\"empty\">\(text(table.caption)):</span> \(text(table.whenEmpty))</p>"
    }
    let head = table.columns.map {
      "<th scope=\"col\"\($0.isNumeric ? " class=\"number\"" : "")>\(text($0.title))</th>"
    }.joined()
    let rows = table.rows.map { "<tr>\(row($0, table.columns))</tr>\n" }.joined()
    return """
      <table id="table-\(escape(table.id))">
      <caption>\(text(table.caption))</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      """
  }

  private static func row(_ row: PaperRow, _ columns: [PaperColumn]) -> String {
    zip(row.cells, columns).enumerated().map { place, pair in
      let (cell, column) = pair
      if place == 0 { return "<th scope=\"row\">\(text(cell))</th>" }
      let label = "<span class=\"cell-label\" aria-hidden=\"true\">\(text(column.title))</span>"
      return "<td\(column.isNumeric ? " class=\"number\"" : "")>\(label)\(text(cell))</td>"
    }.joined()
  }

  private static func picture(_ drawn: PaperPicture) -> String {
    let picture = drawn.picture
    return """
      <figure>
      <figcaption>\(escape(picture.title))</figcaption>
      \(picture.svg(.wide))
      \(picture.svg(.narrow))
      <p>\(escape(picture.summary))</p>
      </figure>
      \(table(drawn.table))
      """
  }

  static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
