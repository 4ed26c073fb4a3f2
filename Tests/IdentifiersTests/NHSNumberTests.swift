// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Testing

@Suite struct NHSNumberTests {
  @Test func `takes a number with a right check digit, with or without spaces`() {
    #expect(NHSNumber("999 000 0018")?.text == "9990000018")
    #expect(NHSNumber("943 476 5919")?.text == "9434765919")
  }

  @Test func `refuses a wrong check digit and says so`() {
    let outcome = NHSNumber.standardise("9434765918")
    #expect(outcome.status == .invalid)
    #expect(outcome.reason == "wrong check digit")
    #expect(outcome.comparable == "9434765918")
  }

  @Test func `takes ten times one digit for nothing`() {
    #expect(NHSNumber.standardise("4444444444").status == .missing)
  }

  @Test func `no nine digits have two check digits`() {
    for number in stride(from: 999_000_000, through: 999_999_999, by: 997) {
      let nine = String(number)
      let right = (0...9).filter { NHSNumber("\(nine)\($0)") != nil }
      #expect(right == (NHSNumber.checkDigit(of: nine).map { [$0] } ?? []))
    }
  }

  @Test func `knows the range for tests`() throws {
    let check = try #require(NHSNumber.checkDigit(of: "999123457"))
    #expect(try #require(NHSNumber("999123457\(check)")).isForTests)
    #expect(NHSNumber("9434765919")?.isForTests == false)
  }
}
