// SPDX-License-Identifier: Apache-2.0

/// The words for the ways to answer.
enum KindWords {
  /// All of them, for a message.
  static let list =
    "text, choose one, tick all, choose up to 3, list up to 3, agree, yes or no, or vote"

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  /// The kind that words name, or nil; hyphens and capitals make no difference.
  static func kind(
    _ words: String, choices: [Choice], other: Bool, lines: Int
  ) -> QuestionKind? {
    let plain = words.lowercased().map { $0 == "-" ? " " : $0 }
    let parts = String(plain).split(separator: " ").map(String.init)
    switch parts.joined(separator: " ") {
    case "text": return .text(lines: lines)
    case "choose one": return .chooseOne(choices, allowsOther: other)
    case "tick all", "tick all that apply": return .chooseAny(choices, allowsOther: other)
    case "agree": return .agree(choices)
    case "yes no", "yes or no": return .yesNo
    case "vote": return .vote(choices)
    default: break
    }
    guard parts.count == 4, parts[1] == "up", parts[2] == "to",
      let count = Int(parts[3]) ?? numbers[parts[3]]
    else { return nil }
    switch parts[0] {
    case "choose": return .chooseUpTo(count, choices)
    case "list": return .listUpTo(count)
    default: return nil
    }
  }
}
