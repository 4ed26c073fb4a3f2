// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Pseudonyms
import TestKit
import Testing

/// As little work as a test can do with.
let lightWork = KeyFile.Work(rounds: 1 << 10, blockSize: 8, parallelism: 1)

func testKey(_ purpose: String = "planning") throws -> PseudonymKey {
  try PseudonymKey.make(partnership: "test", purpose: purpose, day: "2026-04-01")
}

struct KeyTests {
  private let words = "correct horse battery"

  @Test func `a key comes back from its file as it was`() throws {
    let key = try testKey()
    let bytes = try KeyFile(key, passphrase: words, work: lightWork).bytes()
    let read = try KeyFile.read(Data(bytes), file: "k")
    #expect(read.label == key.label)
    #expect(try read.open(passphrase: words, file: "k") == key)
  }

  @Test func `a wrong passphrase does not open it`() throws {
    let file = try KeyFile(testKey(), passphrase: words, work: lightWork)
    #expect(throws: KeyError.self) { try file.open(passphrase: words + " ", file: "k") }
    #expect(throws: KeyError.self) { try file.open(passphrase: "", file: "k") }
    #expect(throws: KeyError.self) {
      try KeyFile(testKey(), passphrase: "too short", work: lightWork)
    }
  }

  @Test func `no byte of the file can be changed, nor its label`() throws {
    let bytes = try KeyFile(testKey(), passphrase: words, work: lightWork).bytes()
    var draws = SeededDraws(seed: 4)
    for _ in 0..<80 {
      var changed = bytes
      let place = draws.below(bytes.count)
      let old = changed[place]
      guard old != UInt8(ascii: " "), old != UInt8(ascii: "\n") else { continue }
      changed[place] = old == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      #expect(throws: KeyError.self, "byte \(place)") {
        try KeyFile.read(Data(changed), file: "k").open(passphrase: words, file: "k")
      }
    }
  }

  @Test func `a file that asks for gigabytes of memory is refused before it gets them`() throws {
    let text = try String(
      decoding: KeyFile(testKey(), passphrase: words, work: lightWork).bytes(), as: UTF8.self)
    let greedy = text.replacing("\"rounds\" : 1024", with: "\"rounds\" : 1073741824")
    #expect(greedy != text)
    #expect(throws: KeyError.self) { try KeyFile.read(Data(greedy.utf8), file: "k") }
  }

  @Test func `the file does not hold the secret in clear`() throws {
    let key = try testKey()
    let text = try String(
      decoding: KeyFile(key, passphrase: words, work: lightWork).bytes(), as: UTF8.self)
    #expect(!text.contains(words))
    #expect(text.contains("\"purpose\" : \"planning\""))
    #expect(text.contains(key.checkValue))
  }

  @Test func `the check value tells keys apart`() throws {
    let key = try testKey()
    #expect(try key.checkValue != testKey().checkValue)
    let next = try key.rotated(day: "2027-04-01")
    #expect(next.checkValue != key.checkValue)
    #expect(next.label.rotation == 2)
    #expect(next.label.purpose == "planning")
  }

  @Test func `a secret file is its owner's alone and is never written over`() throws {
    let path = NSTemporaryDirectory() + "weald-key-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SecretFile.make([1, 2, 3], at: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(throws: KeyError.self) { try SecretFile.make([4], at: path) }
    #expect(try SecretFile.read(path) == Data([1, 2, 3]))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(throws: KeyError.self) { try SecretFile.read(path) }
  }
}
