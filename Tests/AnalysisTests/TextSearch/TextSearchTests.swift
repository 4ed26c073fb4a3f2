// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Comment search")
struct TextSearchTests {
  static let comments = [
    IndexedComment(
      id: "a", text: "Parking at the café is awful",
      values: [.code: ["parking", "food"], .area: ["Thanet"], .stance: ["against"]]),
    IndexedComment(
      id: "b", text: "PARKED outside; no buses",
      values: [.code: ["parking"], .area: ["Swale"], .flag: ["campaign"]]),
    IndexedComment(id: "c", text: "More buses, please", values: [.area: ["Thanet"]]),
    IndexedComment(
      id: "d", text: "Staff were kind", values: [.code: ["staff"], .area: ["Dover"]]),
  ]

  static func ids(_ query: CommentQuery) throws -> [String] {
    try CommentIndex(comments).page(query).ids
  }

  @Test("codes are asked for as all, any or none")
  func codes() throws {
    #expect(try Self.ids(CommentQuery(all: [.code: ["parking", "food"]])) == ["a"])
    #expect(try Self.ids(CommentQuery(any: [.code: ["food", "staff"]])) == ["a", "d"])
    #expect(try Self.ids(CommentQuery(none: [.code: ["parking"]])) == ["c", "d"])
    #expect(try Self.ids(CommentQuery(any: [.code: []])) == ["a", "b", "c", "d"])
    #expect(try Self.ids(CommentQuery(any: [.code: ["unknown"]])) == [])
    #expect(try Self.ids(CommentQuery(none: [.code: ["unknown"]])) == ["a", "b", "c", "d"])
  }

  @Test("attributes, stance and flags narrow together")
  func attributes() throws {
    #expect(
      try Self.ids(CommentQuery(any: [.area: ["Thanet", "Swale"], .code: ["parking"]]))
        == ["a", "b"])
    #expect(
      try Self.ids(CommentQuery(any: [.code: ["parking"]], none: [.flag: ["campaign"]])) == ["a"])
    #expect(try Self.ids(CommentQuery(any: [.stance: ["against"]])) == ["a"])
  }

  @Test(
    "words match from their beginning, all of them, in any case and without accents",
    arguments: [
      ("park", ["a", "b"]), ("PARKI", ["a"]), ("bus no", ["b"]), ("cafe", ["a"]), ("CAFÉ", ["a"]),
      ("arking", []), ("", ["a", "b", "c", "d"]), ("  ,; ", ["a", "b", "c", "d"]), ("zz", []),
    ])
  func words(text: String, expected: [String]) throws {
    #expect(try Self.ids(CommentQuery(words: text)) == expected)
  }

  @Test("a page has its part and the whole count")
  func paging() throws {
    let index = try CommentIndex(Self.comments)
    let page = index.page(CommentQuery(), offset: 1, limit: 2)
    #expect(page.ids == ["b", "c"])
    #expect(page.total == 4)
    #expect(index.page(CommentQuery(), offset: 9).ids.isEmpty)
    #expect(index.page(CommentQuery(), offset: -3, limit: 1).ids == ["a"])
    #expect(index.page(CommentQuery(), limit: -1).ids.isEmpty)
    #expect(index.page(CommentQuery(), offset: .max, limit: .max).total == 4)
  }

  @Test("codes and comments can be added and taken away in place")
  func updates() throws {
    var index = try CommentIndex(Self.comments)
    try index.add("travel", as: .code, to: "c")
    try index.remove("parking", as: .code, from: "a")
    try index.remove("never", as: .code, from: "a")
    #expect(index.has("travel", as: .code, id: "c"))
    #expect(index.page(CommentQuery(any: [.code: ["travel", "parking"]])).ids == ["b", "c"])
    try index.append(
      IndexedComment(id: "e", text: "Parkland walks", values: [.code: ["travel"]]))
    #expect(index.page(CommentQuery(any: [.code: ["travel"]], words: "park")).ids == ["e"])
    #expect(index.counts(of: .code) == ["parking": 1, "food": 1, "staff": 1, "travel": 2])
    #expect(
      index.counts(of: .code, in: CommentQuery(any: [.area: ["Thanet"]]))
        == ["food": 1, "travel": 1])
  }

  @Test("a name used twice and a name unknown are refused")
  func refusals() throws {
    var index = try CommentIndex(Self.comments)
    #expect(throws: CommentIndexError.repeatedComment(id: "a")) {
      try index.append(Self.comments[0])
    }
    #expect(throws: CommentIndexError.unknownComment(id: "z")) {
      try index.add("x", as: .code, to: "z")
    }
    #expect(throws: CommentIndexError.unknownComment(id: "z")) {
      try index.remove("x", as: .code, from: "z")
    }
    #expect(index.count == 4)
  }

  @Test("any filter finds what reading every comment finds", arguments: [1, 2] as [UInt64])
  func againstReading(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let codes = (0..<12).map { "code\($0)" }
    func some(_ from: [String], _ most: Int) -> Set<String> {
      Set(
        (0..<Int.random(in: 0...most, using: &numbers)).compactMap { _ in
          from.randomElement(using: &numbers)
        })
    }
    let vocabulary = (0..<900).map { "w\(String($0 * 7919, radix: 26))" }
    let comments = (0..<700).map { place in
      IndexedComment(
        id: "c\(place)", text: some(vocabulary, 20).joined(separator: " "),
        values: [.code: some(codes, 4), .area: some(["n", "s", "e"], 1)])
    }
    let index = try CommentIndex(comments)
    for _ in 0..<200 {
      let beginning = String(vocabulary.randomElement(using: &numbers)?.prefix(2) ?? "w")
      let query = CommentQuery(
        any: [.code: some(codes, 3), .area: some(["n", "s"], 1)], all: [.code: some(codes, 1)],
        none: [.code: some(codes, 2)], words: Bool.random(using: &numbers) ? beginning : "")
      let expected = comments.filter { Self.matches($0, query) }.map(\.id)
      let page = index.page(query, limit: 1000)
      #expect(page.ids == expected)
      #expect(page.total == expected.count)
    }
  }

  static func matches(_ comment: IndexedComment, _ query: CommentQuery) -> Bool {
    let words = comment.text.split(separator: " ")
    return query.any.allSatisfy { key, values in
      values.isEmpty || !values.isDisjoint(with: comment.values[key] ?? [])
    }
      && query.all.allSatisfy { $1.isSubset(of: comment.values[$0] ?? []) }
      && query.none.allSatisfy { $1.isDisjoint(with: comment.values[$0] ?? []) }
      && (query.words.isEmpty || words.contains { $0.hasPrefix(query.words) })
  }
}
