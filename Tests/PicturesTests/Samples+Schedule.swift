// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let schedules = [
    Sample("gantt", gantt),
    Sample("gantt-empty", GanttChart(caption: caption("g0", "Nothing"), rows: [], ticks: [])),
    Sample("completion", curve), Sample("precedence", precedence),
    Sample(
      "precedence-one",
      PrecedenceDiagram(
        caption: caption("p1", "Alone"), nodes: [.init("a", label: eightyCharacters, note: "now")],
        arrows: [.init("a", "nobody")])),
  ]

  private static var gantt: GanttChart {
    var done = GanttChart.Row(
      "Roadmap", dates: "done on 31 January", start: 31, finish: 31, isMoment: true)
    done.isDone = true
    var work = GanttChart.Row(
      eightyCharacters, dates: "1 February to 20 May", start: 32, finish: 140)
    work.isCritical = true
    work.baseline = 32...110
    work.latest = 190
    work.link = "/programme/timeline/activities/a"
    var gate = GanttChart.Row(
      "The consultation opens", dates: "20 May", start: 140, finish: 140, isMoment: true)
    gate.isCritical = true
    gate.baseline = 110...110
    gate.latest = 365
    return GanttChart(
      caption: caption("gantt", "Two of three things are critical"), rows: [done, work, gate],
      ticks: [.init(0, "2017"), .init(365, "2018")], today: .init(90, "1 April 2017"))
  }

  private static let curve = CompletionCurve(
    caption: caption("curve", "Half of the schedules finish by 10 May"),
    steps: (0...20).map { .init(Double($0), "\($0) May", Double($0) / 20) },
    marks: [.init(10, "10 May", 0.5), .init(16, "16 May", 0.8)],
    ticks: [.init(0, "1 May"), .init(20, "20 May")], promised: .init(2, "promised"))

  private static let precedence = PrecedenceDiagram(
    caption: caption("precedence", "Records decide when the consultation opens"),
    nodes: [
      .init("a", label: "Shared records", note: "1 April to 11 May", isCritical: true, link: "/a"),
      .init("b", label: "Write the case", note: "1 April to 1 May"),
      .init("c", label: "Check <it> & sign", note: "2 May", isCritical: false),
      .init("d", label: "The consultation opens", note: "11 May", isCritical: true),
    ], arrows: [.init("a", "d"), .init("b", "c"), .init("c", "d")])
}
