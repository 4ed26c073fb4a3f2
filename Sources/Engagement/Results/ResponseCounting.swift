// SPDX-License-Identifier: Apache-2.0

import Ledger
import Analysis
import Forms

/// Turns responses into what the engine counts.
struct ResponseCounting {
  let questions: [ResultQuestion]
  private let byVersion: [Int: [ResultQuestion]]
  private let forms: [Int: FormDefinition]

  init(_ versions: [PublishedForm]) {
    questions = ResultQuestion.all(in: versions)
    var byVersion: [Int: [ResultQuestion]] = [:]
    for question in questions {
      for version in question.versions { byVersion[version, default: []].append(question) }
    }
    self.byVersion = byVersion
    forms = Dictionary(
      versions.map { ($0.version, $0.definition) }, uniquingKeysWith: { _, last in last })
  }

  /// A response without its answers (`nil`: they were erased) counts as one who was not asked.
  func closed(
    _ record: ResponseRecord, _ answers: Answers?, flags: ResponseFlags
  ) -> ClosedResponse {
    let response = record.response
    var given: [String: ClosedAnswer] = [:]
    if let answers, let form = forms[response.formVersion] {
      let asked = Set(asked(form, answers))
      for question in byVersion[response.formVersion] ?? [] where asked.contains(question.question)
      {
        given[question.id] = answer(to: question, answers[question.question])
      }
    }
    return ClosedResponse(
      id: response.id, channel: response.channel.label,
      area: response.attributes.area ?? "",
      respondentType: response.attributes.respondentType ?? "",
      flags: flags, answers: given)
  }

  private func asked(_ form: FormDefinition, _ answers: Answers) -> [String] {
    let journey = FormJourney(form: form, answers: answers)
    return journey.sections.flatMap { journey.questions(of: $0).map(\.id) }
  }

  private func answer(to question: ResultQuestion, _ answer: Answer?) -> ClosedAnswer {
    func place(_ id: String) -> Int? { question.options.firstIndex { $0.id == id } }
    switch answer {
    case .choice(let id, let other)?:
      let chosen = place(id) ?? (other == nil ? nil : place("other"))
      return chosen.map(ClosedAnswer.single) ?? .notAnswered
    case .choices(let ids, let other)?:
      var places = ids.compactMap(place)
      if other != nil, let box = place("other"), !places.contains(box) { places.append(box) }
      return places.isEmpty ? .notAnswered : .multiple(places)
    case .scale(let points)?:
      let chosen = question.statement.flatMap { points[$0] }.flatMap(place)
      return chosen.map(ClosedAnswer.single) ?? .notAnswered
    case .text?, .texts?, nil: return .notAnswered
    }
  }
}
