// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Testing

@Suite struct `Reading a printed number` {
  @Test(arguments: [("486", 0), ("3.4", 1), ("3.40", 2), ("-2.5", 1), ("0.000", 3), ("007", 0)])
  func `the decimals are those that were printed`(text: String, decimals: Int) throws {
    #expect(try quantity(text).decimals == decimals)
  }

  @Test func `the value is exact`() throws {
    #expect(try quantity("0.1").value + quantity("0.2").value == quantity("0.3").value)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1,000", "£5", "5%", "1e5", "1E+05", "+5", "--5", " 5", "5 ", "1.2.3",
    "n/a", "٣", "½", "NaN", "inf", "0x10", "5-",
  ])
  func `anything but digits is refused`(text: String) {
    #expect(Quantity(printed: text, unit: .percent) == nil)
  }

  @Test func `a number beyond any figure is refused`() {
    let huge = "1" + String(repeating: "0", count: 200)

    #expect(Quantity(printed: huge, unit: .percent) == nil)
  }

  @Test func `more decimals than a decimal can hold are refused`() {
    let tiny = "0." + String(repeating: "0", count: 200) + "1"

    #expect(Quantity(printed: tiny, unit: .percent) == nil)
  }

  @Test func `thirty-eight digits are kept exactly, and one more is refused`() throws {
    let digits = String(repeating: "9", count: 38)

    #expect(try quantity(digits).plainNumber == digits)
    #expect(Quantity(printed: digits + "9", unit: .percent) == nil)
  }

  @Test func `a number from floating point loses its last bits`() {
    let sum = Quantity(computed: 0.1 + 0.2, decimals: 1, unit: .percent)

    #expect(sum.value == Decimal(string: "0.3"))
  }

  @Test func `a number from floating point keeps four places more than are shown`() {
    let third = Quantity(computed: 1.0 / 3, decimals: 1, unit: .percent)

    #expect(third.value == Decimal(string: "0.33333"))
  }
}

@Suite struct `What rounding can explain` {
  @Test(arguments: [("86", "0.5"), ("3.4", "0.05"), ("3.40", "0.005"), ("0", "0.5")])
  func `half of one in the last printed place`(text: String, tolerance: String) throws {
    #expect(try quantity(text).roundingTolerance == decimal(tolerance))
  }

  @Test(arguments: [
    ("190", "5"), ("194", "0.5"), ("1000", "500"), ("-190", "5"), ("0", "0.5"), ("3.40", "0.005"),
    ("1", "0.5"),
  ])
  func `a loose figure is good to its last place that is not zero`(
    text: String, tolerance: String
  ) throws {
    #expect(try quantity(text).looseTolerance == decimal(tolerance))
  }

  @Test(arguments: [("2.5", "3"), ("-2.5", "-3"), ("2.49", "2"), ("0.5", "1")])
  func `halves are rounded away from zero`(text: String, rounded: String) throws {
    #expect(try decimal(text).rounded(to: 0) == decimal(rounded))
  }
}
