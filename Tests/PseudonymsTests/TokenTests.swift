// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import TestKit
import Testing

@testable import Pseudonyms

struct TokenTests {
  @Test func `a token is the first half of HMAC-SHA-256 under the key of its field`() throws {
    let key = try testKey()
    let fieldKey = key.fieldKey("surname")
    let code = HMAC<SHA256>.authenticationCode(for: Data("o'neill".utf8), using: fieldKey)
    let expected = code.prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(TokenMaker(key, field: .surname).token(of: "o'neill") == expected)
  }

  @Test func `the same value has the same token, and another value another`() throws {
    let key = try testKey()
    let maker = TokenMaker(key, field: .nhsNumber)
    var tokens: Set<String> = []
    for number in 0..<2_000 {
      let value = String(9_990_000_000 + number)
      let token = maker.token(of: value)
      #expect(token == TokenMaker(key, field: .nhsNumber).token(of: value))
      #expect(token.utf8.count == 32)
      tokens.insert(token)
    }
    #expect(tokens.count == 2_000)
  }

  @Test func `another field, purpose, partnership or rotation has another token`() throws {
    let key = try testKey()
    let other = PseudonymKey(
      label: .init(
        id: key.label.id, partnership: "test", purpose: "research", created: "2026-04-01",
        rotation: 1), secret: key.secret)
    let elsewhere = PseudonymKey(
      label: .init(
        id: key.label.id, partnership: "tes", purpose: "tplanning", created: "2026-04-01",
        rotation: 1), secret: key.secret)
    let makers = try [
      TokenMaker(key, field: .surname), TokenMaker(key, field: .givenName),
      TokenMaker(other, field: .surname), TokenMaker(elsewhere, field: .surname),
      TokenMaker(key.rotated(day: "2027-04-01"), field: .surname),
    ]
    #expect(Set(makers.map { $0.token(of: "smith") }).count == makers.count)
  }
}

struct OpenPseudonymiserTests {
  @Test func `reproduces a digest of two columns with a salt`() throws {
    let digest = try OpenPseudonymiser(salt: "mackerel").digest([
      ("NHSNumber", "943 476 5919"), ("DOB", "29.11.1973"),
    ])
    #expect(digest == "ED72F814B7905F3D3958749FA90FE657C101EC657402783DB68CBE3513E76087")
  }

  @Test func `reproduces a digest without a salt`() {
    #expect(
      OpenPseudonymiser().digest(inOrder: ["123456789"])
        == "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225".uppercased())
  }

  @Test func `reproduces a digest with the salt hello`() throws {
    #expect(
      try OpenPseudonymiser(salt: "hello").digest([("Number", "123456789")])
        == "a4455e6581b78d69e569895c2b615dfa90a6cd56938e40ca91edd26e44deedfe".uppercased())
  }

  @Test func `white space does not matter, in values or around the salt`() throws {
    let plain = try OpenPseudonymiser(salt: "mackerel").digest([("A", "ab"), ("B", "cd")])
    let spaced = try OpenPseudonymiser(salt: "\0\0 mackerel\n").digest([
      ("B", "c\td\r\n"), ("A", " a b"),
    ])
    #expect(plain == spaced)
    #expect(throws: KeyError.self) { try OpenPseudonymiser(salt: " \n") }
  }

  @Test func `columns on whose order programs disagree are refused`() throws {
    let digests = try OpenPseudonymiser(salt: "mackerel")
    #expect(throws: KeyError.self) { try digests.digest([("nhs", "1"), ("DOB", "2")]) }
    #expect(throws: KeyError.self) { try digests.digest([("dob", "1"), ("DOB", "2")]) }
    #expect(throws: Never.self) { try digests.digest([("nhs", "1"), ("dob", "2")]) }
  }
}

struct NameEncoderTests {
  @Test func `like names have like encodings, others do not`() throws {
    let encoder = try NameEncoder(testKey())
    func encoded(_ name: String) -> [UInt8] { encoder.encoding(of: name, year: nil) ?? [] }
    #expect(encoded("catherine").count == 64)
    #expect(NameEncoder.similarity(encoded("catherine"), encoded("catherine")) == 1)
    let alike = NameEncoder.similarity(encoded("catherine"), encoded("katherine"))
    let different = NameEncoder.similarity(encoded("catherine"), encoded("muhammad"))
    #expect(alike > 0.7)
    #expect(different < 0.45)
  }

  @Test func `another key sets other bits`() throws {
    let one = try NameEncoder(testKey()).encoding(of: "smith", year: nil) ?? []
    let other = try NameEncoder(testKey()).encoding(of: "smith", year: nil) ?? []
    #expect(NameEncoder.similarity(one, other) < 0.5)
  }

  @Test func `salted with the year, one name has many encodings`() throws {
    let encoder = try NameEncoder(testKey(), hardening: .init(isSaltedWithYear: true))
    let one = encoder.encoding(of: "smith", year: "1980") ?? []
    let other = encoder.encoding(of: "smith", year: "1981") ?? []
    #expect(NameEncoder.similarity(one, other) < 0.5)
    #expect(one == encoder.encoding(of: "smith", year: "1980"))
    #expect(encoder.encoding(of: "smith", year: "") == nil)
  }

  @Test func `folded, like names are still alike`() throws {
    let encoder = try NameEncoder(testKey(), hardening: .init(isFolded: true))
    let one = encoder.encoding(of: "catherine", year: nil) ?? []
    let other = encoder.encoding(of: "katherine", year: nil) ?? []
    #expect(one.count == 64)
    #expect(NameEncoder.similarity(one, other) > 0.6)
  }
}
