// SPDX-License-Identifier: Apache-2.0

/// The way of one respondent through a form: what is asked, given what was answered so far.
///
/// A question is asked when its section is and its condition holds. A condition holds only when the
/// question it looks back to is itself asked, so what is hidden hides what depends on it.
public struct FormJourney: Sendable {
  /// The form in the version that is answered.
  public let form: FormDefinition
  /// What was answered so far.
  public let answers: Answers
  /// The sections that this respondent sees, in order: optional ones that they chose, conditions
  /// met.
  public let sections: [FormSection]
  private let asked: Set<String>

  /// The way through a form with the answers so far.
  public init(form: FormDefinition, answers: Answers) {
    self.form = form
    self.answers = answers
    let chosen = Set(answers.chosenSections)
    var asked: Set<String> = []
    var sections: [FormSection] = []
    func holds(_ condition: Condition?) -> Bool {
      guard let condition else { return true }
      guard asked.contains(condition.question), let answer = answers[condition.question] else {
        return false
      }
      return answer.picked.contains { condition.isAnyOf.contains($0) }
    }
    for section in form.sections {
      guard !section.isOptional || chosen.contains(section.id), holds(section.askIf) else {
        continue
      }
      var isSeen = section.questions.isEmpty
      for question in section.questions where holds(question.askIf) {
        asked.insert(question.id)
        isSeen = true
      }
      if isSeen { sections.append(section) }
    }
    self.asked = asked
    self.sections = sections
  }

  /// The questions of a section that are asked, in order.
  public func questions(of section: FormSection) -> [Question] {
    guard sections.contains(where: { $0.id == section.id }) else { return [] }
    return section.questions.filter { asked.contains($0.id) }
  }

  /// Whether a question is asked.
  public func asks(_ question: String) -> Bool { asked.contains(question) }

  /// The first section.
  public var first: FormSection? { sections.first }

  /// The section after another, or nil after the last.
  ///
  /// A section that is not seen any more leads to the next one in the form that is.
  public func next(after id: String) -> FormSection? {
    guard let place = form.sections.firstIndex(where: { $0.id == id }) else { return nil }
    let later = Set(form.sections[(place + 1)...].map(\.id))
    return sections.first { later.contains($0.id) }
  }

  /// The section before another, or nil before the first.
  public func previous(before id: String) -> FormSection? {
    guard let place = form.sections.firstIndex(where: { $0.id == id }) else { return nil }
    let earlier = Set(form.sections[..<place].map(\.id))
    return sections.last { earlier.contains($0.id) }
  }

  /// Whether every required question that is asked has its answer.
  public var isComplete: Bool { missing.isEmpty }

  /// The required questions that are asked and have no answer, in order.
  ///
  /// A required question with statements needs an answer to each statement.
  public var missing: [MissingAnswer] {
    sections.flatMap { section in
      questions(of: section).filter { $0.isRequired && !isAnswered($0) }
        .map { MissingAnswer(section: section.id, question: $0.id) }
    }
  }

  /// The answers without those to questions that are not asked (any more): what is submitted.
  ///
  /// A draft keeps them, so that nothing is lost when a respondent changes their mind.
  public func pruned(_ answers: Answers) -> Answers {
    var pruned = answers
    pruned.byQuestion = answers.byQuestion.filter { asked.contains($0.key) && !$0.value.isEmpty }
    let seen = Set(sections.map(\.id))
    pruned.chosenSections = answers.chosenSections.filter { seen.contains($0) }
    return pruned
  }

  private func isAnswered(_ question: Question) -> Bool {
    guard let answer = answers[question.id], !answer.isEmpty else { return false }
    guard case .scale(let values) = answer, question.kind.judgesStatements else { return true }
    return question.kind.choices.allSatisfy { values[$0.id] != nil }
  }
}

/// A required question without an answer.
public struct MissingAnswer: Sendable, Equatable {
  /// The id of its section.
  public let section: String
  /// Its id.
  public let question: String

  /// A question of a section.
  public init(section: String, question: String) {
    self.section = section
    self.question = question
  }
}
