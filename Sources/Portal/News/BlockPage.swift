// SPDX-License-Identifier: Apache-2.0

/// A page of blocks as the template `news-blocks` draws it.
struct BlockPage {
  let title: String
  /// What kind of page it is, above its title.
  var pageKind: String?
  /// The page in a sentence or two.
  var answer: String?
  var errors: FormErrors?
  var blocks: [PageBlock] = []

  /// The page as an answer; with errors its status is 422.
  func answer(isPrivate: Bool = false, status: Int = 200, feed: String? = nil) -> PortalAnswer {
    .page(
      PortalPage(title, template: "news-blocks", self, isPrivate: isPrivate, feed: feed),
      status: errors?.hasErrors == true ? 422 : status)
  }
}

/// One block of a page; it has what is not empty, in the order below.
struct PageBlock {
  var blockHeading: String?
  /// Whether a line parts it from what is above.
  var isPart = false
  /// Something was done.
  var done: String?
  /// Something to know beside the rest.
  var beside: String?
  var paragraphs: [String] = []
  /// Finished HTML, from `Services.prose` alone.
  var prose: String?
  let entries: [Entry]
  let hasEntries: Bool
  var grid: Grid?
  var form: PostForm?
  var folds: [Fold] = []
  let links: [Link]
  let hasLinks: Bool

  /// A thing in a list that leads to its page.
  struct Entry {
    let entryTitle: String
    let entryPath: String
    var entryTag: String?
    var entryMeta: String?
    var entrySummary: String?
  }

  /// A text that opens.
  struct Fold {
    let foldTitle: String
    let foldProse: String
  }

  struct Link {
    let linkText: String
    let linkPath: String

    init(_ text: String, _ path: String) {
      linkText = text
      linkPath = path
    }
  }

  init(
    _ heading: String? = nil, done: String? = nil, beside: String? = nil,
    paragraphs: [String] = [], prose: String? = nil, entries: [Entry] = [], grid: Grid? = nil,
    form: PostForm? = nil, folds: [Fold] = [], links: [Link] = []
  ) {
    blockHeading = heading
    isPart = heading != nil
    self.done = done
    self.beside = beside
    self.paragraphs = paragraphs
    self.prose = prose
    self.entries = entries
    hasEntries = !entries.isEmpty
    self.grid = grid
    self.form = form
    self.folds = folds
    self.links = links
    hasLinks = !links.isEmpty
  }
}

/// A form as the template `news-form` draws it.
struct PostForm {
  let action: String
  let method: String
  let formLead: String?
  let formSecret: String?
  let formToken: String?
  let fields: [Field]
  /// The name of a field that people do not see and programs fill in.
  let trap: String?
  let button: String
  let isMain: Bool

  private init(
    _ action: String, _ method: String, _ lead: String?, _ secret: String?, _ token: String?,
    _ fields: [Field], _ trap: String?, _ button: String, _ isMain: Bool
  ) {
    self.action = action
    self.method = method
    formLead = lead
    formSecret = secret
    formToken = token
    self.fields = fields
    self.trap = trap
    self.button = button
    self.isMain = isMain
  }

  /// A form of the public; its token records it once.
  static func open(
    _ action: String, _ fields: [Field], button: String, lead: String? = nil,
    token: String? = nil, trap: String? = nil
  ) -> PostForm {
    PostForm(action, "post", lead, nil, token, fields, trap, button, true)
  }

  /// A form of staff, with the secret of their visit.
  static func desk(
    _ action: String, _ visit: Visit, _ fields: [Field] = [], button: String,
    lead: String? = nil, token: String? = nil, isMain: Bool = false
  ) -> PostForm {
    PostForm(action, "post", lead, visit.formSecret, token, fields, nil, button, isMain)
  }

  /// A form that only asks for another view.
  static func ask(_ action: String, _ fields: [Field], button: String) -> PostForm {
    PostForm(action, "get", nil, nil, nil, fields, nil, button, false)
  }
}
