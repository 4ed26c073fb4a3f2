// SPDX-License-Identifier: Apache-2.0

/// A page about the people of a plan: the answer first, then parts with pictures and tables.
struct PopulationPageModel {
  let chrome: Chrome
  let upHref: String
  let upLabel: String
  let heading: String
  /// A sentence or two as HTML.
  let answer: String
  var notices: [AnswerPage.Notice] = []
  var links: [AnswerPage.Link] = []
  var parts: [Part] = []
  var hasLinks = false

  /// A heading with what stands under it.
  struct Part {
    let heading: String
    /// Paragraphs as HTML.
    var text: [String] = []
    var pictures: [PictureModel] = []
    var tables: [TableModel] = []
    /// Paragraphs below the tables, as HTML.
    var after: [String] = []

    init(
      _ heading: String, text: [String] = [], pictures: [PictureModel] = [],
      tables: [TableModel] = [], after: [String] = []
    ) {
      self.heading = heading
      self.text = text
      self.pictures = pictures
      self.tables = tables
      self.after = after
    }
  }
}
