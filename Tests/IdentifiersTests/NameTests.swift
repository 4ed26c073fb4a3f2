// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("Zoë", "zoe"), ("O’Neill", "oneill"), ("O'NEILL", "oneill"), ("Smith-Jones", "smith jones"),
    ("  Anna   Maria ", "anna maria"), ("Łukasz", "lukasz"), ("Müller", "muller"),
    ("Strauß", "strauss"),
    ("Nguyễn", "nguyen"), ("Zoe\u{308}", "zoe"), ("St. John", "st john"), ("Mrs Brown", "brown"),
    ("Ann3", "ann"),
  ])
  func `writes a name in plain letters`(written: String, standard: String) {
    #expect(StandardName(written)?.text == standard)
  }

  @Test(arguments: [
    "", "  ", "Baby", "TWIN ONE", "twin 2", "Baby of Anna", "Unknown", "Not Known", "N/K", "-",
    "null", "xxx",
  ])
  func `takes what stands for no name for nothing`(written: String) {
    #expect(StandardName.standardise(written).status == .missing)
  }

  @Test func `keeps names that only begin like a stand-in`() {
    #expect(StandardName("Babyn")?.text == "babyn")
    #expect(StandardName("Master")?.text == "master")
    #expect(StandardName("Nada")?.text == "nada")
  }

  @Test func `lets a name in another alphabet be compared`() {
    let outcome = StandardName.standardise("Ольга")
    #expect(outcome.status == .invalid)
    #expect(outcome.comparable == "ольга")
  }

  @Test func `standardising twice changes nothing`() {
    for name in ["Zoë Smith-Jones", "O'Neill", "Dr Anna Ångström", "Łukasz"] {
      let once = StandardName.standardise(name).value ?? ""
      #expect(StandardName.standardise(once).value == once)
    }
  }

  @Test(arguments: [
    ("Robert", "R163"), ("Rupert", "R163"), ("Ashcraft", "A261"), ("Tymczak", "T522"),
    ("Pfister", "P236"), ("Honeyman", "H555"), ("Lee", "L000"),
  ])
  func `gives the published Soundex codes`(name: String, code: String) {
    #expect(Soundex.code(of: name) == code)
  }

  @Test func `gives no Soundex code to what has no letter`() {
    #expect(Soundex.code(of: "123") == nil)
  }
}
