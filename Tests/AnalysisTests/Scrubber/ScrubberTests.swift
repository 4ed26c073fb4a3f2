// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Personal identifiers in free text")
struct ScrubberTests {
  static let every = Scrubber(kinds: Set(IdentifierKind.allCases))

  static func found(_ text: String) -> [String] {
    let characters = Array(text)
    return every.identifiers(in: text).map { "\($0.kind): \(String(characters[$0.range]))" }
  }

  @Test(
    "NHS numbers with the right check digit are found",
    arguments: ["9434765919", "943 476 5919", "943-476-5919", "943\u{A0}476\u{A0}5919"])
  func nhsNumbers(number: String) {
    #expect(Self.found("My number is \(number).") == ["nhsNumber: \(number)"])
  }

  @Test(
    "wrong check digits, repeated digits and longer numbers are passed over",
    arguments: [
      "943 476 5918", "111 111 1111", "9434765918", "94347659190", "£9434765919", "9,434,765,919",
    ])
  func notNHSNumbers(number: String) {
    #expect(Self.found("My number is \(number).") == [])
  }

  @Test("a remainder that would need a check digit of ten is never valid")
  func checkDigitTen() {
    // Weights 10 to 2 on 1 0 0 0 0 0 0 0 1 give 12; 12 mod 11 is 1; 11 - 1 is 10.
    for last in 0...9 { #expect(Self.found("100 000 001\(last)") == []) }
  }

  @Test(
    "telephone numbers are found however they are written",
    arguments: [
      "01632 960001", "01632960001", "(01632) 960001", "01632-960-001", "020 7946 0001",
      "(020) 7946 0001", "07700 900001", "07700900001", "07700 900 001", "+44 7700 900001",
      "+44 (0)7700 900001", "+44(0)20 7946 0001", "0044 7700 900001", "0800 001 0001",
      "0113 496 0001", "+447700900001",
    ])
  func telephones(number: String) {
    #expect(Self.found("Ring me on \(number), please") == ["telephone: \(number)"])
    #expect(Self.found(number) == ["telephone: \(number)"])
  }

  @Test(
    "addresses for e-mail are found whole",
    arguments: ["a.person@example.org", "x+y_z@mail.example.co.uk", "o'neil-1@ex-ample.com"])
  func addresses(address: String) {
    #expect(Self.found("write to \(address).") == ["emailAddress: \(address)"])
    #expect(Self.found("<\(address)>") == ["emailAddress: \(address)"])
  }

  @Test("a lone at sign is no address", arguments: ["@home", "me@", "a @ b.com", "x@y", "@@@.com"])
  func notAddresses(text: String) { #expect(Self.found(text) == []) }

  @Test(
    "full postcodes are found when asked for",
    arguments: ["ME16 9QQ", "CT1 3NG", "me169qq", "W1A 1AA", "EC1A 1BB", "M1 1AE", "TN23 1PH"])
  func postcodes(code: String) {
    #expect(Self.found("I live at \(code), in town") == ["postcode: \(code)"])
    #expect(Scrubber().identifiers(in: "I live at \(code)").isEmpty)
  }

  @Test(
    "part postcodes and things like them are passed over",
    arguments: ["ME16", "the A2 2nd junction", "M20 5pm", "Q1 2AB", "B12 3ml", "CT1 3NGX"])
  func notPostcodes(text: String) { #expect(Self.found(text) == []) }

  @Test(
    "National Insurance numbers are found", arguments: ["AB 12 34 56 C", "AB123456C", "ab123456d"])
  func nationalInsurance(number: String) {
    #expect(Self.found("NI \(number).") == ["nationalInsurance: \(number)"])
  }

  @Test(
    "letters never issued are passed over",
    arguments: ["QQ123456C", "GB123456A", "AO123456A", "AB123456E", "AB12345C", "AB1234567C"])
  func notNationalInsurance(number: String) { #expect(Self.found(number) == []) }

  @Test(
    "dates given as a date of birth are found, the date alone",
    arguments: [
      ("I was born on 3 December 1956 in Deal", "3 December 1956"), ("DOB: 03/12/56", "03/12/56"),
      ("d.o.b. 3.12.1956", "3.12.1956"), ("Date of birth is 1956-12-03", "1956-12-03"),
      ("born 3rd of Dec 1956", "3rd of Dec 1956"), ("dob December 3, 1956", "December 3, 1956"),
    ])
  func birthDates(text: String, date: String) {
    #expect(Self.found(text) == ["dateOfBirth: \(date)"])
  }

  @Test(
    "ordinary prose with figures is left alone",
    arguments: [
      "In 2016-17 the deficit was £3.4 billion, or 1,000 people a day.",
      "The meeting on 20 April 2018 at 10.30am had 120 people; 45% agreed (54 of 120).",
      "Between 2016/17 and 2020/21 we need £485m, 1,200,000 visits and 3.14159265358979 of luck.",
      "On 01-02-2018 123 people came, on 02.03.2018 1000 more, and 12/12/2018 1234 again.",
      "Born in 1956, I remember 1948. My daughter was born at 6 on a Sunday.",
      "Call 999 or 111. See page 12, table 3.4, section 5.6.7, and figures 10 to 15.",
      "Population: 1 824 500 in 2018, 1 900 000 by 2031. Ratio 2:1. Score 4-3. Room B12.",
      "0.0123456789 and 10000000000 and 1234567890123456789",
      "The A28, A299 and M2 were shut from 07:00 to 19:00, twitter @kentnews said.",
      "A newborn on 3 December 2016. Options A1, B2 and C3 cost £01632960001 or 5,000 each.",
    ])
  func prose(text: String) { #expect(Self.found(text) == []) }

  @Test("places count characters, not bytes, and the rest of the text is kept")
  func masking() {
    let text = "Zoë 👩‍⚕️ on 07700 900001\r\nor zoe@example.org; NHS 943 476 5919."
    #expect(Self.every.identifiers(in: text).map(\.range.lowerBound) == [9, 25, 46])
    #expect(
      Self.every.masked(text)
        == "Zoë 👩‍⚕️ on [telephone number removed]\r\nor [email address removed]; "
        + "NHS [NHS number removed].")
    #expect(Self.every.masked("nothing here") == "nothing here")
    #expect(Self.every.masked("") == "")
  }

  @Test("an address that holds a number is one finding")
  func numberInAddress() {
    #expect(Self.found("07700900001@example.org") == ["emailAddress: 07700900001@example.org"])
    let two = "07700 900001 a@example.org"
    #expect(Self.found(two) == ["telephone: 07700 900001", "emailAddress: a@example.org"])
  }

  @Test("only the kinds asked for are looked for")
  func chosenKinds() {
    let scrubber = Scrubber(kinds: [.telephone])
    let text = "a@example.org 07700 900001 943 476 5919"
    #expect(scrubber.identifiers(in: text).map(\.kind) == [.telephone])
  }

  @Test(
    "hostile text of 100 kB is read in time that grows with its length",
    arguments: [
      "1 ", "0", "a.", "@", "a@", "a@a.", "born ", "dob ----", "(0", "AB12", "me1 ", "+44 ",
    ])
  func hostile(unit: String) {
    let clock = ContinuousClock()
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    let time = clock.measure { _ = Self.every.identifiers(in: text) }
    #expect(time < .seconds(10))
  }
}
