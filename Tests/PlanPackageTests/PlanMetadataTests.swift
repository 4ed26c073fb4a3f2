// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Testing

/// The metadata of a plan with some text of `plan.yaml` replaced.
private func metadata(_ old: String, _ new: String) throws -> [Violation] {
  try #require(planYAML.contains(old))
  return try violations(["plan.yaml": planYAML.replacing(old, with: new)])
}

private func adding(_ text: String) throws -> PlanMetadata {
  try read(["plan.yaml": planYAML + text]).about
}

private let models = """
  models:
    finance:
      base_year: 2016-17
      last_year: 2020-21
      published_gap: money.gap

  """

@Suite struct `What a plan says about itself` {
  @Test func `every key is read`() throws {
    let about = try adding("summary: In short\ncontributors: [Ann, Bob]\nsynthetic: true\n")

    #expect(about.id == "plan" && about.title == "The plan" && about.area == "Our area")
    #expect(about.status == "draft" && about.priceBase == "cash" && about.licence == "CC-BY-4.0")
    #expect(about.horizon?.description == "2016-17/2020-21" && about.asOf.iso == "2017-12-14")
    #expect(about.summary == "In short" && about.contributors == ["Ann", "Bob"])
    #expect(about.isSynthetic)
  }

  @Test func `a plan is real and has no finance model unless it says so`() throws {
    let about = try adding("")

    #expect(!about.isSynthetic && about.finance == nil && about.contributors.isEmpty)
  }

  @Test func `the finance model is read`() throws {
    let finance = try #require(adding(models).finance)

    #expect(finance.baseYear == 2016 && finance.lastYear == 2020)
    #expect(finance.publishedGap?.rawValue == "money.gap")
  }

  @Test(arguments: [
    "id: plan", "title: The plan", "area: Our area", "status: draft", "price_base: cash",
    "as_of: 2017-12-14", "licence: CC-BY-4.0", "horizon: 2016-17/2020-21",
  ])
  func `each required key that is missing is named`(line: String) throws {
    let key = String(line.prefix { $0 != ":" })

    let found = try metadata(line + "\n", "")

    #expect(found.map(\.found) == ["no value for “\(key)”"])
    #expect(found.first?.column == key && found.first?.file == "plan.yaml")
  }

  @Test(arguments: [
    ("id: plan", "id: The Plan", 1), ("status: draft", "status: done", 4),
    ("horizon: 2016-17/2020-21", "horizon: five years", 5),
    ("as_of: 2017-12-14", "as_of: 14/12/2017", 7),
  ])
  func `a wrong value is placed at its line`(old: String, new: String, line: Int) throws {
    let found = try metadata(old, new)

    #expect(found.map(\.row) == [line])
    #expect(found.first?.column == String(old.prefix { $0 != ":" }))
    #expect(found.first?.found == "“\(new.split(separator: ": ")[1])”")
  }

  @Test func `an unknown key is guessed`() throws {
    let found = try metadata("licence: CC", "lisence: CC")

    #expect(found.map(\.found).contains("an unknown key “lisence”"))
    #expect(found.contains { $0.advice == "Did you mean “licence”?" })
  }

  @Test(arguments: ["yes", "True", "1", "synthetic"])
  func `synthetic is true or false and nothing else`(text: String) throws {
    let found = try metadata("id: plan", "id: plan\nsynthetic: \(text)")

    #expect(found.map(\.column) == ["synthetic"])
    #expect(found.first?.expected == "true or false")
  }

  @Test func `text that is not YAML is placed at its line`() throws {
    let found = try metadata("area: Our area", "area: \"Our area")

    #expect(found.map(\.found) == ["text that is not YAML"])
    #expect(found.first?.row != nil)
  }

  @Test func `a value with a colon in it is advised to be quoted`() throws {
    let found = try metadata("title: The plan", "title: The plan: part two")

    #expect(found.map(\.row) == [2])
    #expect(found.first?.advice.contains("quote text that contains a colon") == true)
  }

  @Test func `a key that comes twice is named`() throws {
    let found = try metadata("status: draft", "status: draft\nstatus: published")

    #expect(found.map(\.found) == ["the key “status” twice"])
  }

  @Test(arguments: ["- a\n- b\n", "just text\n"])
  func `a file that is no mapping is one mistake`(text: String) throws {
    #expect(try violations(["plan.yaml": text]).map(\.expected) == ["keys and values"])
  }

  @Test(arguments: ["", "# only a comment\n"])
  func `an empty file is one mistake`(text: String) throws {
    #expect(try violations(["plan.yaml": text]).map(\.found) == ["an empty file"])
  }

  @Test func `a file in Latin-1 is refused`() throws {
    var bytes = try files()
    bytes.removeAll { $0.path == "plan.yaml" }
    let text = Array(planYAML.utf8) + Array("summary: caf".utf8) + [0xE9, 0x0A]
    bytes.append(PlanFile(path: "plan.yaml", bytes: text))

    #expect(violations(in: bytes).map(\.found) == ["bytes that are not UTF-8"])
  }
}

@Suite struct `Settings of the finance model` {
  private func found(_ old: String, _ new: String) throws -> [Violation] {
    try #require(models.contains(old))
    return try violations(["plan.yaml": planYAML + models.replacing(old, with: new)])
  }

  @Test(arguments: [
    ("base_year: 2016-17", "base_year: 2016", "base_year"),
    ("last_year: 2020-21", "last_year: soon", "last_year"),
    ("last_year: 2020-21", "last_year: 2016-17", "last_year"),
    ("published_gap: money.gap", "published_gap: Money Gap", "published_gap"),
    ("published_gap:", "published_gaps:", "published_gaps"),
  ])
  func `a wrong setting is named once`(old: String, new: String, key: String) throws {
    #expect(try found(old, new).map(\.column) == [key])
  }

  @Test func `an engine that Weald does not have is refused`() throws {
    #expect(
      try found("  finance:", "  weather:").map(\.found) == ["an unknown key “weather”"])
  }

  @Test(arguments: ["models: finance\n", "models:\n  finance: yes\n"])
  func `settings that are no mapping are one mistake`(text: String) throws {
    #expect(try violations(["plan.yaml": planYAML + text]).map(\.expected) == ["keys and values"])
  }
}
