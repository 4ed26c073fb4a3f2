// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// What has been recorded of mid-point reviews, for the public.
struct ReviewSummaryPage {
  let title: String
  let home: String
  let isEmpty: Bool
  let reviews: [ReviewView]
  let hasActions: Bool
  let actions: [ActionView]

  struct ReviewView {
    let heading: String
    let summary: String
    let total: String
    let hasUnknown: Bool
    let withoutArea: String
    let tables: [Grid]
    let hasMissing: Bool
    let missing: [String]
  }

  struct ActionView {
    let id: String
    let what: String
    let owner: String
    let due: String
    let isDone: Bool
    let done: String
    let isLate: Bool
  }
}

extension ConsultationPages {
  func reviewSummary(_ id: String) throws -> PortalAnswer {
    let definition = try definition(id)
    let record = try record(id)
    let reviews = record.reviews.enumerated().map { place, review in
      view(
        review.what,
        heading: "Review \(place + 1), recorded on \(ConsultationTimes.moment(review.on))",
        number: "review \(place + 1)")
    }
    let actions = self.actions(record)
    let model = ReviewSummaryPage(
      title: definition.title, home: "/consultations/\(id)", isEmpty: reviews.isEmpty,
      reviews: Array(reviews.reversed()), hasActions: !actions.isEmpty, actions: actions)
    return .page(
      PortalPage(
        "Half-way review: \(definition.title)", template: "consultations-review", model))
  }

  func actions(_ record: ConsultationRecord) -> [ReviewSummaryPage.ActionView] {
    record.actions.map { action in
      let done = record.done[action.what.id]
      return .init(
        id: action.what.id, what: action.what.what, owner: action.what.owner,
        due: ConsultationTimes.day(action.what.due), isDone: done != nil,
        done: done.map { "Done on \(ConsultationTimes.day($0.on)). \($0.what)" } ?? "",
        isLate: done == nil && action.what.due < now)
    }
  }

  func view(
    _ review: MidPointReview, heading: String, number: String
  ) -> ReviewSummaryPage.ReviewView {
    let missing =
      review.short.map { line in
        let more = ConsultationNumbers.counted(line.missing ?? 0, "response", "responses")
        return "\(line.name): \(more) more from here alone would bring it to its part of the "
          + "population."
      }
      + review.types.filter { $0.count == 0 }.map { "Nobody has answered as “\($0.name)” yet." }
    return .init(
      heading: heading, summary: review.summary,
      total: ConsultationNumbers.counted(review.total, "response", "responses"),
      hasUnknown: review.withoutArea > 0,
      withoutArea: ConsultationNumbers.counted(
        review.withoutArea, "response names", "responses name"),
      tables: [
        areaTable(review, number),
        shareTable("Respondents by kind, \(number)", "Kind of respondent", review.types),
        shareTable("Responses by channel, \(number)", "Channel", review.channels),
      ], hasMissing: !missing.isEmpty, missing: missing)
  }

  private func areaTable(_ review: MidPointReview, _ number: String) -> Grid {
    Grid(
      "Respondents by area beside who lives there, \(number)",
      [
        "Area", "Responses#", "Share of responses#", "Range of the share#",
        "Share of population#", "More needed to match#", "Finding",
      ],
      review.areas.map { line in
        [
          line.name, ConsultationNumbers.whole(line.count), ConsultationNumbers.percent(line.share),
          range(line), ConsultationNumbers.percent(line.population),
          line.missing.map(ConsultationNumbers.whole) ?? "–",
          line.isShort ? "Too few" : line.share == nil ? "No responses yet" : "In range or above",
        ]
      })
  }

  private func shareTable(
    _ caption: String, _ first: String, _ lines: [MidPointReview.Line]
  ) -> Grid {
    Grid(
      caption, [first, "Responses#", "Share of responses#", "Range of the share#"],
      lines.map { line in
        [
          line.name, ConsultationNumbers.whole(line.count), ConsultationNumbers.percent(line.share),
          range(line),
        ]
      })
  }

  private func range(_ line: MidPointReview.Line) -> String {
    guard let low = line.low, let high = line.high else { return "–" }
    return "\(ConsultationNumbers.percent(low)) to \(ConsultationNumbers.percent(high))"
  }
}
