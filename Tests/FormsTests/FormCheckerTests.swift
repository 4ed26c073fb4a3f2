// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("Checking a form")
struct FormCheckerTests {
  private func problems(_ change: (inout FormDefinition) -> Void) -> [String] {
    var form = Fixture.form
    change(&form)
    return FormChecker.problems(in: form).map(\.description)
  }

  @Test("A sound form has no problem") func sound() {
    #expect(FormChecker.problems(in: Fixture.form).isEmpty)
  }

  @Test("The same question id twice is told with its section and question") func duplicate() {
    let found = problems { $0.sections[2].questions[0].id = "why" }
    #expect(
      found == [
        "section about-you, question why: Another question has the id “why” already. "
          + "Give this one an id of its own."
      ])
  }

  @Test("The same section id twice is told") func duplicateSection() {
    #expect(problems { $0.sections[2].id = "digital" }.count == 1)
  }

  @Test("The same choice id twice is told") func duplicateChoice() {
    let twice = [Choice(id: "a", text: "A"), Choice(id: "a", text: "B")]
    let found = problems {
      $0.sections[0].questions[2].kind = .chooseAny(twice, allowsOther: false)
    }
    #expect(found.contains { $0.contains("Two choices have the id “a”") })
  }

  @Test("Empty texts are told", arguments: ["", "  \n"])
  func empty(_ text: String) {
    #expect(problems { $0.title = text } == ["form: The title is empty. Write one."])
    #expect(
      problems { $0.sections[0].questions[0].text = text }
        == ["section digital, question share: The text is empty. Write one."])
    #expect(problems { $0.sections[1].title = text }.count == 1)
    #expect(
      problems { $0.sections[1].questions[2].kind = .vote([Choice(id: "a", text: text)]) }
        .first?.contains("statement “a” is empty") == true)
  }

  @Test("A condition on a later question is told") func later() {
    let found = problems {
      $0.sections[0].askIf = Condition(question: "share", isAnyOf: ["no"])
    }
    #expect(found.count == 1)
    #expect(found.first?.contains("which is not asked before it") == true)
  }

  @Test("A condition on the question itself is told") func itself() {
    let found = problems {
      $0.sections[0].questions[0].askIf = Condition(question: "share", isAnyOf: ["no"])
    }
    #expect(found.first?.contains("which is not asked before it") == true)
  }

  @Test("A condition on an unknown question or choice is told") func unknown() {
    let question = problems {
      $0.sections[0].questions[1].askIf = Condition(question: "gone", isAnyOf: ["no"])
    }
    #expect(question.first?.contains("which does not exist") == true)
    let choice = problems {
      $0.sections[0].questions[1].askIf = Condition(question: "share", isAnyOf: ["maybe"])
    }
    #expect(choice.first?.contains("It offers yes, no.") == true)
  }

  @Test("A condition on a question without choices, or on no answer, is told") func pointless() {
    let text = problems {
      $0.sections[0].questions[2].askIf = Condition(question: "why", isAnyOf: ["x"])
    }
    #expect(text.first?.contains("needs a question with choices") == true)
    let none = problems {
      $0.sections[0].questions[1].askIf = Condition(question: "share", isAnyOf: [])
    }
    #expect(none.first?.contains("names no answer") == true)
  }

  @Test("Choose up to more than there are is told") func tooFew() {
    let found = problems {
      $0.sections[0].questions[3].kind = .chooseUpTo(3, [Choice(id: "a", text: "A")])
    }
    #expect(found.first?.contains("choose up to 3 of 1 choices") == true)
  }

  @Test("An attribute on a wrong kind, or twice, is told") func attribute() {
    #expect(
      problems { $0.sections[0].questions[0].attribute = .respondentType }
        .first?.contains("Make it “choose one”") == true)
    let twice = problems {
      $0.sections[0].questions[0].kind = .chooseOne(
        [Choice(id: "a", text: "A")], allowsOther: false)
      $0.sections[0].questions[0].attribute = .area
      $0.sections[0].questions[1].askIf = nil
    }
    #expect(twice.first?.contains("already. Keep it on one of the two") == true)
  }

  @Test(
    "Ids that are not kebab-case are told",
    arguments: ["", "About", "about_you", "-a", "a-", "a--b", "é", "a b", "a.b"])
  func ids(_ id: String) {
    #expect(!FormID.isValid(id))
    #expect(problems { $0.id = id }.first?.contains("small letters") == true)
  }

  @Test("A variant that names unknown parts is told") func variant() {
    let found = problems { $0.variants[0].words["question.gone.text"] = "?" }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("variant cy: It has words for “question.gone.text”") == true)
  }

  @Test("More than the limits is told") func limits() {
    #expect(problems { $0.title = String(repeating: "x", count: 1_001) }.count == 1)
    let many = (0...100).map { Choice(id: "c\($0)", text: "C") }
    #expect(
      problems { $0.sections[1].questions[2].kind = .vote(many) }
        .first?.contains("101 statements. There can be 100") == true)
    #expect(problems { $0.sections[1].questions[0].kind = .listUpTo(0) }.count == 1)
    #expect(problems { $0.sections[0].questions[1].kind = .text(lines: 500) }.count == 1)
  }

  @Test("A form without questions cannot be published") func nothing() {
    let form = FormDefinition(id: "a", title: "A", sections: [])
    #expect(FormChecker.problems(in: form).map(\.path) == ["form"])
  }

  @Test("A choice with the id “other” clashes with the box for other answers") func other() {
    let found = problems {
      $0.sections[2].questions[0].kind = .chooseOne(
        [Choice(id: "other", text: "O")], allowsOther: true)
    }
    #expect(found.first?.contains("is kept for the box") == true)
  }

  @Test(
    "Ids are made from words",
    arguments: [
      ("Where do you live?", "where-do-you-live"), ("Don’t know", "dont-know"), ("???", "part"),
      ("Yes", "yes-2"),
    ])
  func made(_ text: String, _ id: String) {
    #expect(FormID.make(from: text, taken: ["yes"]) == id)
  }
}
