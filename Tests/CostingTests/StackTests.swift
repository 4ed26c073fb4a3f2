// SPDX-License-Identifier: Apache-2.0

import Costing
import Testing

@Suite struct `The stack with holes` {
  @Test func `a gap of 486 with productivity of 190 leaves 296 unexplained`() throws {
    let stack = try Stack(
      gap: 486,
      items: [
        Stack.Item(label: "productivity", amount: .known(190, source: "deck of November 2017"))
      ])

    #expect(stack.unexplained == 296)
    #expect(stack.description == "gap 486\nproductivity 190\nunexplained 296")
    #expect(stack.items.count == 1)
  }

  @Test func `what is named without an amount stays named and open`() throws {
    let stack = try Stack(
      gap: 486,
      items: [
        Stack.Item(label: "productivity", amount: .known(190, source: "deck of November 2017")),
        Stack.Item(label: "care transformation", amount: .unknown),
      ])

    #expect(stack.unexplained == 296)
    #expect(stack.unknowns.map(\.label) == ["care transformation"])
    #expect(stack.description.contains("care transformation amount not known"))
  }

  @Test func `an amount without a source is refused, so that no plug can stand in`() {
    #expect(throws: CostingErrors.self) {
      try Stack(gap: 486, items: [Stack.Item(label: "other", amount: .known(296, source: " "))])
    }
  }

  @Test func `more than the gap is said to be more`() throws {
    let stack = try Stack(
      gap: 100, items: [Stack.Item(label: "savings", amount: .known(130.5, source: "a return"))])

    #expect(stack.description.hasSuffix("more than the gap by 30.5"))
  }

  @Test func `amounts that are no numbers and labels used twice are all named`() {
    let items = [
      Stack.Item(label: "a", amount: .known(.nan, source: "s")),
      Stack.Item(label: "a", amount: .unknown), Stack.Item(label: " ", amount: .unknown),
    ]
    do throws(CostingErrors) {
      _ = try Stack(gap: .infinity, items: items)
      Issue.record("it was accepted")
    } catch {
      #expect(error.all.count == 4)
    }
  }

  @Test func `an empty stack explains nothing`() throws {
    #expect(try Stack(gap: 486, items: []).description == "gap 486\nunexplained 486")
  }
}
