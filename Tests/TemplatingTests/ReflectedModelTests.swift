// SPDX-License-Identifier: Apache-2.0

import Mustache
import Templating
import Testing

@Suite struct `A reflected model` {
  struct Page {
    let title: String
    let note: String?
    let isOpen: Bool
    let items: [Item]
    let kind: Kind
    var own = Own(given: "g")
    let words: [String]
    let first: Item?
  }

  struct Item {
    let name: String
    let note: String?
  }

  enum Kind { case plain }

  struct Own: MustacheParent {
    let given: String
    func child(named name: String) -> Any? { name == "worked" ? given + "!" : nil }
  }

  static let page = Page(
    title: "A <b>", note: nil, isOpen: true,
    items: [Item(name: "one", note: "n"), Item(name: "two", note: nil)], kind: .plain,
    words: ["x", "y"], first: Item(name: "first", note: nil))

  @Test(arguments: [
    "{{title}}|{{{title}}}|{{note}}|{{kind}}", "{{#isOpen}}open{{/isOpen}}{{^note}}none{{/note}}",
    "{{#items}}{{name}}:{{#note}}{{.}}{{/note}}{{^note}}-{{/note}}:{{title}};{{/items}}",
    "{{own.worked}} {{#own}}{{worked}}{{given}}{{/own}}", "{{#words}}{{.}},{{/words}}",
    "{{#first}}{{name}}{{/first}}{{first.name}}{{missing}}{{^items}}x{{/items}}",
    "{{#note}}{{title}}{{/note}}{{#missing}}m{{/missing}}{{#kind}}k{{/kind}}",
  ])
  func `renders as the model itself does`(text: String) throws {
    let template = try MustacheTemplate(string: text)
    #expect(template.render(ReflectedModel(Self.page)) == template.render(Self.page))
  }
}
