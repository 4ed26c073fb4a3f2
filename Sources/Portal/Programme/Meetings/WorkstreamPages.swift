// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

/// How the workstreams do, under their themes, and each with its reports and names.
struct WorkstreamPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  func list() throws -> SectionPage {
    let view = try record.status()
    let themes = record.plan.themes.compactMap { theme -> SectionPage.Section? in
      let lines = view.lines.filter { $0.workstream.theme == theme.id }
      if lines.isEmpty { return nil }
      return SectionPage.Section(
        heading: theme.name, grids: [grid("\(theme.name): status", lines)])
    }
    return record.page(
      "How the workstreams do",
      "The status that the record gives, and beside it what somebody has set by hand, with the "
        + "reason and until when.",
      themes + [try missing(view), try changes(view), rules])
  }

  private func grid(_ caption: String, _ lines: [StatusView.Line]) -> Grid {
    Grid(
      caption, ["Workstream", "Status", "From the record", "Set by hand", "Last report"],
      lines.map { line in
        [
          line.workstream.name, Self.words(line.level), Self.words(line.computed),
          line.override.map { "\($0.level.label), until \($0.until.text)" } ?? "No",
          line.last?.report.period.text ?? "None",
        ]
      }, links: lines.map { record.path("workstreams", $0.workstream.id) })
  }

  /// A shape and a word, so that colour is not needed.
  static func words(_ level: StatusLevel) -> String { "\(level.mark) \(level.label)" }

  private func missing(_ view: StatusView) throws -> SectionPage.Section {
    guard let month = view.frozen, let frozen = try record.state(StatusState.self).frozen[month]
    else {
      return SectionPage.Section(
        heading: "Who has not reported", paragraphs: ["No month is frozen yet."])
    }
    let names = frozen.value.map { id in record.plan.workstream(id)?.name ?? id }
    return SectionPage.Section(
      heading: "Who has not reported",
      paragraphs: [
        names.isEmpty
          ? "All workstreams reported for \(month.text)."
          : "For \(month.text), no report came in time from: \(names.joined(separator: ", "))."
      ])
  }

  private func changes(_ view: StatusView) throws -> SectionPage.Section {
    let since = CivilDay(record.request.query["since"]) ?? record.day.adding(-31)
    let changes = view.changes(since: try record.back(to: since).status())
    let grids = Grid.whenAny(
      "What changed since \(since.text)", ["Workstream", "Before", "Now", "New report"],
      changes.map {
        [
          $0.workstream.name, $0.from.map(Self.words) ?? "Not known", Self.words($0.to),
          $0.report?.report.period.text ?? "No",
        ]
      })
    var section = SectionPage.Section.listing(
      "What changed", grids, or: "Nothing changed since \(since.text).")
    section.forms = [MeetingsSearch.since(since, record)]
    return section
  }

  private var rules: SectionPage.Section {
    SectionPage.Section(
      heading: "How the status is worked out",
      paragraphs: StatusRule.text + [
        "A status that is set by hand needs a reason and ends by itself, after "
          + "\(StatusDesk.longestOverride) days at most."
      ])
  }

  func page(_ id: String) throws -> SectionPage {
    guard let line = try record.status()[id] else { throw PortalProblem.notFound }
    let workstream = line.workstream
    return record.page(
      workstream.name, "\(Self.words(line.level)). \(workstream.aim)",
      [why(line), last(line), try reports(id), try actions(id), try risks(id), names(workstream)],
      links: record.isDesk
        ? [] : [SectionLink(text: "What this workstream does", href: "/workstreams/\(id)")])
  }

  private func why(_ line: StatusView.Line) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Why this status")
    section.paragraphs = ["From the record: \(line.computed.label)."] + line.reasons
    if let override = line.override {
      section.paragraphs.append(
        "Set by hand: \(override.level.label), until \(override.until.text). "
          + line.overrideReason)
    }
    return section
  }

  private func last(_ line: StatusView.Line) -> SectionPage.Section {
    guard let filed = line.last else {
      return SectionPage.Section(
        heading: "The last report", paragraphs: ["This workstream has not reported yet."])
    }
    var rows = [["Achieved", line.achieved], ["Next", line.next]]
    rows.append(["Asked of the board", line.ask.isEmpty ? "Nothing" : line.ask])
    return SectionPage.Section(
      heading: "The last report",
      paragraphs: [
        "For \(filed.report.period.text), filed on \(filed.day.text)"
          + (filed.isLate ? ", late" : "") + " (entry \(filed.entry) of the record)."
      ], grids: [Grid("The report for \(filed.report.period.text)", ["Matter", "Report"], rows)])
  }

  private func reports(_ id: String) throws -> SectionPage.Section {
    let reports = try record.state(StatusState.self).reports(id).reversed()
    let grids = Grid.whenAny(
      "Every report", ["Month", "From the record then", "Set by hand then", "Achieved", "Filed"],
      reports.map { filed in
        [
          filed.report.period.text, Self.words(filed.report.computed),
          filed.report.override?.level.label ?? "No", record.texts[filed.report.achieved],
          filed.day.text + (filed.isLate ? ", late" : ""),
        ]
      })
    return .listing("Reports", grids, or: "There is no report.")
  }

  private func actions(_ id: String) throws -> SectionPage.Section {
    let open = try record.actions().open.filter { $0.record.workstream == id }
    return .listing(
      "Actions", ActionPages(record).grid("Open actions of this workstream", open),
      or: "No action is open.")
  }

  private func risks(_ id: String) throws -> SectionPage.Section {
    let open = try record.risks().open.filter { $0.record.workstream == id }
    return .listing(
      "Risks", RiskPages(record).grid("Open risks of this workstream", open),
      or: "No risk is open.")
  }

  private func names(_ workstream: ReportingWorkstream) -> SectionPage.Section {
    let before = workstream.successorOf.map {
      $0.replacing("-", with: " ")
    }.joined(separator: ", ")
    let grids = Grid.whenAny(
      "What papers called it", ["Name as printed", "When", "Paper"],
      workstream.names.map { [$0.name, $0.when, record.source($0.source)] })
    return .listing(
      "Names over time", saying: before.isEmpty ? [] : ["It took over from: \(before)."], grids,
      or: "No other name was read.")
  }
}

/// Small forms that ask for a page of the record anew.
enum MeetingsSearch {
  /// Asks from which day changes are shown.
  static func since(_ day: CivilDay, _ record: MeetingsRecord) -> SectionForm {
    SectionForm(
      action: record.request.fullPath, method: "get",
      fields: (record.asOf.isAsked ? [.hidden("as-of", record.day.iso)] : []) + [
        Field(
          id: "since", name: "since", label: "Show what changed since the end of", value: day.iso,
          type: "date", shape: .line)
      ], button: "Show changes")
  }
}
