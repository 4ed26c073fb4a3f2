// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// A theme as data.
struct ThemeJSON: Encodable {
  struct Step: Encodable {
    let recorded: String
    let what: String
    let entry: Int64
    let withdrawn: String?
  }

  let id: String
  let consultation: String
  let title: String
  let description: String
  let said: String
  let status: String
  let comments: Int
  let responses: Int
  let responsesWithAComment: Int
  let byStance: [String: Int]
  let steps: [Step]

  init(_ theme: Theme, _ counts: ThemeCounts, _ plan: EngagementPlan) {
    id = theme.id
    consultation = theme.consultation
    title = theme.words.title
    description = theme.words.description
    said = theme.words.said
    status = theme.status.rawValue
    comments = counts.comments
    responses = counts.responses
    responsesWithAComment = counts.answered
    byStance = Dictionary(
      counts.byStance.map { ($0.key?.rawValue ?? "not-coded", $0.value) },
      uniquingKeysWith: { first, _ in first })
    steps = theme.steps.map { step in
      Step(
        recorded: step.recordedOn.formatted(.iso8601), what: StepWords.line(step.event, plan),
        entry: step.sequence, withdrawn: step.withdrawal)
    }
  }

  var text: String { JSONText.of(self) }
}

/// JSON with sorted names.
enum JSONText {
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Texts and whole numbers can always be written.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
