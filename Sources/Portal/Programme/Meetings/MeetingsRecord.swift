// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

/// The record of meetings and what they follow, as a page of a day sees it.
struct MeetingsRecord {
  let services: Services
  let asOf: AsOf
  let request: PortalRequest
  /// Staff see the record as it is now, so that what they have just done is there.
  let isDesk: Bool

  init(_ services: Services, _ request: PortalRequest, isDesk: Bool = false) {
    self.services = services
    self.request = request
    self.isDesk = isDesk
    asOf = AsOf(request, services)
  }

  var plan: MeetingsPlan { services.programme.meetings }
  var texts: RecordTexts { RecordTexts(services.ledger) }
  var day: CivilDay { asOf.day }

  /// The same record as of an earlier day.
  func back(to day: CivilDay) -> MeetingsRecord {
    var earlier = request
    earlier.query = request.query.with("as-of", day.iso)
    return MeetingsRecord(services, earlier)
  }

  func state<State: Fold>(_ type: State.Type) throws -> State {
    isDesk ? try services.ledger.state(type) : try asOf.state(type, services.ledger)
  }

  func status() throws -> StatusView {
    let late = MeetingsPart.lateWork(services)
    return StatusView(
      plan: plan, state: try state(StatusState.self), actions: try state(ActionState.self),
      risks: try state(RiskState.self), texts: texts, day: day, lateWork: { late($0, day) })
  }

  func actions() throws -> ActionView {
    ActionView(plan: plan, state: try state(ActionState.self), texts: texts, day: day)
  }

  func risks() throws -> RiskView {
    RiskView(plan: plan, state: try state(RiskState.self), texts: texts, day: day)
  }

  func meetings(of body: String? = nil) throws -> MeetingView {
    MeetingView(
      plan: plan, state: try state(MeetingState.self), texts: texts, day: day, body: body)
  }

  func meeting(_ id: String) throws -> MeetingView.Line {
    guard let record = try state(MeetingState.self)[id],
      let line = MeetingView.Line(record, plan, texts)
    else { throw PortalProblem.notFound }
    return line
  }

  /// A path of the programme that keeps the day.
  func path(_ parts: String...) -> String {
    (isDesk ? "/desk" : "") + "/programme/" + parts.joined(separator: "/") + asOf.query
  }

  /// The title of a source, for a cell of a table.
  func source(_ id: String) -> String { plan.sources[id] ?? id }

  /// A page of the record with its notice and, at the end, the form for another day.
  func page(
    _ title: String, _ answer: String, _ sections: [SectionPage.Section],
    links: [SectionLink] = []
  ) -> SectionPage {
    if isDesk {
      return SectionPage(
        title: title, answer: answer,
        notice: "This page shows everything that is recorded. What is overdue is counted at the "
          + "end of \(day.text).",
        links: links, sections: sections)
    }
    return SectionPage(
      title: title, answer: answer, notice: asOf.notice, links: links,
      sections: sections + [asOf.section(request.fullPath)])
  }
}

extension Grid {
  /// A grid, or nothing to draw when it has no row.
  static func whenAny(
    _ caption: String, _ titles: [String], _ rows: [[String]], links: [String?] = []
  ) -> [Grid] {
    rows.isEmpty ? [] : [Grid(caption, titles, rows, links: links)]
  }
}

extension SectionPage.Section {
  /// A section with grids, and a sentence for when there is nothing in them.
  static func listing(
    _ heading: String, saying intro: [String] = [], _ grids: [Grid], or nothing: String
  ) -> SectionPage.Section {
    SectionPage.Section(
      heading: heading, paragraphs: intro + (grids.isEmpty ? [nothing] : []), grids: grids)
  }
}
