// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("Variants, answers as text, and differences")
struct FormWordsTests {
  @Test("A variant replaces words and falls back to the form's own") func variant() {
    let welsh = Fixture.form.inVariant("cy")
    #expect(welsh.title == "Eich barn")
    #expect(welsh.question("why")?.text == "Pam lai?")
    #expect(welsh.question("share")?.text == "May we share your record?")
    #expect(welsh.question("devices")?.kind.choices.map(\.text) == ["Ffôn", "In person"])
    #expect(welsh.question("devices")?.kind.choices.map(\.id) == ["phone", "person"])
    #expect(Fixture.form.inVariant(nil) == Fixture.form)
    #expect(Fixture.form.inVariant("gone") == Fixture.form)
    let labels = FormLabels(Fixture.form, variant: "cy")
    #expect(labels.yes == "Ydw" && labels.no == "No")
  }

  @Test("What a variant lacks is listed in the order of the form") func lacking() {
    let missing = Fixture.form.missingWords(inVariant: "cy")
    #expect(missing.first == "introduction")
    #expect(!missing.contains("question.why.text"))
    #expect(missing.count == Fixture.form.wordKeys.count - 3)
    #expect(Fixture.form.ownWords("question.matters.help") == "Facts: {{fact:a.b}}")
    #expect(Set(Fixture.form.wordKeys) == Set(Fixture.form.ownWords.keys))
  }

  @Test("Answers are plain lines") func lines() throws {
    func lines(_ id: String, _ answer: Answer) throws -> [String] {
      AnswerText.lines(try #require(Fixture.form.question(id)), answer)
    }
    #expect(try lines("why", .text("One\n\nTwo")) == ["One", "", "Two"])
    #expect(try lines("why", .text(" ")).isEmpty)
    #expect(try lines("share", .choice("no", other: nil)) == ["No"])
    #expect(try lines("area", .choice("medway", other: "part")) == ["Medway", "Other: part"])
    #expect(try lines("area", .choice("other", other: nil)) == ["Other"])
    #expect(
      try lines("devices", .choices(["phone", "other"], other: "Letter"))
        == ["Telephone", "Other: Letter"])
    #expect(try lines("three", .texts(["a", "", "b"])) == ["a", "b"])
    #expect(
      try lines("how-far", .scale(["two": "dont-know", "one": "strongly-agree", "gone": "agree"]))
        == ["One unit: Strongly agree", "Two: Don’t know", "gone: Agree"])
    #expect(try lines("votes", .scale(["a": "pass"])) == ["A: Pass"])
    #expect(try lines("devices", .choices(["pigeon"], other: nil)) == ["pigeon"])
  }

  @Test("No change is no difference, and all stays comparable") func same() {
    let difference = FormDifference.between(Fixture.form, Fixture.form)
    #expect(difference.changes.isEmpty)
    #expect(difference.comparable == Fixture.form.questions.map(\.id))
  }

  @Test("Differences are told in words; wording keeps a question comparable, choices do not")
  func difference() {
    var new = Fixture.form
    new.sections[0].questions[0].text = "Can we share your record?"
    new.sections[0].questions[3].kind = .chooseUpTo(1, [Choice(id: "travel", text: "Travel")])
    new.sections[2].questions[0].kind = .chooseOne(
      [Choice(id: "thanet", text: "Thanet"), Choice(id: "dover", text: "Dover")],
      allowsOther: true)
    new.sections[1].questions.remove(at: 0)
    new.sections[1].isOptional = false
    let difference = FormDifference.between(Fixture.form, new)
    #expect(difference.comparable == ["share", "why", "devices", "how-far", "votes"])
    #expect(
      difference.changes == [
        "The section “More” is no longer optional.",
        "The question “Can we share your record?” was worded “May we share your record?”.",
        "The question “What matters most?” was answered with “choose up to 2”, now with "
          + "“choose up to 1”.",
        "The question “Where do you live?” also offers “Dover”.",
        "The question “Where do you live?” no longer offers “Medway”.",
        "The question “Three things” was taken out.",
      ])
  }

  @Test("Another order is told once") func order() {
    var new = Fixture.form
    new.sections.swapAt(0, 2)
    #expect(
      FormDifference.between(Fixture.form, new).changes
        == ["The sections are in another order.", "The questions are in another order."])
  }

  @Test("Every change of a random form is told", arguments: 1...30)
  func random(_ seed: UInt64) {
    var random = RandomForms(seed: seed)
    let old = random.form()
    var new = old
    new.sections[0].questions[0].text += "!"
    #expect(FormDifference.between(old, new).changes.count == 1)
    #expect(FormDifference.between(old, old).changes.isEmpty)
  }

  @Test("Questions are numbered through the form") func numbers() {
    #expect(Fixture.form.numbers["share"] == 1)
    #expect(Fixture.form.numbers["area"] == 8)
  }
}
