// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Pictures
import PlanPackage
import Programme

extension GatesPart {
  /// The record of a change, played up to a day: what was blocked, why, and by what.
  func replay(_ view: GateChangeView, _ asOf: AsOf) -> PortalAnswer {
    let replay = GateReplay(view)
    let root = "/programme/gates/\(view.change.id)"
    var sections = [onTheDay(view)]
    if !view.holds.all.isEmpty {
      sections += [
        SectionPage.Section(heading: "The holds", drawings: [Self.drawing(replay, asOf.day)]),
        Self.stretches(replay), Self.calendar(replay),
      ]
    }
    sections += Self.steps(replay) + Self.others(replay)
    if !replay.happened.isEmpty {
      sections.append(
        SectionPage.Section(
          heading: "The published record up to \(asOf.day.text)",
          items: replay.happened.map { Self.item($0) }))
    }
    sections += Self.telling(replay, root)
    sections.append(asOf.section("\(root)/replay"))
    return SectionPage(
      title: "What was on hold: \(view.change.name)", answer: view.blockWords,
      notice: asOf.notice,
      links: [SectionLink(text: "All gates of: \(view.change.name)", href: root)],
      sections: sections
    ).answer(isPrivate: false)
  }

  private func onTheDay(_ view: GateChangeView) -> SectionPage.Section {
    var items = view.holdsInForce.map { hold -> SectionPage.Item in
      var item = Self.item(hold, view.day)
      item.link = hold.citations.first.map { SectionLink(text: $0.title, href: $0.path) }
      return item
    }
    items += view.holds.all.compactMap { hold in
      hold.outcome(knownOn: view.day).map { outcome in
        SectionPage.Item(
          link: hold.citations.last.map { SectionLink(text: $0.title, href: $0.path) },
          text: "\(hold.name) ended \(hold.ends?.words ?? ""). \(outcome)", tag: "Ended")
      }
    }
    return SectionPage.Section(
      heading: "On \(view.day.text)", paragraphs: [Self.rule], items: items)
  }

  private static func drawing(_ replay: GateReplay, _ day: CivilDay) -> DrawingModel {
    let title = "Holds on \(replay.view.change.name)"
    let chart = StretchChart(
      caption: Caption(
        id: "holds", title: title,
        summary: replay.view.holds.all.map { "\($0.name): \(words($0))." }.joined(separator: " ")),
      rows: replay.view.holds.all.map {
        StretchChart.Row($0.name, stretches: stretches($0, day), words: words($0))
      },
      key: (certain: "In force", uncertain: "May be in force: the day is not known exactly"),
      moment: Timeline.Moment(day.text, at: position(day)))
    let table = chart.table
    return DrawingModel(
      id: "holds", title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow),
      table: Grid("Holds and their days", table.columns.map(\.heading), table.rows))
  }

  private static func stretches(_ hold: GateHold, _ day: CivilDay) -> [StretchChart.Stretch] {
    // A hold without an end lasts as far as the page looks.
    let end = hold.ends ?? GateWindow(max(day, hold.begins.last))
    var parts = [
      StretchChart.Stretch(position(hold.begins.last), position(end.first.adding(1)))
    ]
    if hold.begins.first < hold.begins.last {
      parts.append(
        .init(position(hold.begins.first), position(hold.begins.last), isCertain: false))
    }
    if end.first < end.last {
      parts.append(
        .init(position(end.first.adding(1)), position(end.last.adding(1)), isCertain: false))
    }
    return parts
  }

  private static func words(_ hold: GateHold) -> String {
    "began \(hold.begins.words); " + (hold.ends.map { "ended \($0.words)" } ?? "not ended")
  }

  private static func position(_ day: CivilDay) -> Double {
    let (year, month, day) = day.parts
    return Timeline.year(year, month: month, day: day)
  }

  private static func stretches(_ replay: GateReplay) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Work that cannot be undone",
      grids: [
        Grid(
          "What was blocked, from the day before the first hold to the day after the last",
          ["From", "To", "Days#", "Such work", "Held by"],
          replay.periods.map { period in
            [
              CivilDay(number: period.first).text, CivilDay(number: period.last).text,
              "\(period.days)", state(period.block.force), names(period.block, replay.view.holds),
            ]
          },
          links: replay.periods.map {
            "/programme/gates/\(replay.view.change.id)/replay?as-of="
              + CivilDay(number: $0.first).iso
          })
      ])
  }

  private static func calendar(_ replay: GateReplay) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Calendar of blocked days",
      grids: [
        Grid(
          "Days of each month", ["Month", "Blocked#", "May be blocked#", "Free#", "Held by"],
          replay.months.map { month in
            [
              monthName(month.first), "\(month.blocked)", "\(month.possible)", "\(month.free)",
              month.holds.map { replay.view.holds.hold($0)?.name ?? $0 }.joined(separator: "; "),
            ]
          })
      ])
  }

  private static func steps(_ replay: GateReplay) -> [SectionPage.Section] {
    let planned = replay.plannedSteps
    guard !planned.isEmpty else { return [] }
    return [
      SectionPage.Section(
        heading: "Steps that were to be taken",
        grids: [
          Grid(
            "Planned steps that cannot be undone, and what stood against them",
            ["Step", "Planned for", "Then", "Held by"],
            planned.map { event, block in
              [
                event.text, event.when, state(block.force),
                block.force == .none ? "Nothing" : names(block, replay.view.holds),
              ]
            },
            links: planned.map { $0.event.citation?.path })
        ])
    ]
  }

  private static func others(_ replay: GateReplay) -> [SectionPage.Section] {
    let changes = replay.otherChanges
    guard !changes.isEmpty else { return [] }
    return [
      SectionPage.Section(
        heading: "Changes made for another reason",
        items: changes.map { event, block in
          var item = Self.item(event)
          let held =
            block.force == .none
            ? "No hold was then in force."
            : "Then in force: \(names(block, replay.view.holds))."
          item.text += " \(held)"
          return item
        })
    ]
  }

  private static func telling(_ replay: GateReplay, _ root: String) -> [SectionPage.Section] {
    guard !replay.telling.isEmpty else { return [] }
    return [
      SectionPage.Section(
        heading: "Days worth looking at",
        items: replay.telling.map { day in
          SectionPage.Item(
            link: SectionLink(text: day.text, href: "\(root)/replay?as-of=\(day.iso)"),
            text: state(replay.view.holds.block(on: day).force) + ".")
        })
    ]
  }

  private static func state(_ force: LegalHoldForce) -> String {
    switch force {
    case .none: "○ Not blocked"
    case .possible: "△ May be blocked"
    case .certain: "■ Blocked"
    }
  }

  private static func names(_ block: HoldBlock, _ holds: GateHolds) -> String {
    let certain = block.certain.map { holds.hold($0)?.name ?? $0 }
    let possible = block.possible.map { "perhaps \(holds.hold($0)?.name ?? $0)" }
    let all = certain + possible
    return all.isEmpty ? "Nothing" : all.joined(separator: "; ")
  }

  /// Such as "June 2019".
  private static func monthName(_ first: CivilDay) -> String {
    String(first.text.drop { $0.isNumber }.dropFirst())
  }
}
