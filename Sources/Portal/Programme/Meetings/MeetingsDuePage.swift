// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// What the programme office has to chase this month, on one page.
struct MeetingsDuePage {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  private var month: ReportingMonth { ReportingMonth(record.day) }

  func page() throws -> SectionPage {
    let status = try record.status()
    let missing = status.missing(month, try record.state(StatusState.self))
    return record.page(
      "What is due this month",
      "\(status.lines.count - missing.count) of \(status.lines.count) workstreams have reported "
        + "for \(month.text).",
      [
        reports(status, missing.map(\.id)), try actions(), try reviews(), try minutes(),
        try updates(), overrides(status),
      ])
  }

  private func reports(_ status: StatusView, _ missing: [String]) -> SectionPage.Section {
    let lines = status.lines.filter { missing.contains($0.workstream.id) }
    let grids = Grid.whenAny(
      "No report for \(month.text) yet", ["Workstream", "Last report", "From the record"],
      lines.map {
        [
          $0.workstream.name, $0.last?.report.period.text ?? "None",
          WorkstreamPages.words($0.computed),
        ]
      }, links: lines.map { "/desk/programme/workstreams/\($0.workstream.id)/report" })
    return .listing("Reports", grids, or: "All workstreams have reported.")
  }

  private func actions() throws -> SectionPage.Section {
    let due = try record.actions().open.filter { $0.record.due.value <= month.last }
    return .listing(
      "Actions", ActionPages(record).grid("Overdue, or due by the end of \(month.text)", due),
      or: "No action is due.")
  }

  private func reviews() throws -> SectionPage.Section {
    let due = try record.risks().open.filter { $0.record.reviewBy.value <= month.last }
    return .listing(
      "Risks to look at", RiskPages(record).grid("To be looked at by the end of the month", due),
      or: "No review is due.")
  }

  private func minutes() throws -> SectionPage.Section {
    let waiting = try record.meetings().held.filter { $0.record.stage != .signed }
    let grids = Grid.whenAny(
      "Meetings whose minutes are not signed", ["Meeting", "Minutes", "Who came"],
      waiting.map {
        [
          $0.title, $0.record.stage.label,
          $0.record.attendance == nil ? "Not recorded" : "Recorded",
        ]
      }, links: waiting.map { record.path("meetings", $0.record.id) })
    return .listing("Minutes", grids, or: "All minutes are signed.")
  }

  private func updates() throws -> SectionPage.Section {
    let waiting = try record.state(UpdateState.self).updates.filter { $0.published == nil }
    let grids = Grid.whenAny(
      "Updates that are not published", ["Meeting", "Standing"],
      waiting.map { [$0.draft.value.on.text, $0.standing] },
      links: waiting.map { record.path("updates", $0.id) })
    return .listing("Public updates", grids, or: "All updates are published.")
  }

  private func overrides(_ status: StatusView) -> SectionPage.Section {
    let set = status.lines.filter { $0.override != nil }
    let grids = Grid.whenAny(
      "Statuses set by hand", ["Workstream", "Set by hand", "From the record", "Until"],
      set.map {
        [
          $0.workstream.name, $0.override?.level.label ?? "", $0.computed.label,
          $0.override?.until.text ?? "",
        ]
      }, links: set.map { record.path("workstreams", $0.workstream.id) })
    return .listing("Set by hand", grids, or: "No status is set by hand.")
  }
}
