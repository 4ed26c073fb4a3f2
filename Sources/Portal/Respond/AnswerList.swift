// SPDX-License-Identifier: Apache-2.0

import Forms

/// Answers to read, section by section, as the template `respond-answers` draws them.
struct AnswerList {
  struct Section {
    let title: String
    let answers: [Given]
  }

  struct Given: WorkedOut {
    let question: String
    let lines: [String]
    /// The page and place where the answer can be changed.
    let change: String?
    var workedOut: [String: Any] { ["isEmpty": lines.isEmpty] }
  }

  let sections: [Section]

  /// What was answered on the way through a form.
  ///
  /// - Parameters:
  ///   - journey: the way, with the answers.
  ///   - variant: the words in which the form is read.
  ///   - path: the address of the draft, when answers can be changed there.
  init(_ journey: FormJourney, variant: String?, path: String?) {
    let words = journey.form.inVariant(variant)
    let labels = FormLabels(journey.form, variant: variant)
    sections = journey.sections.map { section in
      let shown = words.section(section.id) ?? section
      return Section(
        title: shown.title,
        answers: shown.questions.filter { journey.asks($0.id) }.map { question in
          Given(
            question: question.text,
            lines: journey.answers[question.id].map {
              AnswerText.lines(question, $0, labels: labels)
            } ?? [],
            change: path.map { "\($0)/\(section.id)?from=check#q-\(question.id)" })
        })
    }
  }
}
