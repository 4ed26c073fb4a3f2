// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// One enquiry as the office sees it, with what can be done.
struct EnquiryDeskPage {
  private let services: Services
  private let book: EnquiryBook
  private let record: EnquiryRecord
  private let visit: Visit

  init(_ services: Services, _ book: EnquiryBook, _ record: EnquiryRecord, _ visit: Visit) {
    self.services = services
    self.book = book
    self.record = record
    self.visit = visit
  }

  func page(_ typed: FormFields, _ errors: FormErrors) throws -> BlockPage {
    var blocks = [try about(), PageBlock("What they wrote", grid: try message())]
    let texts = try services.ledger.contents(record.contents)
    if !record.answers.isEmpty {
      blocks.append(
        PageBlock(
          "Answers",
          paragraphs: record.answers.map {
            "\(NewsDates.time($0.on)), \($0.way.label): \(texts[$0.text.id] ?? "erased")"
          }))
    }
    if !record.notes.isEmpty {
      blocks.append(
        PageBlock(
          "Notes",
          paragraphs: record.notes.map {
            "\(NewsDates.time($0.on)): \(texts[$0.text.id] ?? "erased")"
          }))
    }
    if record.erasure == nil {
      if record.closedOn == nil { blocks += work(typed, errors) }
      blocks.append(erase(typed, errors))
    }
    return BlockPage(
      title: record.reference, pageKind: record.kind.label, errors: errors, blocks: blocks)
  }

  private func about() throws -> PageBlock {
    let person = try book.enquirer(record.id)
    let now = services.clock()
    let due = NewsDates.day(services.enquiryTargets.due(record).noon)
    let late = services.enquiryTargets.isOverdue(record, at: now)
    let days = ResponseClock.workingDays(from: .init(record.receivedOn), to: .init(now))
    return PageBlock(
      beside: late ? "Overdue: an answer was due by \(due)." : nil,
      grid: Grid(
        "About the enquiry", ["What", "Now"],
        [
          ["State", record.stateLabel], ["Received", NewsDates.time(record.receivedOn)],
          ["Working days since", "\(days)"], ["Answer by", due],
          ["Seen to by", assignee], ["Name", person?.name ?? "Erased"],
          ["Email", words(person?.email)], ["Other contact", words(person?.otherContact)],
        ]))
  }

  private var assignee: String {
    guard let assignee = record.assignee else { return "Nobody yet" }
    return assignee == visit.person?.id ? "You" : "A colleague"
  }

  private func words(_ text: String?) -> String {
    guard let text else { return "Erased" }
    return text.isEmpty ? "Not given" : text
  }

  private func message() throws -> Grid {
    guard let message = try book.message(record) else {
      return Grid("The message", ["What", "Text"], [["Message", "Erased"]])
    }
    let rows: [(String, String?)] = [
      ("Message", message.text), ("Group", message.group), ("Place", message.place),
      ("Days", message.dates),
    ]
    return Grid(
      "The message", ["What", "Text"], rows.compactMap { row in row.1.map { [row.0, $0] } })
  }

  private var base: String { "/desk/enquiries/\(record.id)" }

  private func work(_ typed: FormFields, _ errors: FormErrors) -> [PageBlock] {
    [
      PageBlock("See to it", form: .desk(base + "/assign", visit, button: "I will see to it")),
      PageBlock(
        "Answer",
        form: .desk(
          base + "/answer", visit,
          [
            .box(
              "reply", "The answer, or what you told them", value: typed["reply"],
              error: errors["reply"], rows: 8),
            .radios(
              "way", "How they get it", AnswerWay.allCases.map { ($0.rawValue, $0.label) },
              chosen: typed["way"], error: errors["way"]),
          ], button: "Record the answer", token: RandomID.make(), isMain: true)),
      PageBlock(
        "Note for colleagues",
        form: .desk(
          base + "/note", visit,
          [.box("note", "Note", value: typed["note"], error: errors["note"], rows: 3)],
          button: "Add the note")),
      PageBlock(
        "Count it as another kind",
        form: .desk(
          base + "/sort", visit,
          [
            .select(
              "kind", "Kind", EnquiryKind.allCases.map { ($0.rawValue, $0.label) },
              chosen: record.kind.rawValue, error: errors["kind"])
          ], button: "Change the kind")),
      PageBlock(
        "Close",
        form: .desk(
          base + "/close", visit,
          [
            .radios(
              "outcome", "How it ended", EnquiryOutcome.allCases.map { ($0.rawValue, $0.label) },
              chosen: typed["outcome"], error: errors["outcome"])
          ], button: "Close it")),
    ]
  }

  private func erase(_ typed: FormFields, _ errors: FormErrors) -> PageBlock {
    PageBlock(
      "Erase",
      form: .desk(
        base + "/erase", visit,
        [
          .line(
            "reason", "Why", value: typed["reason"], hint: "Kept for good: write nothing personal.",
            error: errors["reason"])
        ], button: "Erase who asked and what was said",
        lead: "This cannot be undone. It stays counted that there was an enquiry."))
  }
}
