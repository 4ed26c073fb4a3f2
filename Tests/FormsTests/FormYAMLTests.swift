// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("Forms as text")
struct FormYAMLTests {
  private func problems(_ text: String) -> [FormReadingProblem] {
    do {
      _ = try FormYAML.read(text, file: "a.yaml")
      return []
    } catch {
      return error.problems
    }
  }

  @Test("A form is read as an officer writes it") func pleasant() throws {
    let form = try FormYAML.read(
      """
      id: views
      title: Your views
      sections:
        - id: digital
          title: Digital
          optional: yes
          questions:
            - id: share
              ask: May we share your record?
              answer: Yes-No
              required: yes
            - ask: Why not?
              if: {share: no}
            - id: three
              ask: What matters?
              answer: choose up to two
              choices: [Travel, "Staff: all of them", cost: What it costs]
            - id: votes
              ask: What do you think?
              answer: vote
              statements:
                - Care near home
              help: |
                {{fact:a.b}} of it.

                More.
      """, file: "a.yaml")
    let questions = form.sections[0].questions
    #expect(form.sections[0].isOptional)
    #expect(questions[0].kind == .yesNo && questions[0].isRequired)
    #expect(questions[1].id == "why-not" && questions[1].kind == .text(lines: 4))
    #expect(questions[1].askIf == Condition(question: "share", isAnyOf: ["no"]))
    #expect(
      questions[2].kind
        == .chooseUpTo(
          2,
          [
            Choice(id: "travel", text: "Travel"),
            Choice(id: "staff-all-of-them", text: "Staff: all of them"),
            Choice(id: "cost", text: "What it costs"),
          ]))
    #expect(questions[3].help == "{{fact:a.b}} of it.\n\nMore.")
  }

  @Test("Every problem is told, each with its line") func collected() {
    let found = problems(
      """
      id: views
      title: Your views
      colour: blue
      sections:
        - id: one
          title: One
          optional: perhaps
          questions:
            - id: a
              ask: A?
              answer: guess
            - id: b
              ask: B?
              answer: yes or no
              choices: [x]
              if: {a: yes, c: no}
              about: height
      """)
    #expect(found.map(\.line) == [3, 7, 11, 15, 16, 17])
    #expect(found[0].message.contains("A form has no “colour”"))
    #expect(found[2].message.contains("“guess” is not a way to answer. Use text, choose one"))
  }

  @Test("What keeps a form from being asked is told with the line of its question") func unsound() {
    let found = problems(
      """
      id: views
      title: Your views
      sections:
        - id: one
          title: One
          questions:
            - id: a
              ask: A?
            - id: a
              ask: B?
              if: {later: yes}
      variants:
        - id: cy
          name: Cymraeg
          language: cy
          words:
            question.z.text: Z
      """)
    #expect(found.map(\.line) == [9, 9, 13])
    #expect(found[0].message.hasPrefix("section one, question a: It depends on"))
  }

  @Test(
    "Text that is no form is refused with a line",
    arguments: [
      ("", 1), ("just words", 1), ("- a\n- b", 1), ("id: a\n  b: [", 2), ("id: a\nid: b", 1),
      ("id: *x", 1), ("\u{0}", 1), (String(repeating: "[", count: 100_000), 1),
      (String(repeating: "x", count: 1_000_001), 1), ("title: a: b", 1), ("--- a\n--- b\n", 2),
    ])
  func refused(_ text: String, _ line: Int) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect((found.first?.line ?? 0) >= 1)
  }

  @Test("Wrong shapes anywhere are refused, never a crash") func shapes() {
    let good = FormYAML.write(Fixture.form).split(separator: "\n").map(String.init)
    for place in good.indices {
      var lines = good
      for replacement in ["", "  x: [1, {a: b}]", "- - -", "? {}", lines[place] + " {}"] {
        lines[place] = replacement
        _ = problems(lines.joined(separator: "\n"))
      }
    }
  }

  @Test("Writing and reading gives the same form") func fixture() throws {
    let text = FormYAML.write(Fixture.form)
    #expect(try FormYAML.read(text, file: "a") == Fixture.form)
    #expect(text.contains("    answer: choose up to 2\n"))
    #expect(text.contains("          if: {share: no}\n") || text.contains("if: {share: no}"))
  }

  @Test("Random forms come back the same", arguments: 1...200)
  func random(_ seed: UInt64) throws {
    var random = RandomForms(seed: seed)
    let form = random.form()
    let text = FormYAML.write(form)
    #expect(try FormYAML.draft(text, file: "a").form == form)
    #expect(FormChecker.problems(in: form).isEmpty)
  }

  @Test("A form of 200 questions is read, checked and walked") func large() throws {
    let sections = (0..<20).map { number in
      FormSection(
        id: "s\(number)", title: "Section \(number)",
        questions: (0..<10).map { place in
          Question(
            id: "q\(number)-\(place)", text: "Question \(place)?", kind: .yesNo,
            askIf: place == 0 ? nil : Condition(question: "q\(number)-0", isAnyOf: ["yes"]))
        })
    }
    let form = FormDefinition(id: "large", title: "Large", sections: sections)
    #expect(try FormYAML.read(FormYAML.write(form), file: "large") == form)
    let answers = Answers(byQuestion: ["q19-0": .choice("yes", other: nil)])
    let way = FormJourney(form: form, answers: answers)
    #expect(way.sections.count == 20)
    #expect(way.sections.flatMap { way.questions(of: $0) }.count == 29)
  }

  @Test("A draft that is not ready is read with its problems") func draft() throws {
    let draft = try FormYAML.draft("id: a\ntitle: A", file: "a")
    #expect(draft.form.title == "A")
    #expect(draft.problems.count == 1)
  }
}
