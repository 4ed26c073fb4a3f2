// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Pictures
import Simulation

extension FlowPages {
  /// One day of the first replication, hour by hour; played once when asked for.
  func day(_ found: FlowDay, isPlayed: Bool) -> FlowPageModel {
    let date = FlowPhrase.day(found.day, of: flow)
    let waits = found.count(.queued) + found.count(.blocked)
    let answer =
      "On \(date), in the first replication, \(whole(found.count(.arrived))) people come and "
      + "\(whole(found.count(.left))) leave. \(whole(found.count(.admitted))) times somebody is admitted to a unit, "
      + "and \(whole(waits)) times somebody has to wait for a bed or a visit."
    var page = page(
      isPlayed ? "One day, played" : "One day, hour by hour",
      path: isPlayed ? paths.play : paths.day, answer: answer)
    page.links = [
      isPlayed
        ? .init(href: paths.day, label: "Stop, and show the whole day")
        : .init(href: paths.play, label: "Play the day (40 seconds, moves)")
    ]
    page.hasLinks = true
    let span = FlowWords.clock(flow.horizon.auditTime)
    var part = FlowPageModel.Part(
      isPlayed ? "The day as it goes" : "The whole day",
      text: [
        "One made-up day of one replication, from the daily count \(span) to the next. Other days and "
          + "other replications differ. \(study.results.count) replications stand behind the averages "
          + "on the page of the model."
      ])
    part.pictures = [PictureModel(drawn: chart(found, seconds: isPlayed ? 40 : nil))]
    page.parts = isPlayed ? [part] : [part, happenings(found)]
    return page
  }

  private func whole(_ count: Int) -> String { PlainNumber.text(Double(count)) }

  private func chart(_ found: FlowDay, seconds: Double?) -> DayChart {
    let start = flow.horizon.auditTime * 24
    let moments = (0...24).map { hour in
      let minutes = (Int((start * 60).rounded()) + hour * 60) % 1_440
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
    let lanes = units.indices.map { unit in
      DayChart.Lane(
        units[unit].name, capacity: FlowWords.capacity(units[unit]),
        present: found.occupied[unit].map(Double.init),
        waiting: found.waiting[unit].map(Double.init))
    }
    return DayChart(
      caption: Caption(
        id: "day", title: "People in each unit and waiting for it, hour by hour",
        summary: lanes.map { lane in
          "\(lane.name): from \(FlowPhrase.number(lane.present.first ?? 0)) to "
            + "\(FlowPhrase.number(lane.present.last ?? 0)) people there, at most "
            + "\(FlowPhrase.number(lane.waiting.max() ?? 0)) waiting."
        }.joined(separator: " "), sourceLine: "Simulated: replication 1, seed \(study.seed)."),
      moments: moments, lanes: lanes, seconds: seconds)
  }

  private func happenings(_ found: FlowDay) -> FlowPageModel.Part {
    let kinds: [(FlowEvent.Kind, String)] = [
      (.arrived, "Come from outside"), (.queued, "Begin to wait"), (.admitted, "Admitted"),
      (.careEnded, "Care ends"), (.blocked, "Held up, next unit full"), (.left, "Leave for good"),
      (.turnedAway, "Turned away"), (.reneged, "Give up waiting"), (.cancelled, "Called off"),
    ].filter { found.count($0.0) > 0 }
    let rows = units.indices.map { unit in
      TableModel.Row(
        HTML.escape(units[unit].name),
        kinds.map { kind, _ in
          .number(whole(found.events.count { $0.kind == kind && $0.unit == unit }))
        })
    }
    var part = FlowPageModel.Part("What happens in the day")
    part.tables = [
      TableModel(
        caption: "Events of the day by unit",
        columns: [("Unit", false)] + kinds.map { ($0.1, true) }, rows: rows)
    ]
    return part
  }
}
