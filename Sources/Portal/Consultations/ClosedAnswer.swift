// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms

/// Closed answers in the words of the form.
enum ClosedAnswer {
  /// What can be chosen in a question of a kind.
  static func choices(of kind: QuestionKind) -> [Choice] {
    switch kind {
    case .chooseOne(let choices, _), .chooseAny(let choices, _), .chooseUpTo(_, let choices),
      .agree(let choices), .vote(let choices):
      choices
    case .yesNo: [Choice(id: "yes", text: "Yes"), Choice(id: "no", text: "No")]
    case .text, .listUpTo: []
    }
  }

  /// The lines of a closed answer; none for an answer in words.
  static func lines(_ answer: Answer, to question: Question?) -> [String] {
    let choices = question.map { self.choices(of: $0.kind) } ?? []
    let text = { (id: String) in
      choices.first { $0.id == id }?.text ?? (id == "other" ? "Other" : id)
    }
    switch answer {
    case .text, .texts: return []
    case .choice(let id, _): return id.isEmpty ? [] : [text(id)]
    case .choices(let ids, _): return ids.map(text)
    case .scale(let judged):
      let order =
        choices.map(\.id) + judged.keys.filter { id in !choices.contains { $0.id == id } }.sorted()
      return order.compactMap { id in judged[id].map { "\(text(id)): \(judgement($0))" } }
    }
  }

  private static func judgement(_ value: String) -> String {
    AgreeScale(rawValue: value)?.label
      ?? ["agree": "Agree", "disagree": "Disagree", "pass": "Pass"][value] ?? value
  }
}
