// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("Reading answers from fields")
struct AnswerReaderTests {
  private func read(_ place: Int, _ fields: [(name: String, value: String)]) -> AnswerReading {
    AnswerReader.read(section: Fixture.form.sections[place], of: Fixture.form, fields: fields)
  }

  @Test("Each kind is read from its fields") func kinds() {
    let first = read(
      0,
      [
        ("q-share", "no"), ("q-why", " Because.\r\nSo. "), ("q-devices", "person"),
        ("q-devices", "phone"), ("q-devices-other", "Letter"), ("q-matters", "cost"),
        ("token", "x"),
      ])
    #expect(first.problems.isEmpty)
    #expect(first.answers["share"] == .choice("no", other: nil))
    #expect(first.answers["why"] == .text("Because.\nSo."))
    #expect(first.answers["devices"] == .choices(["phone", "person", "other"], other: "Letter"))
    #expect(first.answers["matters"] == .choices(["cost"], other: nil))
    let second = read(
      1,
      [
        ("q-three-1", "One"), ("q-three-3", "Three"), ("q-how-far--one", "agree"),
        ("q-how-far--two", "dont-know"), ("q-votes--a", "pass"),
      ])
    #expect(second.problems.isEmpty)
    #expect(second.answers["three"] == .texts(["One", "Three"]))
    #expect(second.answers["how-far"] == .scale(["one": "agree", "two": "dont-know"]))
    #expect(second.answers["votes"] == .scale(["a": "pass"]))
  }

  @Test("Nothing sent is no answer, and no problem") func nothing() {
    let reading = read(0, [("q-why", "  "), ("q-share", "")])
    #expect(reading.answers.isEmpty && reading.problems.isEmpty)
  }

  @Test("Words in the box for other count as choosing it") func other() {
    #expect(read(2, [("q-area-other", "Sark")]).answers["area"] == .choice("other", other: "Sark"))
    #expect(read(2, [("q-area", "other")]).answers["area"] == .choice("other", other: nil))
    #expect(
      read(2, [("q-area", "medway"), ("q-area-other", "part of the year")]).answers["area"]
        == .choice("medway", other: "part of the year"))
  }

  @Test("A text of 20,000 characters is taken; one more is kept but refused") func long() {
    let most = String(repeating: "é", count: 20_000)
    #expect(read(0, [("q-why", most)]).problems.isEmpty)
    let reading = read(0, [("q-why", most + "!")])
    #expect(reading.answers["why"] == .text(most + "!"))
    #expect(
      reading.problems == [
        AnswerProblem(
          question: "why", field: "q-why",
          message: "Your answer has 20,001 characters. Shorten it to 20,000 or fewer.")
      ])
  }

  @Test("Too many chosen is refused with the number, and all are kept") func tooMany() {
    let reading = read(
      0, [("q-matters", "travel"), ("q-matters", "staff"), ("q-matters", "cost")])
    #expect(reading.answers["matters"] == .choices(["travel", "staff", "cost"], other: nil))
    #expect(
      reading.problems.map(\.message) == ["You have chosen 3. Choose 2 at most: untick 1."])
  }

  @Test("The same choice sent twice counts once") func twice() {
    let reading = read(0, [("q-matters", "cost"), ("q-matters", "cost")])
    #expect(reading.answers["matters"] == .choices(["cost"], other: nil))
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "Answers that the form does not offer are refused",
    arguments: [
      (0, "q-share", "maybe"), (0, "q-devices", "'; DROP TABLE"), (0, "q-matters", "other"),
      (1, "q-how-far--one", "AGREE"), (1, "q-votes--a", "strongly-agree"), (2, "q-area", "<b>"),
    ])
  func unknown(_ place: Int, _ field: String, _ value: String) {
    let reading = read(place, [(field, value)])
    #expect(reading.answers.isEmpty)
    #expect(reading.problems.map(\.field) == [field])
  }

  @Test("A known answer beside an unknown one is kept") func beside() {
    let reading = read(0, [("q-devices", "phone"), ("q-devices", "pigeon")])
    #expect(reading.answers["devices"] == .choices(["phone"], other: nil))
    #expect(reading.problems.count == 1)
  }

  @Test("Two answers where one is asked are refused, and the first of the form is kept")
  func twoForOne() {
    let reading = read(0, [("q-share", "no"), ("q-share", "yes")])
    #expect(reading.answers["share"] == .choice("yes", other: nil))
    #expect(reading.problems.count == 1)
  }

  @Test("Hostile names and control characters do no harm") func hostile() {
    let fields = [
      (name: "q-", value: "x"), (name: "q-why-other", value: "x"), (name: "q-three--1", value: "x"),
      (name: "q-three-4", value: "x"), (name: "q-three-99999999999999999999", value: "x"),
      (name: "q-why", value: "a\u{0}b\u{1b}[31m\u{7f}c"), (name: "", value: ""),
      (name: String(repeating: "q-", count: 50_000), value: "x"),
    ]
    let reading = read(0, fields)
    #expect(reading.answers == ["why": .text("ab[31mc")])
    #expect(read(1, fields).answers.isEmpty)
  }

  @Test("Ten thousand fields are read quickly and once") func flood() {
    let flood = (0..<10_000).map { (name: "q-devices", value: "x\($0)") }
    let reading = read(0, flood + [("q-devices", "phone")])
    #expect(reading.answers["devices"] == .choices(["phone"], other: nil))
    #expect(reading.problems.count == 1)
  }

  @Test("Reading a section again replaces its answers and leaves others") func taking() {
    var answers = Answers()
    answers["why"] = .text("old")
    answers["area"] = .choice("medway", other: nil)
    let reading = read(0, [("q-share", "yes")])
    let after = answers.taking(reading, of: Fixture.form.sections[0])
    #expect(
      after.byQuestion == [
        "share": .choice("yes", other: nil), "area": .choice("medway", other: nil),
      ])
  }
}
