// SPDX-License-Identifier: Apache-2.0

/// A page about groups: the answer first, then parts with pictures, tables and forms.
struct ClusterPageModel {
  let chrome: Chrome
  let upHref: String
  let upLabel: String
  let heading: String
  /// The answer as HTML.
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
    /// Paragraphs as HTML.
    var text: [String] = []
    var form: Form?
    var moves: Moves?
    var pictures: [PictureModel] = []
    var tables: [TableModel] = []
    /// Items of a list as HTML.
    var items: [String] = []
    var hasItems = false
    var files: [Link] = []
    var hasFiles = false
    /// What a reader has to ask for.
    var folded: Folded?

    init(_ heading: String, text: [String] = []) {
      self.heading = heading
      self.text = text
    }
  }

  /// Tables under a summary.
  struct Folded {
    let summary: String
    let tables: [TableModel]
  }

  /// A form whose answer is another page; it changes nothing.
  struct Form {
    let action: String
    let label: String
    let button: String
    var hidden: [Hidden] = []
    var fields: [Field] = []
    var chooser: Chooser?
  }

  /// A value that goes with a form.
  struct Hidden {
    let name: String
    let value: String
  }

  /// A field to type in.
  struct Field {
    let id: String
    let name: String
    let label: String
    let value: String
    let kind: String
    /// The lowest number allowed; nil for text.
    var least: String?
    var step: String?
    var hint: String?
  }

  /// A list to choose from, in groups.
  struct Chooser {
    let id: String
    let name: String
    let label: String
    let groups: [Group]

    struct Group {
      let label: String
      let options: [Option]
    }

    struct Option {
      let value: String
      let label: String
      let isChosen: Bool
    }
  }

  /// A table whose rows each have a button.
  struct Moves {
    let caption: String
    let action: String
    let hidden: [Hidden]
    let buttonHeading: String
    let columns: [TableModel.Column]
    let rows: [Row]

    struct Row {
      /// The list of moves that the button asks for.
      let value: String
      let button: String
      let cells: [TableModel.Cell]
    }
  }
}
