// SPDX-License-Identifier: Apache-2.0

import Pictures

/// A page about a model of patient flow: the answer first, then parts with pictures and tables.
struct FlowPageModel {
  let chrome: Chrome
  let upHref: String
  let upLabel: String
  let heading: String
  let answer: String
  var notices: [Notice] = []
  var links: [Link] = []
  var hasLinks = false
  var parts: [Part] = []

  typealias Notice = AnswerPage.Notice
  typealias Link = AnswerPage.Link

  /// A heading with what stands under it.
  struct Part {
    let heading: String
    var href: String?
    /// Paragraphs, as text.
    var text: [String] = []
    var pictures: [PictureModel] = []
    var items: [Item] = []
    var tables: [TableModel] = []
    var folded: Folded?
    var files: [Link] = []
    var hasFiles = false

    init(_ heading: String, href: String? = nil, text: [String] = []) {
      self.heading = heading
      self.href = href
      self.text = text
    }
  }

  /// What a reader has to ask for.
  struct Folded {
    let summary: String
    var pictures: [PictureModel] = []
    var tables: [TableModel] = []
  }

  /// A lesser heading with paragraphs and a table.
  struct Item {
    let heading: String
    let text: [String]
    let table: TableModel?
  }
}

extension PictureModel {
  /// A drawing that has no address of its own.
  init(drawn picture: some Picture) {
    self.init(
      id: picture.caption.id, title: picture.title, wide: picture.svg(.wide),
      narrow: picture.svg(.narrow),
      sourceLine: picture.sourceLine.isEmpty ? nil : picture.sourceLine,
      table: TableModel(picture.table), figures: [], hasDownload: false)
  }
}
