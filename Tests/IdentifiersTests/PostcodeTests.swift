// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Testing

@Suite struct PostcodeTests {
  @Test(arguments: [
    ("ct1 2ab", "CT1 2AB"), ("CT12AB", "CT1 2AB"), ("tn130aa", "TN13 0AA"), ("W1A 1AA", "W1A 1AA"),
    ("m1 1ae", "M1 1AE"), ("EC1A1BB", "EC1A 1BB"), ("CT1  2AB ", "CT1 2AB"),
    ("DN55 1PT", "DN55 1PT"),
  ])
  func `writes a postcode in capitals with one space`(written: String, standard: String) {
    #expect(StandardPostcode.standardise(written) == .kept(standard))
  }

  @Test(arguments: [("CTI 2AB", "CT1 2AB"), ("CT1 OAB", "CT1 0AB"), ("0X1 1AA", "OX1 1AA")])
  func `puts letters and digits right by their position`(written: String, standard: String) {
    let outcome = StandardPostcode.standardise(written)
    #expect(outcome.value == standard)
    #expect(outcome.status == .repaired)
  }

  @Test func `has parts`() throws {
    let postcode = try #require(StandardPostcode("TN13 0AA"))
    #expect(postcode.area == "TN")
    #expect(postcode.outcode == "TN13")
    #expect(postcode.sector == "TN13 0")
  }

  @Test func `lets codes of other countries be compared`() {
    #expect(StandardPostcode.standardise("2119").comparable == "2119")
    #expect(StandardPostcode.standardise("2119").status == .invalid)
  }

  @Test func `takes the code for no fixed abode for nothing`() {
    #expect(StandardPostcode.standardise("ZZ99 3VZ").status == .missing)
    #expect(StandardPostcode.standardise("").status == .missing)
  }
}
