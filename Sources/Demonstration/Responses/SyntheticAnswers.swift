// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// What a made-up respondent answers to any form.
struct SyntheticAnswers {
  let respondent: SyntheticRespondent
  /// How far each thing to be judged differs from the rest, by its id, from -1 to 1.
  let likes: [String: Double]

  func answers(_ form: FormDefinition, _ draws: inout SyntheticDraws) -> Answers {
    var answers = Answers(chosenSections: form.sections.filter(\.isOptional).map(\.id))
    var letter = self.letter(&draws)
    for question in form.questions {
      if case .text = question.kind, respondent.campaign != nil {
        // What is asked only of some would not be sent by all of them.
        guard question.askIf == nil else { continue }
        answers[question.id] = letter.map(Answer.text)
        letter = nil
        continue
      }
      if question.attribute == nil, draws.fraction() < 0.06 { continue }
      if let answer = answer(question, &draws) { answers[question.id] = answer }
    }
    return FormJourney(form: form, answers: answers).pruned(answers)
  }

  private func answer(_ question: Question, _ draws: inout SyntheticDraws) -> Answer? {
    switch question.kind {
    case .text: return text(&draws).map(Answer.text)
    case .chooseOne(let choices, _):
      return chosen(question, choices, &draws).map { .choice($0, other: nil) }
    case .yesNo:
      return .choice(draws.fraction() < 0.5 + respondent.leaning / 4 ? "yes" : "no", other: nil)
    case .chooseAny(let choices, _):
      let picked = choices.filter { _ in draws.fraction() < 0.4 }.map(\.id)
      return picked.isEmpty ? nil : .choices(picked, other: nil)
    case .chooseUpTo(let most, let choices):
      let picked = choices.shuffled(using: &draws).prefix(most).map(\.id)
      return .choices(choices.map(\.id).filter(picked.contains), other: nil)
    case .listUpTo(let most):
      let texts = (0..<most).compactMap { _ in text(&draws) }
      return texts.isEmpty ? nil : .texts(texts)
    case .agree(let statements):
      return .scale(scale(statements, &draws))
    case .vote(let statements):
      return .scale(votes(statements, &draws))
    }
  }

  private func chosen(
    _ question: Question, _ choices: [Choice], _ draws: inout SyntheticDraws
  ) -> String? {
    switch question.attribute {
    case .area: respondent.area
    case .respondentType: respondent.type
    case nil: choices.randomElement(using: &draws)?.id
    }
  }

  private func scale(
    _ statements: [Choice], _ draws: inout SyntheticDraws
  ) -> [String: String] {
    var given: [String: String] = [:]
    for statement in statements where draws.fraction() > 0.04 {
      let opinion =
        respondent.leaning + (likes[statement.id] ?? 0) + 0.5 * (draws.fraction() - 0.5)
      let point: AgreeScale =
        if draws.fraction() < 0.05 {
          .dontKnow
        } else if opinion > 0.5 {
          .stronglyAgree
        } else if opinion > 0.12 {
          .agree
        } else if opinion > -0.12 {
          .neither
        } else if opinion > -0.5 {
          .disagree
        } else {
          .stronglyDisagree
        }
      given[statement.id] = point.rawValue
    }
    return given
  }

  private func votes(_ statements: [Choice], _ draws: inout SyntheticDraws) -> [String: String] {
    var given: [String: String] = [:]
    for statement in statements {
      let opinion = respondent.leaning + draws.fraction() - 0.4
      given[statement.id] = opinion > 0.1 ? "agree" : opinion < -0.3 ? "disagree" : "pass"
    }
    return given
  }

  /// A comment, or nothing: most people leave most boxes empty.
  private func text(_ draws: inout SyntheticDraws) -> String? {
    guard draws.fraction() < 0.4 else { return nil }
    let count = 2 + Int(draws.fraction() * 2)
    let weighted = Phrases.topics.map { (item: $0, weight: $0.weight * weight(of: $0)) }
    var sentences: [String] = []
    for _ in 0..<count {
      guard let topic = draws.pick(weighted),
        let sentence = topic.sentences.randomElement(using: &draws)
      else { continue }
      let whole = filled(sentence, &draws) + (Phrases.tails.randomElement(using: &draws) ?? "")
      if !sentences.contains(whole) { sentences.append(whole) }
    }
    if draws.fraction() < 0.01 {
      sentences.append("My number is 07700 900\(100 + sentences.count).")
    }
    return sentences.joined(separator: " ")
  }

  /// The letter of a campaign, which stands in the first box and nowhere else.
  private func letter(_ draws: inout SyntheticDraws) -> String? {
    switch respondent.campaign {
    case .letter: filled(Phrases.letter, &draws)
    case .postcard: filled(Phrases.postcard, &draws)
    case nil: nil
    }
  }

  private func weight(of topic: Phrases.Topic) -> Double {
    switch topic.id {
    case "travel", "ambulance", "visiting", "deprivation": 1 - 0.6 * respondent.leaning
    case "quality", "support": 1 + 0.8 * respondent.leaning
    default: 1
    }
  }

  private func filled(_ sentence: String, _ draws: inout SyntheticDraws) -> String {
    var text = sentence.replacing("{place}", with: respondent.placeName)
    for mark in Phrases.fillers.keys.sorted() where text.contains("{\(mark)}") {
      let word = Phrases.fillers[mark]?.randomElement(using: &draws) ?? ""
      text = text.replacing("{\(mark)}", with: word)
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
