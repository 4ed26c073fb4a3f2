// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Testing

private let front = """
  ---
  title: Money
  answer: We are {{fact:money.gap}} short.
  section: home
  order: 2
  ---

  """

/// The page `pages/money.md` with some text.
private func page(_ text: String) throws -> Page {
  try #require(read(["pages/money.md": text]).plan().pages.first)
}

private func problems(_ text: String) throws -> [Violation] {
  try violations(["pages/money.md": text])
}

@Suite struct `Pages` {
  @Test func `the front matter is read`() throws {
    let page = try page(front + "Text.\n")

    #expect(page.name == "money" && page.file == "pages/money.md")
    #expect(page.title == "Money" && page.section == "home" && page.order == 2)
    #expect(page.answer == "We are {{fact:money.gap}} short.")
  }

  @Test func `the text after the front matter keeps its line numbers`() throws {
    let page = try page(front + "One.\nTwo.\n")

    #expect(page.lines == ["One.", "Two.", ""] && page.firstLine == 7)
  }

  @Test func `lines that end as in Windows are read the same`() throws {
    let text = front + "One {{fact:money.gap}}.\nTwo.\n"

    let page = try page(text.replacing("\n", with: "\r\n"))

    #expect(page.title == "Money" && page.lines == ["One {{fact:money.gap}}.", "Two.", ""])
    #expect(page.tags.map(\.line) == [3, 7])
  }

  @Test func `a byte order mark before the front matter is passed over`() throws {
    #expect(try page("\u{FEFF}" + front + "One.\n").title == "Money")
  }

  @Test func `a page without front matter is one mistake`() throws {
    #expect(try problems("Just text.\n").map(\.found) == ["no front matter"])
  }

  @Test func `front matter that is never closed is one mistake`() throws {
    #expect(try problems("---\ntitle: Money\n").map(\.found) == ["no front matter"])
  }

  @Test(arguments: [("title", 3), ("answer", 2)])
  func `a missing key is named`(key: String, lines: Int) throws {
    let text = front.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")

    let found = try problems(text + "\n")

    #expect(found.map(\.found) == ["no value for “\(key)”"])
    #expect(found.first?.file == "pages/money.md")
  }

  @Test func `an unknown key is placed at its line of the file`() throws {
    let found = try problems(front.replacing("order: 2", with: "ordr: 2"))

    #expect(found.map(\.advice) == ["Did you mean “order”?"])
    #expect(found.first?.row == 5)
  }

  @Test func `front matter that is not YAML is one mistake`() throws {
    let found = try problems(front.replacing("title: Money", with: "title: Money: ours"))

    #expect(found.map(\.found) == ["text that is not YAML"])
    #expect(found.first?.row == 2)
  }

  @Test func `an order that is no number is not passed over`() throws {
    #expect(
      try problems(front.replacing("order: 2", with: "order: first")).map(\.column) == ["order"])
  }

  @Test func `pages are in order of section, order and name`() throws {
    func text(_ section: String, _ order: Int) -> String {
      front.replacing("home", with: section).replacing("order: 2", with: "order: \(order)")
    }
    let plan = try read([
      "pages/a.md": text("money", 1), "pages/b.md": text("home", 10),
      "pages/c.md": text("home", 2), "pages/d/e.md": text("home", 2),
    ]).plan()

    #expect(plan.pages.map(\.name) == ["c", "d/e", "b", "a"])
  }

  @Test func `a page that is not UTF-8 is refused`() throws {
    let latin = PlanFile(path: "pages/money.md", bytes: Array(front.utf8) + [0xA3, 0x0A])

    #expect(try violations(in: files() + [latin]).map(\.found) == ["bytes that are not UTF-8"])
  }
}

@Suite struct `Tags in pages` {
  @Test func `tags carry their line and column`() throws {
    let page = try page(front + "Text.\n£ {{fact:money.gap}} and {{picture:gap-by-year}}\n")

    let tags = page.tags.filter { $0.line > 6 }
    #expect(tags.map(\.kind) == [.fact, .picture])
    #expect(tags.map(\.name) == ["money.gap", "gap-by-year"])
    #expect(tags.map(\.line) == [8, 8] && tags.map(\.column) == [3, 26])
  }

  @Test func `the title and the answer may have tags`() throws {
    let tags = try page(front).tags

    #expect(tags.map(\.name) == ["money.gap"] && tags.map(\.line) == [3])
  }

  @Test(arguments: [
    "{{fact}}", "{{figure:money.gap}}", "{{fact:Money}}", "{{ fact:money.gap }}", "{{}}",
    "{{fact:money.gap|bold}}",
  ])
  func `a bad tag is placed at its line and column`(tag: String) throws {
    let found = try problems(front + "Text.\nText \(tag).\n")

    #expect(found.map(\.found) == ["“\(tag)”"])
    #expect(found.map(\.row) == [8] && found.map(\.column) == ["6"])
    #expect(found.first?.expected == "{{fact:id}} or {{picture:id}}")
  }

  @Test(arguments: ["{{fact:money.gap", "money.gap}}", "{fact:money.gap}", "{ {fact:a} }"])
  func `braces that are not a pair of pairs are text`(text: String) throws {
    #expect(PageText.pieces(of: text) == [.text(text)])
  }

  @Test func `text is cut at its tags`() {
    #expect(
      PageText.pieces(of: "a {{b}}{{c}} d")
        == [.text("a "), .tag("b", column: 3), .tag("c", column: 8), .text(" d")])
  }

  @Test func `no text has no pieces`() {
    #expect(PageText.pieces(of: "").isEmpty)
  }
}
