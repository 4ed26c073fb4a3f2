// SPDX-License-Identifier: Apache-2.0

import Engagement
import People

/// One comment with its codes, and the way to the next in the filter.
struct CommentPage {
  let page: CodingPage
  let id: CommentID

  init(_ page: CodingPage, _ id: CommentID) {
    self.page = page
    self.id = id
  }

  private var query: FormFields {
    FormFields(page.request.query.pairs.filter { $0.name != "done" && $0.name != "page" })
  }

  func answer() async throws -> PortalAnswer {
    let hidden = try page.coding().openSamples(of: page.person.id)
    if let sample = hidden.first(where: { $0.comments.contains(id) }) {
      return .see(page.path + "/samples/\(sample.id)/code")
    }
    let found = try page.desk.store.with(page.consultation.id) { $0.comment(id) }
    guard let comment = found else { throw PortalProblem.notFound }
    guard page.isPost else { return try show(comment, FormErrors()) }
    do {
      let author = page.visit.author
      if page.fields["act"] == "read" {
        try await page.desk.read([id], of: page.consultation.id, by: author, token: page.sentToken)
      } else {
        try await page.desk.code(
          CodingActFields.act(page.fields, [id]), of: page.consultation.id, by: author,
          token: page.sentToken)
      }
      return .see(path(id) + QueryText.encode(query.with("done", "yes")))
    } catch let error as CodingError {
      var errors = FormErrors()
      errors.add("give", error.description)
      return try show(comment, errors)
    }
  }

  private func path(_ id: CommentID) -> String {
    page.path + "/comments/\(id.response)/\(QueryText.encode(id.question))"
  }

  private func show(_ comment: Comment, _ errors: FormErrors) throws -> PortalAnswer {
    let (coding, labels) = (try page.coding(), try page.labels())
    let given = coding.coding(id)
    let filter = CommentFilterFields(query: query, hiddenFrom: nil).filter
    let near = try page.desk.store.neighbours(page.consultation.id, filter, of: id)
    let suffix = QueryText.encode(query)
    var links = [SectionLink(text: "Back to the comments", href: page.path + suffix)]
    if let before = near?.before {
      links.append(SectionLink(text: "Previous comment", href: path(before) + suffix))
    }
    if let after = near?.after {
      links.append(SectionLink(text: "Next comment", href: path(after) + suffix))
    }
    let about = [
      "Question: \(labels.question(id.question))",
      "Area: \(labels.area(comment.area)). Type: \(labels.type(comment.respondentType)). "
        + "Channel: \(comment.channel.label). Received on \(CodingTime.day(comment.receivedOn)).",
      "Codes: \(CodingWords.line(given, coding.frame))",
      "Read by: "
        + (given.readBy.isEmpty
          ? "nobody" : given.readBy.sorted().map(page.name).joined(separator: ", ")),
    ]
    let action = path(id) + suffix
    return SectionPage(
      title: "Comment of \(comment.publicID)",
      answer: near.map { "Comment \($0.place) of \($0.total) in this filter" }, links: links,
      done: page.request.query["done"] == "yes" ? "Saved." : nil, errors: errors,
      sections: [
        .init(paragraphs: about, quotes: [comment.text]),
        .init(
          heading: "Code this comment",
          forms: [
            page.form("code", CodingActFields.fields(coding, page.fields), "Save", path: action)
          ]),
        .init(
          heading: "Only read it",
          forms: [page.form("read", [], "Mark as read", path: action)]),
      ]
    ).answer()
  }
}
