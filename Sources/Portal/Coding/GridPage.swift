// SPDX-License-Identifier: Apache-2.0

import Engagement
import People
import Foundation

/// The table of comments, where many are coded at once.
struct GridPage {
  static let pageSize = 50

  let page: CodingPage
  let asked: CommentFilterFields

  init(_ page: CodingPage) throws {
    self.page = page
    let isSecondCoder = try !page.coding().openSamples(of: page.person.id).isEmpty
    asked = CommentFilterFields(
      query: page.request.query, hiddenFrom: isSecondCoder ? page.person.id : nil)
  }

  func answer() async throws -> PortalAnswer {
    guard page.isPost else { return try show(FormErrors()) }
    do {
      try await post()
      let query = FormFields(page.request.query.pairs.filter { $0.name != "done" })
      return .see(page.path + QueryText.encode(query.with("done", doneKind)))
    } catch let error as CodingError {
      var errors = FormErrors()
      errors.add("found", error.description)
      return try show(errors)
    }
  }

  private var doneKind: String { page.fields["act"] == "read" ? "read" : "coded" }

  private func post() async throws {
    let ticked = page.fields.all("comment").map(CommentID.init(rawValue:))
    let (id, author, token) = (page.consultation.id, page.visit.author, page.sentToken)
    if page.fields["act"] == "read" {
      let shown = page.fields.all("shown").map(CommentID.init(rawValue:))
      let comments = ticked.isEmpty ? shown : ticked
      return try await page.desk.read(comments, of: id, by: author, token: token)
    }
    try await page.desk.code(
      CodingActFields.act(page.fields, ticked), of: id, by: author, token: token)
  }

  private func show(_ errors: FormErrors) throws -> PortalAnswer {
    let number = max(1, Int(asked.query["page"]) ?? 1)
    let offset = (min(number, 1_000_000) - 1) * Self.pageSize
    let results = try page.desk.store.page(
      page.consultation.id, asked.filter, offset: offset, limit: Self.pageSize)
    let model = try model(results, number: number, errors)
    return .page(
      PortalPage(model.title, template: "coding-grid", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func model(
    _ results: CommentResults, number: Int, _ errors: FormErrors
  ) throws -> GridModel {
    let (coding, labels) = (try page.coding(), try page.labels())
    let ticked = Set(page.fields.all("comment"))
    let start = (number - 1) * Self.pageSize
    let query = FormFields(asked.query.pairs.filter { $0.name != "done" && $0.name != "page" })
    let rows = results.comments.enumerated().map { place, comment in
      row(comment, coding, labels, place: start + place + 1, query: query, ticked)
    }
    return GridModel(
      title: "Comments: \(page.consultation.title)", errors: errors, done: done,
      answer: try progress(), links: page.links, hidden: asked.hiddenFrom.map { _ in Self.notice },
      isFiltered: asked.isFiltered, path: page.path,
      filters: asked.fields(
        try page.desk.store.choices(page.consultation.id), coding, page, labels),
      found: found(results.total, start, rows.count), hasRows: !rows.isEmpty,
      action: page.path + QueryText.encode(query.with("page", "\(number)")),
      secret: page.visit.formSecret, token: page.token, rows: rows,
      before: number > 1 ? page.path + QueryText.encode(query.with("page", "\(number - 1)")) : nil,
      after: start + rows.count < results.total
        ? page.path + QueryText.encode(query.with("page", "\(number + 1)")) : nil,
      coding: CodingActFields.fields(coding, page.fields, counts: results.counts))
  }

  private static let notice =
    "You are the second coder of a sample. Its comments are left out here, so that you do not "
    + "see the first codes before you are done."

  private var done: String? {
    switch asked.query["done"] {
    case "read": "The comments are marked as read by you."
    case "coded": "The codes and stance are saved."
    default: nil
    }
  }

  private func found(_ total: Int, _ start: Int, _ count: Int) -> String {
    guard count > 0 else { return "\(total) comments" }
    return total == 1 ? "1 comment" : "\(total) comments: \(start + 1) to \(start + count) shown"
  }

  private func progress() throws -> String {
    let progress = try page.desk.store.progress(page.consultation.id)
    let total = progress.comments
    guard total > 0 else { return "There are no comments yet." }
    let readers = progress.readers.prefix(5).map {
      "\(page.name($0.account)): \(ShareWords.percent($0.count, of: total))"
    }
    let by = readers.isEmpty ? "" : " (" + readers.joined(separator: "; ") + ")"
    return "\(ShareWords.percent(progress.read, of: total)) of \(total) comments are read\(by). "
      + "\(ShareWords.percent(progress.coded, of: total)) are coded; \(progress.toRecode) are to "
      + "be recoded after a split."
  }

  private func row(
    _ comment: Comment, _ coding: ConsultationCoding, _ labels: CommentLabels, place: Int,
    query: FormFields, _ ticked: Set<String>
  ) -> GridModel.Row {
    let path =
      page.path + "/comments/\(comment.id.response)/\(QueryText.encode(comment.id.question))"
    return GridModel.Row(
      place: place, id: comment.id.rawValue, isTicked: ticked.contains(comment.id.rawValue),
      href: path + QueryText.encode(query), publicID: comment.publicID,
      text: comment.text.count > 600 ? comment.text.prefix(600) + "…" : comment.text,
      codes: CodingWords.line(coding.coding(comment.id), coding.frame),
      question: labels.question(comment.id.question), area: labels.area(comment.area),
      type: labels.type(comment.respondentType), channel: comment.channel.label,
      flags: comment.flags.map { labels.flag($0.rawValue) }.joined(separator: ", "))
  }
}

/// The model of the table of comments.
struct GridModel {
  let title: String
  let errors: FormErrors
  let done: String?
  let answer: String
  let links: [SectionLink]
  let hidden: String?
  let isFiltered: Bool
  let path: String
  let filters: [Field]
  let found: String
  let hasRows: Bool
  let action: String
  let secret: String
  let token: String
  let rows: [Row]
  let before: String?
  let after: String?
  let coding: [Field]

  struct Row {
    let place: Int
    let id: String
    let isTicked: Bool
    let href: String
    let publicID: String
    let text: String
    let codes: String
    let question: String
    let area: String
    let type: String
    let channel: String
    let flags: String
  }
}

/// What a comment was given, in words.
enum CodingWords {
  static func line(_ coding: CommentCoding, _ frame: CodeFrame) -> String {
    var parts = coding.codes.keys.map { code in
      let stance = coding.stanceByCode[code].map { " (\($0.label.lowercased()))" } ?? ""
      return frame.title(code) + stance
    }.sorted()
    if let stance = coding.stance { parts.append("Stance: \(stance.label.lowercased())") }
    parts += coding.toRecode.map { "To be recoded: \(frame.title($0))" }.sorted()
    return parts.isEmpty ? "Not coded" : parts.joined(separator: "; ")
  }
}

/// The fields of one act of coding.
enum CodingActFields {
  static func fields(
    _ coding: ConsultationCoding, _ sent: FormFields, counts: [String: Int] = [:]
  ) -> [Field] {
    let codes = coding.frame.outline.map { code, depth in
      let count = counts[code.id].map { " (\($0))" } ?? ""
      return (
        value: code.id, label: String(repeating: "– ", count: depth) + code.words.title + count
      )
    }
    let stances = Stance.allCases.map { (value: $0.rawValue, label: $0.label) }
    return [
      .checkboxes("give", "Give these codes", codes, chosen: sent.all("give")),
      .checkboxes("take", "Take these codes away", codes, chosen: sent.all("take")),
      .radios(
        "stance-now", "Stance",
        [("", "Leave as it is")] + stances + [("none", "Take the stance away")],
        chosen: sent["stance-now"]),
      .select(
        "stance-code", "The stance is about",
        [(value: "", label: "The comment as a whole")] + codes, chosen: sent["stance-code"]),
    ]
  }

  static func act(_ sent: FormFields, _ comments: [CommentID]) -> CodingAct {
    let stance: CodingAct.StanceChange =
      switch sent["stance-now"] {
      case "none": .takenBack
      case let name: Stance(rawValue: name).map { .given($0) } ?? .unchanged
      }
    return CodingAct(
      comments: comments, give: sent.all("give"), take: sent.all("take"), stance: stance,
      stanceCode: sent["stance-code"].isEmpty ? nil : sent["stance-code"])
  }
}
