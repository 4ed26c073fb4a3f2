// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People
import Testing

@testable import Portal

/// A portal with one form, one consultation and an empty data folder.
struct FormsBench {
  let data: DataFolder
  let portal: Portal
  let office = Visit(
    person: Person(id: "p1", name: "Pat", role: .programmeOffice), formSecret: "s3cret")

  static let form = FormDefinition(
    id: "views", title: "Your <b>views</b>", introduction: "Hello {{fact:x}}",
    returnAddress: "Freepost EXAMPLE\nKent",
    sections: [
      FormSection(
        id: "digital", title: "Digital",
        questions: [
          Question(id: "share", text: "May we share?", kind: .yesNo),
          Question(
            id: "why", text: "Why not?", kind: .text(lines: 3),
            askIf: Condition(question: "share", isAnyOf: ["no"])),
          Question(
            id: "devices", text: "Which?",
            kind: .chooseAny(
              [Choice(id: "phone", text: "Telephone")], allowsOther: true)),
        ]),
      FormSection(
        id: "more", title: "More", isOptional: true,
        questions: [
          Question(
            id: "far", text: "How far?", kind: .agree([Choice(id: "a", text: "Statement A")])),
          Question(id: "three", text: "Three?", kind: .listUpTo(3)),
        ]),
    ],
    variants: [
      FormVariant(id: "cy", name: "Cymraeg", language: "cy", words: ["title": "Eich barn"])
    ])

  init(published: Bool = true) async throws {
    data = try DataFolder(path: FileManager.default.temporaryDirectory.path + "/" + RandomID.make())
    var plan = EngagementPlan(title: "Plan")
    plan.forms = [Self.form]
    plan.consultations = [
      ConsultationDefinition(
        id: "talk", title: "Talk", summary: "S", form: "views", isFormal: false)
    ]
    plan.workstreams = [NamedThing(id: "digital", name: "Digital")]
    portal = Portal(Services(data: data, plan: plan, prose: { "<p>\($0)</p>" }))
    if published { try await FormDesk(data).publish(Self.form, reason: nil, by: .program) }
  }

  func get(_ path: String, _ query: [(name: String, value: String)] = [], visit: Visit? = nil)
    async -> (status: Int, html: String)
  {
    await ask(.init(method: .get, path: parts(path), query: FormFields(query)), visit)
  }

  func post(_ path: String, _ fields: [(name: String, value: String)], visit: Visit? = nil)
    async -> (status: Int, html: String)
  {
    await ask(.init(method: .post, path: parts(path), fields: FormFields(fields)), visit)
  }

  private func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private func ask(_ request: PortalRequest, _ visit: Visit?) async -> (status: Int, html: String) {
    guard let answer = await portal.answer(request, visit ?? office) else { return (404, "nil") }
    switch answer.body {
    case .page(let page): return (answer.status, page.html)
    case .redirect(let path): return (answer.status, path)
    case .file: return (answer.status, "file")
    }
  }

  func draft() throws -> FormDraft { try #require(try FormDrafts(data).draft(of: "views")) }

  /// The fields with the revision of the draft.
  func now(_ fields: [(name: String, value: String)]) throws -> [(name: String, value: String)] {
    fields + [(name: "revision", value: "\(try draft().revision)")]
  }
}

@Suite("The paper form")
struct BookletTests {
  @Test("Everybody can print the published form, with numbers, boxes, lines and its code")
  func booklet() async throws {
    let bench = try await FormsBench()
    let (status, html) = await bench.get("consultations/talk/form", visit: .anonymous)
    #expect(status == 200)
    #expect(html.contains("Form views · version 1"))
    #expect(html.contains("Your &lt;b&gt;views&lt;/b&gt;"))
    #expect(html.contains("Answer this only if you answered “No” to question 1."))
    #expect(html.contains("Tick all that apply."))
    #expect(html.contains("Tick one box on each line."))
    #expect(html.contains("You can leave this part out."))
    #expect(html.contains("Freepost EXAMPLE") && html.contains("You do not need a stamp."))
    #expect(html.components(separatedBy: "class=\"booklet-line\"").count == 4)
    #expect(html.components(separatedBy: "class=\"booklet-entry\"").count == 4)
    #expect(html.components(separatedBy: "class=\"booklet-box\"").count == 11)
    for number in 1...5 { #expect(html.contains(">\(number).</span>")) }
    #expect(!html.contains("style="))
  }

  @Test("A variant is printed in its language, and says so in the code") func variant() async throws
  {
    let bench = try await FormsBench()
    let (_, html) = await bench.get("consultations/talk/form", [("variant", "cy")])
    #expect(html.contains("<h1 lang=\"cy\">Eich barn</h1>"))
    #expect(html.contains("Form views · version 1 · cy"))
  }

  @Test("Older versions stay printable; unknown ones are not found") func versions() async throws {
    let bench = try await FormsBench()
    var changed = FormsBench.form
    changed.title = "Changed"
    try await FormDesk(bench.data).publish(changed, reason: "Clearer", by: .program)
    #expect(await bench.get("consultations/talk/form").html.contains("Changed"))
    let (_, first) = await bench.get("consultations/talk/form", [("version", "1")])
    #expect(first.contains("version 1") && !first.contains("Changed"))
    #expect(first.contains("/consultations/talk/form?version=1&amp;variant=cy"))
    for wrong in [("version", "3"), ("version", "x"), ("variant", "fr")] {
      #expect(await bench.get("consultations/talk/form", [wrong]).status == 404)
    }
    #expect(await bench.get("consultations/gone/form").status == 404)
  }

  @Test("Before the form is published there is no paper form") func unpublished() async throws {
    let bench = try await FormsBench(published: false)
    let (status, _) = await bench.get("consultations/talk/form")
    #expect(status == 404)
  }

  @Test("A form of 200 questions is printed") func large() async throws {
    let bench = try await FormsBench()
    var form = FormsBench.form
    form.sections[0].questions += (0..<195).map {
      Question(id: "extra-\($0)", text: "Extra \($0)?", kind: .yesNo)
    }
    try await FormDesk(bench.data).publish(form, reason: "More", by: .program)
    let (status, html) = await bench.get("consultations/talk/form")
    #expect(status == 200 && html.contains("id=\"q200\""))
  }
}

@Suite("The desk of forms")
struct FormsDeskTests {
  @Test("The desk is for those who run consultations") func permission() async throws {
    let bench = try await FormsBench()
    let analyst = Visit(person: Person(id: "a", name: "A", role: .analyst), formSecret: "x")
    #expect(await bench.get("desk/forms", visit: .anonymous).status == 401)
    #expect(await bench.get("desk/forms", visit: analyst).status == 403)
    #expect(await bench.post("desk/forms", [], visit: analyst).status == 403)
    #expect(await bench.get("desk/forms").status == 200)
    #expect(await bench.get("desk/forms/gone").status == 404)
    #expect(await bench.get("desk/forms/views/nowhere").status == 404)
  }

  @Test("A form is started, changed and published as a new version") func whole() async throws {
    let bench = try await FormsBench()
    #expect(await bench.get("desk/forms/views").html.contains("Start a draft from version 1"))
    #expect(await bench.post("desk/forms/views/start", [("from", "version")]).status == 303)
    let front = try bench.now([("title", "New title"), ("introduction", ""), ("address", "")])
    #expect(await bench.post("desk/forms/views/front", front).status == 303)
    #expect(try bench.draft().definition.title == "New title")
    let page = await bench.get("desk/forms/views/publish").html
    #expect(page.contains("The title is now “New title”."))
    #expect(page.contains("Answers to 5 of 5 questions can be counted together"))
    #expect(page.contains("name=\"secret\" value=\"s3cret\""))
    let missing = await bench.post("desk/forms/views/publish", try bench.now([("reason", "")]))
    #expect(missing.status == 422 && missing.html.contains("Say why the form changed"))
    let done = await bench.post("desk/forms/views/publish", try bench.now([("reason", "Clearer")]))
    #expect(done.status == 303)
    #expect(await bench.post("desk/forms/views/publish", [("reason", "Clearer")]).status == 303)
    #expect(try bench.data.ledger.state(FormState.self).versions["views"]?.count == 2)
    let version = await bench.get("desk/forms/views/versions/2")
    #expect(version.status == 200 && version.html.contains("Clearer"))
  }

  @Test("A new form is made from nothing or from another, under a name of its own")
  func new() async throws {
    let bench = try await FormsBench()
    let empty = await bench.post("desk/forms", [("title", ""), ("id", "")])
    #expect(empty.status == 422 && empty.html.contains("Give the form a title."))
    let taken = await bench.post("desk/forms", [("title", "X"), ("id", "views")])
    #expect(taken.status == 422 && taken.html.contains("value=\"X\""))
    let wrong = await bench.post("desk/forms", [("title", "X"), ("id", "Not good")])
    #expect(wrong.status == 422)
    let made = await bench.post("desk/forms", [("title", "Children’s views")])
    #expect(made.html == "/desk/forms/childrens-views")
    #expect(await bench.get("desk/forms/childrens-views").html.contains("There is no question yet"))
    let copy = await bench.post("desk/forms", [("id", "copy"), ("from", "plan/views")])
    #expect(copy.html == "/desk/forms/copy")
    #expect(await bench.get("desk/forms").html.contains("Children’s views"))
    #expect(await bench.post("desk/forms/copy/discard", [("revision", "1")]).html == "/desk/forms")
  }

  @Test("Sections and questions are added, moved, changed and taken out") func parts() async throws
  {
    let bench = try await FormsBench()
    _ = await bench.post("desk/forms/views/start", [("from", "plan")])
    let base = "desk/forms/views"
    let added = await bench.post(
      "\(base)/sections", try bench.now([("section-title", "Extra part")]))
    #expect(added.html == "/desk/forms/views/sections/extra-part")
    let question: [(name: String, value: String)] = [
      ("text", "Which matter?"), ("kind", "choose-up-to"), ("number", "2"),
      ("choices", "phone: By telephone\nIn person\n\nNote: a letter"), ("condition", "share=no"),
    ]
    let made = await bench.post("\(base)/sections/extra-part/new", try bench.now(question))
    #expect(made.status == 303)
    let kept = try #require(try bench.draft().definition.question("which-matter"))
    #expect(
      kept.kind
        == .chooseUpTo(
          2,
          [
            Choice(id: "phone", text: "By telephone"), Choice(id: "in-person", text: "In person"),
            Choice(id: "note-a-letter", text: "Note: a letter"),
          ]))
    #expect(kept.askIf == Condition(question: "share", isAnyOf: ["no"]))
    let page = await bench.get("\(base)/questions/which-matter")
    #expect(page.html.contains("phone: By telephone\nin-person: In person"))
    #expect(page.html.contains("<option value=\"share=no\" selected>"))
    let up = try bench.now([("question", "which-matter"), ("move", "up")])
    #expect(await bench.post("\(base)/move", up).html == "/desk/forms/views/sections/more")
    let out = try bench.now([("section", "extra-part"), ("move", "remove")])
    #expect(await bench.post("\(base)/move", out).status == 303)
    #expect(try bench.draft().definition.sections.map(\.id) == ["digital", "more"])
    let section = try bench.now([
      ("title", "Digital"), ("workstream", "digital"), ("optional", "yes"), ("condition", ""),
    ])
    #expect(await bench.post("\(base)/sections/digital", section).status == 303)
    #expect(try bench.draft().definition.sections[0].isOptional)
    #expect(try bench.draft().definition.sections[0].workstream == "digital")
  }

  @Test(
    "A wrong question comes back with what was typed and the error beside it",
    arguments: [
      ("", "yes-no", "", "", "Write the question."),
      ("Q", "choose-one", "", "", "Write at least one"),
      ("Q", "choose-up-to", "a\nb", "3", "Add choices: 2 are fewer than 3."),
      ("Q", "list-up-to", "", "lots", "Write a whole number from 1 to 20."),
      ("Q", "text", "a\nb", "", "has no choices."),
      ("Q", "hack", "", "", "Choose a way to answer."),
      ("Q", "vote", "a: x\na: y", "", "Two lines start with"),
    ])
  func wrong(_ text: String, _ kind: String, _ choices: String, _ number: String, _ message: String)
    async throws
  {
    let bench = try await FormsBench()
    _ = await bench.post("desk/forms/views/start", [("from", "plan")])
    let before = try bench.draft()
    let fields = try bench.now([
      ("text", text), ("kind", kind), ("choices", choices), ("number", number),
      ("help", "kept as typed <script>"),
    ])
    let answer = await bench.post("desk/forms/views/questions/share", fields)
    #expect(answer.status == 422 && answer.html.contains(message))
    #expect(answer.html.contains("kept as typed &lt;script&gt;"))
    #expect(answer.html.contains("There is a problem"))
    #expect(try bench.draft() == before)
  }

  @Test("A change from an old page is not lost and does not overwrite") func stale() async throws {
    let bench = try await FormsBench()
    _ = await bench.post("desk/forms/views/start", [("from", "plan")])
    let old = try bench.now([("title", "Mine")])
    _ = await bench.post("desk/forms/views/front", try bench.now([("title", "Theirs")]))
    let answer = await bench.post("desk/forms/views/front", old)
    #expect(answer.status == 422 && answer.html.contains("value=\"Mine\""))
    #expect(try bench.draft().definition.title == "Theirs")
    let move = await bench.post(
      "desk/forms/views/move", [("section", "digital"), ("move", "down"), ("revision", "1")])
    #expect(move.status == 422)
  }

  @Test("The text of a form is kept when right, and comes back with lines when wrong")
  func text() async throws {
    let bench = try await FormsBench()
    _ = await bench.post("desk/forms/views/start", [("from", "plan")])
    let page = await bench.get("desk/forms/views/text")
    #expect(page.html.contains("answer: tick all"))
    let good = FormYAML.write(try bench.draft().definition).replacing("Why not?", with: "Why so?")
    let saved = await bench.post("desk/forms/views/text", try bench.now([("text", good)]))
    #expect(saved.html == "/desk/forms/views")
    #expect(try bench.draft().definition.question("why")?.text == "Why so?")
    let bad = good.replacing("answer: tick all", with: "answer: guess")
    let refused = await bench.post("desk/forms/views/text", try bench.now([("text", bad)]))
    #expect(refused.status == 422)
    #expect(refused.html.contains("is not a way to answer"))
    #expect(refused.html.contains("answer: guess"))
    #expect(refused.html.contains("Problems by line"))
    let other = good.replacing("id: views", with: "id: else")
    let renamed = await bench.post("desk/forms/views/text", try bench.now([("text", other)]))
    #expect(renamed.status == 422 && renamed.html.contains("has to stay"))
    let broken = await bench.post("desk/forms/views/text", try bench.now([("text", "id: [")]))
    #expect(broken.status == 422 && broken.html.contains("id: ["))
    let unready = good.replacing("Why so?", with: "\"\"")
    let kept = await bench.post("desk/forms/views/text", try bench.now([("text", unready)]))
    #expect(kept.html == "/desk/forms/views/text")
    #expect(await bench.get("desk/forms/views/text").html.contains("The text is empty. Write one."))
    #expect(await bench.get("desk/forms/views/publish").html.contains("cannot be published yet"))
  }

  @Test("The preview shows a section as people will see it, in every variant")
  func preview() async throws {
    let bench = try await FormsBench()
    _ = await bench.post("desk/forms/views/start", [("from", "plan")])
    let first = await bench.get("desk/forms/views/preview")
    #expect(
      first.html.contains("name=\"q-share\"") && first.html.contains("name=\"q-devices-other\""))
    #expect(first.html.contains("Shown only if you answered “No” to question 1."))
    let second = await bench.get(
      "desk/forms/views/preview", [("section", "more"), ("variant", "cy")])
    #expect(second.html.contains("name=\"q-far--a\"") && second.html.contains("name=\"q-three-3\""))
    #expect(second.html.contains("This variant lacks"))
    #expect(await bench.get("desk/forms/views/preview", [("section", "gone")]).status == 404)
    let booklet = await bench.get("desk/forms/views/booklet")
    #expect(booklet.html.contains("This is a draft."))
  }
}
