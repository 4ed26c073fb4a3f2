// SPDX-License-Identifier: Apache-2.0

import Assessment
import Engagement
import Facts
import Foundation
import Ledger
import Papers
import PlanPackage
import Programme
import Synchronization
import Testing

let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// The plans that papers are drawn from here, each worked out once.
enum PaperSamples {
  static let kent = Result { try maker(repository + "/Plans/kent-and-medway") }
  static let tiny = Result { try maker(repository + "/Tests/Fixtures/tiny") }

  private static func maker(_ path: String) throws -> PaperMaker {
    let assessment = try Assessment(try PlanReader(folder: path))
    return PaperMaker(plan: assessment.plan, graph: assessment.graph)
  }

  /// An order for each kind of paper, as of a day.
  static func orders(_ maker: PaperMaker, _ day: CivilDay) -> [PaperOrder] {
    PaperKind.allCases.flatMap { kind in
      kind.needsWorkstream
        ? maker.workstreams.map { PaperOrder(kind, day: day, workstream: $0.id) }
        : [PaperOrder(kind, day: day)]
    }
  }
}

func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

/// A data folder with a clock that a test sets.
struct PaperFolder {
  private final class Hands: Sendable {
    let time = Mutex(LondonTime.moment(ProgrammeDemonstration.first, minutes: 600))
  }

  private let hands = Hands()
  let data: DataFolder

  init() throws {
    let hands = hands
    data = try DataFolder(path: NSTemporaryDirectory() + "papers-\(UUID().uuidString)") {
      hands.time.withLock { $0 }
    }
  }

  var clock: @Sendable () -> Date {
    let hands = hands
    return { hands.time.withLock { $0 } }
  }

  /// Sets the clock to ten in the morning of a day.
  func set(_ day: CivilDay) { hands.time.withLock { $0 = LondonTime.moment(day, minutes: 600) } }

  func open(_ consultation: String, on day: CivilDay, days: Int) async throws {
    set(day)
    try await data.ledger.append(
      ConsultationEvent.opened(deadline: day.adding(days).noon), subject: consultation,
      by: .program)
  }

  func respond(_ consultation: String, count: Int, on day: CivilDay) async throws {
    set(day)
    for _ in 0..<count {
      let answers = Content("{}", kind: "answers")
      try await data.ledger.append(
        ResponseEvent.submitted(
          SubmittedResponse(
            id: RandomID.make(), publicID: RandomID.make(), form: "f", formVersion: 1,
            channel: .online, attributes: ResponseAttributes(), mayPublish: false,
            answers: answers.reference)),
        subject: consultation, by: .visitor, contents: [answers])
    }
  }
}

/// A small fact of the record, for tests that need no ledger.
func fact(_ id: String, _ count: Int, _ things: String = "schemes") -> PaperFact {
  PaperFact(
    id: "record." + id, label: "How many \(things)", value: .count(count, things),
    evidence: PaperEvidence(rule: "counted"))
}

/// A paper of chapters, for tests that draw one.
func paper(_ chapters: [PaperChapter]) throws -> Paper {
  var paper = Paper(
    kind: .board, title: "Board pack", plan: "A plan", day: try day("2017-09-30"),
    since: try day("2017-08-31"), chapters: chapters)
  paper.isSynthetic = true
  return paper
}
