// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A page of sections: texts, lists, tables and forms, as the template `sections` draws it.
struct SectionPage {
  let title: String
  var answer: String?
  /// What a reader must know before anything else on the page, such as the day that it shows.
  var notice: String?
  var links: [SectionLink] = []
  var done: String?
  var errors: FormErrors?
  var sections: [Section] = []
  /// Set when it is drawn: the template sees what is stored only.
  var hasLinks = false

  struct Section {
    var heading: String?
    var paragraphs: [String] = []
    var quotes: [String] = []
    var items: [Item] = []
    var grids: [Grid] = []
    var drawings: [DrawingModel] = []
    /// Each item as HTML that is safe already, such as prose of the plan.
    var prose: [String] = []
    var forms: [SectionForm] = []
    /// Set when it is drawn.
    var hasItems = false
  }

  struct Item {
    var link: SectionLink?
    var text: String
    var tag: String?
  }

  func answer(isPrivate: Bool = true) -> PortalAnswer {
    var drawn = self
    drawn.hasLinks = !links.isEmpty
    for place in sections.indices {
      drawn.sections[place].hasItems = !sections[place].items.isEmpty
    }
    return .page(
      PortalPage(title, template: "sections", drawn, isPrivate: isPrivate),
      status: errors?.hasErrors == true ? 422 : 200)
  }
}

struct SectionLink {
  let text: String
  let href: String
}

/// A form of a page of sections; `act` says which of the page's forms it is.
struct SectionForm {
  let action: String
  var method = "post"
  var secret: String?
  var token: String?
  var act: String?
  let fields: [Field]
  let button: String
}

/// The words of a query that leads back to the same filter.
enum QueryText {
  static func encode(_ fields: FormFields) -> String {
    let kept = fields.pairs.filter { !$0.value.isEmpty }
    guard !kept.isEmpty else { return "" }
    return "?" + kept.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
  }

  static func encode(_ text: String) -> String {
    let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7f}"))
      .union(CharacterSet(charactersIn: "-_."))
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
