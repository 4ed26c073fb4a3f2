// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Testing

@testable import People

@Suite("Passwords")
struct PasswordTests {
  @Test(
    "scrypt gives the keys of RFC 7914, section 12",
    arguments: [
      (
        "", "", 16, 1, 1,
        "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
          + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
      ),
      (
        "password", "NaCl", 1024, 8, 16,
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
          + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
      ),
      (
        "pleaseletmein", "SodiumChloride", 16384, 8, 1,
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
          + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
      ),
    ])
  func vectors(
    password: String, salt: String, rounds: Int, blockSize: Int, parallelism: Int, key: String
  ) throws {
    let derived = try PasswordHash.derive(
      Array(password.utf8), salt: Array(salt.utf8), length: 64,
      .init(rounds: rounds, blockSize: blockSize, parallelism: parallelism))
    #expect(SecretDigest.hexadecimal(derived) == key)
  }

  @Test("the cost in use is at least 2^15 rounds of blocks of 8")
  func cost() throws {
    let cost = PasswordHash.Parameters.current
    #expect(cost.rounds >= 1 << 15 && cost.blockSize >= 8 && cost.parallelism >= 1)
    let hash = try PasswordHash("three words apart", parameters: cost)
    #expect(try hash.matches("three words apart"))
    #expect(try !hash.matches("three words apart "))
  }

  @Test("the same letters match however they were composed; two hashes differ in salt")
  func composition() throws {
    let hash = try PasswordHash("Zo\u{00EB} und Bl\u{00FC}te", parameters: .cheap)
    #expect(try hash.matches("Zoe\u{0308} und Blu\u{0308}te"))
    #expect(try PasswordHash("Zoë und Blüte", parameters: .cheap) != hash)
  }

  @Test(
    "passwords that are short or the first to be guessed are refused",
    arguments: [
      "", "short", "eleven chrs", "aaaaaaaaaaaaaaaa", "abcabcabcabc", "123456789012",
      "Password1234", "qwertyuiopasdf", "abcdefghijklmn", "Correct Horse Battery Staple",
      "anna@example.org", "nmlkjihgfedcba",
    ])
  func refused(password: String) {
    #expect(PasswordRules.problem(password, personal: ["anna@example.org"]) != nil)
  }

  @Test(
    "long passwords of any signs are taken",
    arguments: ["three dull words", "å∂ßƒ©˙∆˚¬…æ÷", "  spaces matter  ", "gTr5!kkLm2pq"])
  func taken(password: String) { #expect(PasswordRules.problem(password) == nil) }

  @Test("a password that is a book is refused")
  func tooLong() {
    let book = (0..<400).map(String.init).joined()
    #expect(PasswordRules.problem(book) != nil)
  }

  @Test("comparison tells equal from different")
  func comparison() {
    #expect(ConstantTime.areEqual("abc", "abc"))
    #expect(!ConstantTime.areEqual("abc", "abd"))
    #expect(!ConstantTime.areEqual("abc", "abcd"))
    #expect(!ConstantTime.areEqual("", "a"))
  }

  @Test("work on passwords is refused when too much waits")
  func bounded() async throws {
    let work = PasswordWork(atOnce: 1, longestLine: 3)
    // Nothing is finished before the nine that are too many were refused, however slow that is.
    let refusals = DispatchSemaphore(value: 0)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask {
          do throws(PeopleError) {
            try await work.run { () throws(PeopleError) in
              for _ in 0..<9 { _ = refusals.wait(timeout: .now() + 10) }
              for _ in 0..<9 { refusals.signal() }
            }
            return true
          } catch {
            refusals.signal()
            return false
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 }.count == 3)
  }
}

@Suite("Limits of attempts")
struct AttemptLimitTests {
  let start = Date(timeIntervalSince1970: 1_000_000)

  @Test("ten are let through, the eleventh waits for its share of the time")
  func bucket() throws {
    let limit = AttemptLimit(10, in: 900)
    for _ in 0..<10 { #expect(limit.take("a", at: start) == nil) }
    let until = try #require(limit.take("a", at: start))
    #expect(abs(until.timeIntervalSince(start) - 90) < 0.001)
    #expect(limit.take("b", at: start) == nil)
    #expect(limit.take("a", at: until.addingTimeInterval(0.01)) == nil)
    #expect(limit.take("a", at: until.addingTimeInterval(0.01)) != nil)
  }

  @Test("an attempt that is given back does not count; a full bucket stays full")
  func giveBack() {
    let limit = AttemptLimit(1, in: 60)
    for _ in 0..<5 {
      #expect(limit.take("a", at: start) == nil)
      limit.giveBack("a")
    }
    limit.giveBack("a")
    #expect(limit.take("a", at: start) == nil)
    #expect(limit.take("a", at: start) != nil)
  }

  @Test("memory is bounded, whoever asks")
  func bounded() {
    let limit = AttemptLimit(2, in: 60, mostKeys: 100)
    for number in 0..<5000 { _ = limit.take("key \(number)", at: start) }
    #expect(limit.count <= 100)
  }

  @Test("a clock that goes back opens nothing")
  func clockBack() {
    let limit = AttemptLimit(1, in: 60)
    #expect(limit.take("a", at: start) == nil)
    #expect(limit.take("a", at: start.addingTimeInterval(-3600)) != nil)
  }

  @Test(
    "an IPv6 address counts as its network",
    arguments: [
      ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
      ("2001:db8::1", "2001:db8:0:0"), ("::1", "0:0:0:0"), ("fe80::1%eth0", "fe80:0:0:0"),
      ("::ffff:192.0.2.7", "::ffff:192.0.2.7"), ("", ""), ("::", "0:0:0:0"),
    ])
  func network(address: String, key: String) {
    #expect(AttemptLimit.key(address: address) == key)
  }
}
