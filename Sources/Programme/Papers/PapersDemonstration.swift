// SPDX-License-Identifier: Apache-2.0

import Engagement

/// Papers that a made-up programme issues: a board pack each quarter, highlight reports before it,
/// and two papers for scrutiny.
enum PapersDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    // How a paper is drawn is not known here; without somebody who knows there are no papers.
    guard let drawing = stage.paperDrawing else { return [] }
    let desk = PaperDesk(stage.data, plan: stage.plan, clock: stage.clock)
    return orders(stage).map { order in
      // Late in the morning of the day after, so that the whole day counts.
      DemonstrationStep(order.day.adding(1), minutes: 660) {
        try await desk.issue(
          order, by: stage.office,
          token: "demonstration-" + order.fileName, drawing: drawing)
      }
    }
  }

  private static func orders(_ stage: ProgrammeStage) -> [PaperOrder] {
    let ends = stage.months.map { $0.adding(-1) }.filter { stage.first <= $0 } + [stage.last]
    let quarters = ends.filter { [3, 6, 9, 12].contains($0.parts.month) && $0.parts.year >= 2017 }
    var orders: [PaperOrder] = []
    for (place, end) in quarters.enumerated() {
      orders.append(PaperOrder(.board, day: end))
      // Each quarter a few workstreams, in turn.
      for offset in 0..<min(2, stage.plan.workstreams.count) {
        let workstream = stage.plan.workstreams[
          (place * 2 + offset) % stage.plan.workstreams.count]
        orders.append(PaperOrder(.highlight, day: end, workstream: workstream.id))
      }
    }
    let scrutiny = [
      CivilDay(year: 2017, month: 3, day: 10), CivilDay(year: 2017, month: 12, day: 7),
    ]
    return orders + scrutiny.compactMap(\.self).map { PaperOrder(.scrutiny, day: $0) }
  }
}
