// SPDX-License-Identifier: Apache-2.0

/// A page about local care: the answer first, then sections with pictures, tables and lists.
struct CareModelPage {
  let chrome: Chrome
  var upHref: String?
  var upLabel = ""
  let heading: String
  /// The answer as HTML.
  let answer: String
  var notices: [Notice] = []
  var links: [Link] = []
  var hasLinks: Bool
  let sections: [Section]

  init(
    chrome: Chrome, up: Link? = nil, heading: String, answer: String, notices: [Notice] = [],
    links: [Link] = [], sections: [Section?]
  ) {
    self.chrome = chrome
    upHref = up?.href
    upLabel = up?.label ?? ""
    self.heading = heading
    self.answer = answer
    self.notices = notices
    self.links = links
    hasLinks = !links.isEmpty
    self.sections = sections.compactMap { $0 }
  }

  typealias Link = AnswerPage.Link
  typealias Notice = AnswerPage.Notice

  /// A heading with what stands under it.
  struct Section {
    let heading: String
    /// Paragraphs as HTML.
    var text: [String] = []
    var picture: PictureModel?
    var tables: [TableModel] = []
    /// Items of a list as HTML.
    var items: [String] = []
    let hasItems: Bool
    var folded: Folded?

    init(
      _ heading: String, text: [String] = [], picture: PictureModel? = nil,
      tables: [TableModel] = [], items: [String] = [], folded: Folded? = nil
    ) {
      self.heading = heading
      self.text = text
      self.picture = picture
      self.tables = tables
      self.items = items
      hasItems = !items.isEmpty
      self.folded = folded
    }
  }

  /// A table that a reader has to ask for.
  struct Folded {
    let summary: String
    let caption: String
    let columns: [TableModel.Column]
    let rows: [TableModel.Row]

    init(_ summary: String, _ table: TableModel) {
      self.summary = summary
      caption = table.caption
      columns = table.columns
      rows = table.rows
    }
  }
}
