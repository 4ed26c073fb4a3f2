// SPDX-License-Identifier: Apache-2.0

/// All the answers to one question, packed.
///
/// A single choice is one small number per response. A multiple choice is a bit set: one 64-bit
/// word per response for up to 64 options, and as many words as it takes beyond that.
struct AnswerColumn: Sendable {
  static let notAnswered: Int32 = -1
  static let notAsked: Int32 = -2
  /// A multiple choice that was answered: its options are in `words`.
  static let chosenSet: Int32 = 0

  let optionCount: Int
  let isMultiple: Bool
  let wordsPerResponse: Int
  /// The option chosen, or one of the marks above.
  private(set) var codes: [Int32] = []
  private(set) var words: [UInt64] = []

  init(_ question: ClosedQuestion) {
    optionCount = question.options.count
    isMultiple = question.kind == .multiple
    wordsPerResponse = isMultiple ? (question.options.count + 63) / 64 : 0
  }

  mutating func append(_ answer: ClosedAnswer) {
    var chosen: [Int] = []
    switch answer {
    case .notAsked: codes.append(Self.notAsked)
    case .notAnswered, .multiple([]): codes.append(Self.notAnswered)
    case .single(let option): chosen = [option]
    case .multiple(let options): chosen = options
    }
    let start = words.count
    words.append(contentsOf: repeatElement(0, count: wordsPerResponse))
    guard let first = chosen.first else { return }
    codes.append(isMultiple ? Self.chosenSet : Int32(first))
    guard isMultiple else { return }
    for option in chosen { words[start + option / 64] |= 1 << UInt64(option % 64) }
  }

  /// Calls the body with each option the response chose.
  @inline(__always)
  func forEachOption(of response: Int, _ body: (Int) -> Void) {
    let code = codes[response]
    guard code >= 0 else { return }
    guard isMultiple else { return body(Int(code)) }
    for place in 0..<wordsPerResponse {
      var word = words[response * wordsPerResponse + place]
      while word != 0 {
        body(place * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}

/// Names of one kind, each stored once, and a small number per response.
struct NameColumn: Sendable {
  private(set) var names: [String] = []
  private(set) var codes: [Int32] = []
  private var places: [String: Int32] = [:]

  mutating func append(_ name: String) {
    if let place = places[name] {
      codes.append(place)
      return
    }
    let place = Int32(names.count)
    places[name] = place
    names.append(name)
    codes.append(place)
  }

  /// Which of the names a filter admits; nil admits every name.
  func admitted(by wanted: Set<String>?) -> [Bool] {
    names.map { wanted?.contains($0) ?? true }
  }
}
