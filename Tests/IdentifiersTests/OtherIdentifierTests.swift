// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Testing

@Suite struct OtherIdentifierTests {
  @Test func `reads sexes in words, letters and codes`() {
    #expect(["Male", "m", "1"].allSatisfy { StandardSex.standardise($0).value == "m" })
    #expect(["FEMALE", "F", "2"].allSatisfy { StandardSex.standardise($0).value == "f" })
    #expect(
      ["0", "9", "", "Not known"].allSatisfy { StandardSex.standardise($0).status == .missing })
    #expect(StandardSex.standardise("q").status == .invalid)
  }

  @Test func `keeps addresses of mail in small letters`() {
    #expect(StandardEmail.standardise(" Anna@Example.org ").value == "anna@example.org")
    #expect(StandardEmail.standardise("anna.example.org").status == .invalid)
    #expect(StandardEmail.standardise("").status == .missing)
  }

  @Test func `writes British telephone numbers one way`() {
    #expect(StandardPhone.standardise("+44 1632 960 001").value == "01632960001")
    #expect(StandardPhone.standardise("01632-960001").value == "01632960001")
    #expect(StandardPhone.standardise("+44 (0)1632 960001").value == "01632960001")
  }

  @Test func `leaves signs out of other text`() {
    #expect(StandardText.standardise(" 7, Wallaby  Pl. ").value == "7 wallaby pl")
    #expect(StandardText.standardise("Unknown").status == .missing)
  }
}
