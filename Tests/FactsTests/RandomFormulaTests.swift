// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import TestKit
import Testing

/// An expression with the value that was worked out while it was made up.
private struct MadeUp {
  let text: String
  /// Nil where it divides by zero.
  let value: Double?

  /// Writes an expression by chance.
  ///
  /// Every operation is in parentheses, so that its value does not rest on the precedence that
  /// is being tested.
  static func expression(depth: Int, _ random: inout SeededDraws) -> MadeUp {
    if depth == 0 || Int.random(in: 0..<5, using: &random) == 0 { return leaf(&random) }
    let left = expression(depth: depth - 1, &random)
    let right = expression(depth: depth - 1, &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return combined("(\(left.text) + \(right.text))", left, right, +)
    case 1: return combined("(\(left.text)-\(right.text))", left, right, -)
    case 2: return combined("(\(left.text) *\(right.text))", left, right, *)
    case 3: return combined("(\(left.text) / \(right.text))", left, right, /)
    case 4: return combined("min(\(left.text), \(right.text))", left, right, Swift.min)
    case 5: return combined("max(\(left.text),\(right.text))", left, right, Swift.max)
    case 6: return combined("sum(\(left.text) , \(right.text))", left, right, +)
    case 7: return combined("mean(\(left.text), \(right.text))", left, right) { ($0 + $1) / 2 }
    default: return MadeUp(text: "-\(left.text)", value: left.value.map { -$0 })
    }
  }

  private static func leaf(_ random: inout SeededDraws) -> MadeUp {
    let number = Int.random(in: 0...9, using: &random)
    // The fact named n.3 has the value 3.
    let text = Bool.random(using: &random) ? "\(number)" : "{n.\(number)}"
    return MadeUp(text: text, value: Double(number))
  }

  private static func combined(
    _ text: String, _ left: MadeUp, _ right: MadeUp, _ apply: (Double, Double) -> Double
  ) -> MadeUp {
    guard let first = left.value, let second = right.value else {
      return MadeUp(text: text, value: nil)
    }
    let value = apply(first, second)
    return MadeUp(text: text, value: value.isFinite ? value : nil)
  }
}

@Suite struct `Formulas made up by chance` {
  @Test(arguments: UInt64(1)...200)
  func `a formula gives the value of an independent evaluation`(seed: UInt64) throws {
    var random = SeededDraws(seed: seed)
    let expected = MadeUp.expression(depth: 5, &random)

    let value = try? Formula(expected.text).value { fact in
      Decimal(string: String(fact.rawValue.dropFirst(2)))
    }

    guard let wanted = expected.value else {
      #expect(value == nil, "\(expected.text)")
      return
    }
    let found = try #require(value, "\(expected.text)").asDouble
    #expect(abs(found - wanted) <= 1e-9 * max(1, abs(wanted)), "\(expected.text)")
  }

  @Test(arguments: UInt64(1)...100)
  func `precedence without parentheses is that of multiplication first`(seed: UInt64) throws {
    var random = SeededDraws(seed: seed)
    var text = ""
    var total = 0
    for index in 0..<Int.random(in: 1...8, using: &random) {
      let factors = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let isAdded = index == 0 || Bool.random(using: &random)
      if index > 0 { text += isAdded ? " + " : " - " }
      text += factors.map(String.init).joined(separator: "*")
      total += (isAdded ? 1 : -1) * factors.reduce(1, *)
    }

    #expect(try Formula(text).value { _ in nil } == Decimal(total), "\(text)")
  }
}
