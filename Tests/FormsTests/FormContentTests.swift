// SPDX-License-Identifier: Apache-2.0

import Forms
import Testing

@Suite("The forms of the worked example")
struct FormContentTests {
  @Test("The summer update asks its 28 published questions, by workstream, all optional")
  func summer() throws {
    let form = try FormYAML.read(try Fixture.content("summer-update-2017"), file: "summer")
    #expect(
      form.sections.compactMap(\.workstream) == [
        "workforce", "digital", "estates", "productivity", "prevention", "local-care",
        "hospital-care", "mental-health", "communications-and-engagement",
      ])
    #expect(form.sections.allSatisfy { $0.isOptional })
    #expect(form.sections.map(\.questions.count) == [2, 6, 2, 4, 3, 5, 2, 3, 2, 2])
    #expect(form.question("childrens-health")?.kind == .listUpTo(3))
    #expect(form.question("ambitions-vote")?.kind.choices.count == 8)
    #expect(form.questions.compactMap(\.attribute) == [.area, .respondentType])
    #expect(form.returnAddress?.contains("RTEG-RHKB-EJGJ") == true)
    #expect(try FormYAML.read(FormYAML.write(form), file: "again") == form)
  }

  @Test("The stroke form has five criteria, five options, and a complete easy-read variant")
  func stroke() throws {
    let form = try FormYAML.read(try Fixture.content("stroke-2018"), file: "stroke")
    #expect(form.question("criteria-statements")?.kind.choices.count == 5)
    #expect(
      form.question("option-statements")?.kind.choices.map(\.id) == ["a", "b", "c", "d", "e"])
    #expect(form.introduction?.contains("reconstruction by Weald") == true)
    #expect(form.missingWords(inVariant: "easy-read").isEmpty)
    #expect(FormLabels(form, variant: "easy-read").scale(.neither) != AgreeScale.neither.label)
  }
}
