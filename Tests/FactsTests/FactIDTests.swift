// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@Suite struct `Names of facts` {
  @Test(arguments: [
    "a", "7", "finance.gap", "finance.gap.do-nothing.2020-21", "a-b-c", "1.2", "a1-2b.c3",
  ])
  func `lower-case words joined by hyphens and full stops are accepted`(text: String) throws {
    #expect(try #require(FactID(text)).rawValue == text)
  }

  @Test(arguments: [
    "", ".", "-", ".a", "a.", "-a", "a-", "a..b", "a--b", "a.-b", "a-.b", "A", "a b", "a_b", "a/b",
    "é", "a\n", "a:b", "{a}", "à", "а",
  ])
  func `anything else is refused`(text: String) {
    #expect(FactID(text) == nil)
  }

  @Test func `names sort as text does`() throws {
    let names = try ["b", "a.b", "a-b", "a"].map(id).sorted()

    #expect(names.map(\.rawValue) == ["a", "a-b", "a.b", "b"])
  }

  @Test func `a name describes itself as written`() throws {
    #expect(try "\(id("finance.gap"))" == "finance.gap")
  }
}

@Suite struct `Units` {
  @Test(arguments: ["GBP", "GBP million", "GBP billion", "GBP per head"])
  func `pounds at any scale are money`(name: String) {
    #expect(Unit(name).isMoney)
  }

  @Test(arguments: ["%", "patients", "GBPs", "million GBP", "gbp"])
  func `other units are not money`(name: String) {
    #expect(!Unit(name).isMoney)
  }

  @Test func `scales of money are whole pounds`() {
    #expect(Unit("GBP").pounds == 1)
    #expect(Unit("GBP million").pounds == 1_000_000)
    #expect(Unit("GBP billion").pounds == 1_000_000_000)
  }

  @Test(arguments: ["GBP per head", "patients", "%"])
  func `a unit that is no amount of money has no pounds`(name: String) {
    #expect(Unit(name).pounds == nil)
  }

  @Test func `only the percent sign is a percentage`() {
    #expect(Unit.percent.isPercentage)
    #expect(!Unit("% points").isPercentage)
  }
}
