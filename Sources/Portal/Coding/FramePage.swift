// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// The code frame, as it is or as it was, with what can be done to it.
struct FramePage {
  let page: CodingPage

  init(_ page: CodingPage) { self.page = page }

  private var path: String { page.path + "/frame" }

  func answer() async throws -> PortalAnswer {
    guard page.isPost else { return try show(FormErrors()) }
    do {
      try await page.record(try event())
      return .see(path + "?done=yes")
    } catch let error as CodingError {
      var errors = FormErrors()
      errors.add("\(page.fields["act"])-\(Self.field(error))", error.description)
      return try show(errors)
    }
  }

  private static func field(_ error: CodingError) -> String {
    switch error {
    case .titleMissing, .titleTaken: "title"
    case .descriptionMissing: "description"
    case .reasonMissing: "reason"
    case .tooLong(let what, _, _): what
    case .parentInCircle: "parent"
    case .mergedIntoItself, .tooFewCodes: "into"
    default: "reason"
    }
  }

  private func event() throws(any Error) -> CodingEvent {
    let rules = CodeFrameRules(try page.coding().frame)
    let sent = page.fields
    let reason = sent["\(sent["act"])-reason"]
    switch sent["act"] {
    case "add": return try rules.add(CodeFields.words(sent, "add"), reason: reason)
    case "merge":
      return try rules.merge(sent.all("merge-from"), into: sent["merge-into"], reason: reason)
    case "split":
      return try rules.split(sent["split-code"], into: sent.all("split-into"), reason: reason)
    case "retire": return try rules.retire(sent["retire-code"], reason: reason)
    default: throw CodingError.nothingChosen
    }
  }

  private func show(_ errors: FormErrors) throws -> PortalAnswer {
    let day = CalendarDay(page.request.query["as-of"])
    let frame: CodeFrame
    if let day {
      let state = try page.services.ledger.state(
        CodingState.self, asOf: day.end.addingTimeInterval(-0.001))
      frame = state.coding(of: page.consultation.id).frame
    } else {
      frame = try page.coding().frame
    }
    var counts: [String: Int] = [:]
    if day == nil {
      counts = try page.desk.store.page(page.consultation.id, CommentFilter(), limit: 0).counts
    }
    var sections = [SectionPage.Section(grids: [codes(frame, counts)]), asOf(day)]
    if day == nil { sections += forms(frame, errors) }
    sections.append(
      .init(
        heading: "What was changed, by whom and why",
        grids: frame.changes.isEmpty ? [] : [history(frame)]))
    let version =
      "Version \(frame.version) of the code frame, with \(frame.inUse.count) codes in use"
    return SectionPage(
      title: "Code frame: \(page.consultation.title)",
      answer: version + (day.map { ", as of \($0.words)." } ?? "."), links: page.links,
      done: page.request.query["done"] == "yes" ? "The code frame is changed." : nil,
      errors: errors, sections: sections
    ).answer()
  }

  private func codes(_ frame: CodeFrame, _ counts: [String: Int]) -> Grid {
    let outline = frame.outline
    let old = frame.codes.filter { $0.standing != .inUse }
    let rows = outline.map { code, depth in
      [
        String(repeating: "– ", count: depth) + code.words.title, code.words.description,
        "In use", counts[code.id].map(String.init) ?? "0",
      ]
    }
    let oldRows = old.map { code in
      [
        code.words.title, code.words.description, standing(code.standing, frame),
        counts[code.id].map(String.init) ?? "0",
      ]
    }
    let links = outline.map { path + "/" + $0.code.id as String? } + old.map { _ in nil }
    return Grid(
      "Codes", ["Code", "Description", "Standing", "Comments#"], rows + oldRows, links: links)
  }

  private func standing(_ standing: CodeFrame.Standing, _ frame: CodeFrame) -> String {
    switch standing {
    case .inUse: "In use"
    case .merged(let into): "Merged into “\(frame.title(into))”"
    case .split(let into): "Split into " + into.map(frame.title).joined(separator: " and ")
    case .retired: "Retired"
    }
  }

  private func asOf(_ day: CalendarDay?) -> SectionPage.Section {
    .init(
      forms: [
        SectionForm(
          action: path, method: "get",
          fields: [.line("as-of", "Show it as it was on", value: day?.text ?? "", type: "date")],
          button: "Show")
      ])
  }

  private func forms(_ frame: CodeFrame, _ errors: FormErrors) -> [SectionPage.Section] {
    let codes = frame.outline.map { (value: $0.code.id, label: $0.code.words.title) }
    let sent = page.fields
    func reason(_ act: String) -> Field {
      .line(
        "\(act)-reason", "Reason", value: sent["\(act)-reason"], error: errors["\(act)-reason"])
    }
    let add = SectionPage.Section(
      heading: "Add a code",
      forms: [
        page.form(
          "add", CodeFields.fields("add", sent, codes, errors) + [reason("add")], "Add the code",
          path: path)
      ])
    guard codes.count > 1 else { return [add] }
    return [
      add,
      .init(
        heading: "Merge codes",
        paragraphs: ["The comments of the merged codes go to the one that is kept."],
        forms: [
          page.form(
            "merge",
            [
              .checkboxes("merge-from", "Codes to merge", codes, chosen: sent.all("merge-from")),
              .select(
                "merge-into", "The code that is kept", codes, chosen: sent["merge-into"],
                error: errors["merge-into"]), reason("merge"),
            ], "Merge", path: path)
        ]),
      .init(
        heading: "Split a code",
        paragraphs: ["Add the new codes first. The comments of the old one are to be recoded."],
        forms: [
          page.form(
            "split",
            [
              .select("split-code", "Code to split", codes, chosen: sent["split-code"]),
              .checkboxes(
                "split-into", "New codes", codes, chosen: sent.all("split-into"),
                error: errors["split-into"]), reason("split"),
            ], "Split", path: path)
        ]),
      .init(
        heading: "Retire a code",
        paragraphs: ["Comments that have it keep it. No more comments get it."],
        forms: [
          page.form(
            "retire",
            [
              .select("retire-code", "Code to retire", codes, chosen: sent["retire-code"]),
              reason("retire"),
            ], "Retire", path: path)
        ]),
    ]
  }

  private func history(_ frame: CodeFrame) -> Grid {
    Grid(
      "Changes of the code frame", ["Code", "What", "When", "By", "Why"],
      frame.changes.reversed().map { change in
        [
          change.codes.map(frame.title).joined(separator: ", "), change.what,
          CodingTime.day(change.on), page.name(change.by), change.reason,
        ]
      })
  }
}

/// The fields of the words of a code.
enum CodeFields {
  static func words(_ sent: FormFields, _ act: String) -> CodeWords {
    let parent = sent["\(act)-parent"]
    return CodeWords(
      title: sent["\(act)-title"], description: sent["\(act)-description"],
      parent: parent.isEmpty ? nil : parent)
  }

  static func fields(
    _ act: String, _ sent: FormFields, _ codes: [(value: String, label: String)],
    _ errors: FormErrors
  ) -> [Field] {
    [
      .line(
        "\(act)-title", "Title", value: sent["\(act)-title"], error: errors["\(act)-title"]),
      .box(
        "\(act)-description", "Description", value: sent["\(act)-description"],
        hint: "When it is given and when not.", error: errors["\(act)-description"], rows: 3),
      .select(
        "\(act)-parent", "Stands under", [(value: "", label: "Nothing: a main code")] + codes,
        chosen: sent["\(act)-parent"], error: errors["\(act)-parent"]),
    ]
  }
}

/// One code, to be described anew.
struct CodePage {
  let page: CodingPage
  let code: String

  init(_ page: CodingPage, code: String) {
    self.page = page
    self.code = code
  }

  func answer() async throws -> PortalAnswer {
    let frame = try page.coding().frame
    guard let found = frame[code], found.standing == .inUse else { throw PortalProblem.notFound }
    var errors = FormErrors()
    var sent = FormFields([
      ("redescribe-title", found.words.title), ("redescribe-description", found.words.description),
      ("redescribe-parent", found.words.parent ?? ""),
    ])
    if page.isPost {
      sent = page.fields
      do {
        let words = CodeFields.words(sent, "redescribe")
        try await page.record(
          try CodeFrameRules(frame).redescribe(code, words, reason: sent["redescribe-reason"]))
        return .see(page.path + "/frame?done=yes")
      } catch let error as CodingError {
        errors.add(Self.field(error), error.description)
      }
    }
    let codes = frame.outline.filter { $0.code.id != code }
      .map { (value: $0.code.id, label: $0.code.words.title) }
    let fields =
      CodeFields.fields("redescribe", sent, codes, errors) + [
        .line(
          "redescribe-reason", "Reason for the change", value: sent["redescribe-reason"],
          error: errors["redescribe-reason"])
      ]
    return SectionPage(
      title: "Code: \(found.words.title)", links: page.links, errors: errors,
      sections: [
        .init(
          forms: [
            page.form("redescribe", fields, "Save", path: page.path + "/frame/\(code)")
          ])
      ]
    ).answer()
  }

  private static func field(_ error: CodingError) -> String {
    switch error {
    case .titleMissing, .titleTaken: "redescribe-title"
    case .descriptionMissing: "redescribe-description"
    case .tooLong(let what, _, _): "redescribe-\(what)"
    case .parentInCircle: "redescribe-parent"
    default: "redescribe-reason"
    }
  }
}
