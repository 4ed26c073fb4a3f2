// SPDX-License-Identifier: Apache-2.0

/// What may be done to a code frame: each rule checks, and gives the event to be recorded.
public struct CodeFrameRules: Sendable {
  /// The most characters of a title, a description and a reason.
  public static let limits = (title: 100, description: 2000, reason: 500)

  private let frame: CodeFrame

  /// The rules over a frame as it is now.
  public init(_ frame: CodeFrame) { self.frame = frame }

  /// A new code, with an id made from its title.
  ///
  /// - Throws: `CodingError`.
  public func add(_ words: CodeWords, reason: String) throws(CodingError) -> CodingEvent {
    try check(words, for: nil)
    try check(reason: reason)
    return .codeAdded(code: newID(words.title), words: words, reason: reason)
  }

  /// Other words for a code.
  ///
  /// - Throws: `CodingError`.
  public func redescribe(
    _ code: String, _ words: CodeWords, reason: String
  ) throws(CodingError) -> CodingEvent {
    _ = try inUse(code)
    try check(words, for: code)
    try check(reason: reason)
    return .codeRedescribed(code: code, words: words, reason: reason)
  }

  /// Codes become another, and their comments follow.
  ///
  /// - Throws: `CodingError`.
  public func merge(
    _ codes: [String], into target: String, reason: String
  ) throws(CodingError) -> CodingEvent {
    guard !codes.isEmpty else { throw .tooFewCodes(needed: 1) }
    _ = try inUse(target)
    for code in codes {
      _ = try inUse(code)
      guard code != target else { throw .mergedIntoItself }
    }
    try check(reason: reason)
    return .codesMerged(from: codes, into: target, reason: reason)
  }

  /// A code becomes several, and its comments are to be recoded.
  ///
  /// - Throws: `CodingError`.
  public func split(
    _ code: String, into targets: [String], reason: String
  ) throws(CodingError) -> CodingEvent {
    _ = try inUse(code)
    guard Set(targets).count >= 2 else { throw .tooFewCodes(needed: 2) }
    for target in targets {
      _ = try inUse(target)
      guard target != code else { throw .mergedIntoItself }
    }
    try check(reason: reason)
    return .codeSplit(code: code, into: targets, reason: reason)
  }

  /// A code is given no more.
  ///
  /// - Throws: `CodingError`.
  public func retire(_ code: String, reason: String) throws(CodingError) -> CodingEvent {
    _ = try inUse(code)
    try check(reason: reason)
    return .codeRetired(code: code, reason: reason)
  }

  func inUse(_ code: String) throws(CodingError) -> CodeFrame.Code {
    guard let found = frame[code] else { throw .unknownCode(code) }
    guard found.standing == .inUse else { throw .notInUse(found.words.title) }
    return found
  }

  private func check(reason: String) throws(CodingError) {
    guard !reason.isEmpty else { throw .reasonMissing }
    try check(reason, "reason", Self.limits.reason)
  }

  private func check(_ text: String, _ what: String, _ limit: Int) throws(CodingError) {
    guard text.count <= limit else {
      throw .tooLong(what: what, limit: limit, found: text.count)
    }
  }

  private func check(_ words: CodeWords, for code: String?) throws(CodingError) {
    guard !words.title.isEmpty else { throw .titleMissing }
    guard !words.description.isEmpty else { throw .descriptionMissing }
    try check(words.title, "title", Self.limits.title)
    try check(words.description, "description", Self.limits.description)
    let title = words.title.lowercased()
    let isTaken = frame.inUse.contains { $0.id != code && $0.words.title.lowercased() == title }
    guard !isTaken else { throw .titleTaken(words.title) }
    var parent = words.parent
    for _ in 0...frame.codes.count {
      guard let id = parent else { return }
      let above = try inUse(id)
      guard id != code else { throw .parentInCircle }
      parent = above.words.parent.flatMap { frame[$0]?.standing == .inUse ? $0 : nil }
    }
    throw .parentInCircle
  }

  private func newID(_ title: String) -> String {
    let letters = title.lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    let words = String(letters).split(separator: "-").prefix(6).joined(separator: "-")
    let base = words.isEmpty ? "code" : words
    guard frame[base] != nil else { return base }
    var number = 2
    while frame["\(base)-\(number)"] != nil { number += 1 }
    return "\(base)-\(number)"
  }
}
