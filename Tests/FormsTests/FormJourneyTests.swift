// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("The way through a form")
struct FormJourneyTests {
  private func journey(_ answers: Answers) -> FormJourney {
    FormJourney(form: Fixture.form, answers: answers)
  }

  @Test("Without answers, what depends on one is not asked") func start() {
    let start = journey(Answers(chosenSections: ["more"]))
    #expect(start.sections.map(\.id) == ["digital", "about-you"])
    #expect(
      start.questions(of: Fixture.form.sections[0]).map(\.id) == ["share", "devices", "matters"])
    #expect(start.first?.id == "digital")
    #expect(start.next(after: "digital")?.id == "about-you")
    #expect(start.next(after: "more")?.id == "about-you")
    #expect(start.next(after: "about-you") == nil)
    #expect(start.next(after: "gone") == nil)
    #expect(start.previous(before: "about-you")?.id == "digital")
  }

  @Test("An optional section needs both its choice and its condition") func optional() {
    let phone = Answers(byQuestion: ["devices": .choices(["phone"], other: nil)])
    #expect(!journey(phone).sections.map(\.id).contains("more"))
    var chosen = phone
    chosen.chosenSections = ["more"]
    #expect(journey(chosen).sections.map(\.id).contains("more"))
    chosen["devices"] = .choices(["person"], other: "By letter")
    #expect(journey(chosen).sections.map(\.id).contains("more"))
    chosen["devices"] = .choices(["person"], other: " ")
    #expect(!journey(chosen).sections.map(\.id).contains("more"))
  }

  @Test("Missing required answers are named in order, until every statement is answered")
  func missing() {
    var answers = Answers(
      byQuestion: ["devices": .choices(["phone"], other: nil)], chosenSections: ["more"])
    #expect(
      journey(answers).missing == [
        MissingAnswer(section: "digital", question: "share"),
        MissingAnswer(section: "more", question: "how-far"),
      ])
    answers["share"] = .choice("yes", other: nil)
    answers["how-far"] = .scale(["one": "agree"])
    #expect(journey(answers).missing.map(\.question) == ["how-far"])
    answers["how-far"] = .scale(["one": "agree", "two": "agree"])
    #expect(journey(answers).isComplete)
  }

  @Test("Answers that are not asked for any more are left out of what is sent") func pruned() {
    let answers = Answers(
      byQuestion: [
        "share": .choice("yes", other: nil), "why": .text("typed before"),
        "three": .texts(["x"]), "matters": .choices([], other: nil),
      ], chosenSections: ["more", "gone"])
    let way = journey(answers)
    #expect(way.pruned(answers).byQuestion == ["share": .choice("yes", other: nil)])
    #expect(way.pruned(answers).chosenSections.isEmpty)
    #expect(way.answers == answers)
  }

  @Test("What hides hides what depends on it, however far") func transitive() {
    let kind = QuestionKind.yesNo
    let form = FormDefinition(
      id: "chain", title: "Chain",
      sections: [
        FormSection(
          id: "s", title: "S",
          questions: [
            Question(id: "a", text: "A", kind: kind),
            Question(
              id: "b", text: "B", kind: kind, askIf: Condition(question: "a", isAnyOf: ["yes"])),
            Question(
              id: "c", text: "C", kind: kind, askIf: Condition(question: "b", isAnyOf: ["yes"])),
          ])
      ])
    var answers = Answers(byQuestion: [
      "a": .choice("yes", other: nil), "b": .choice("yes", other: nil),
      "c": .choice("no", other: nil),
    ])
    #expect(FormJourney(form: form, answers: answers).asks("c"))
    answers["a"] = .choice("no", other: nil)
    let way = FormJourney(form: form, answers: answers)
    #expect(!way.asks("b") && !way.asks("c"))
    #expect(way.pruned(answers).byQuestion.keys.sorted() == ["a"])
  }

  @Test("Random journeys never show a question whose condition fails", arguments: 1...60)
  func random(_ seed: UInt64) {
    var random = RandomForms(seed: seed)
    let form = random.form()
    for _ in 0..<10 {
      let answers = random.answers(form)
      let way = FormJourney(form: form, answers: answers)
      var asked: Set<String> = []
      func holds(_ condition: Condition?) -> Bool {
        guard let condition else { return true }
        let picked = answers[condition.question]?.picked ?? []
        return asked.contains(condition.question)
          && !Set(picked).isDisjoint(with: condition.isAnyOf)
      }
      for section in form.sections {
        let isChosen = !section.isOptional || answers.chosenSections.contains(section.id)
        var expected: [String] = []
        if isChosen, holds(section.askIf) {
          for question in section.questions where holds(question.askIf) {
            asked.insert(question.id)
            expected.append(question.id)
          }
        }
        #expect(way.questions(of: section).map(\.id) == expected)
      }
      let again = FormJourney(form: form, answers: way.pruned(answers))
      #expect(
        again.sections.flatMap { again.questions(of: $0) }
          == way.sections.flatMap { way.questions(of: $0) })
    }
  }
}
