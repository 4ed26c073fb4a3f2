// SPDX-License-Identifier: Apache-2.0

/// The words and signs of a condition in SQL.
enum SQLToken: Hashable {
  /// A word without quotation marks, in small letters.
  case word(String)
  /// A name in double quotation marks.
  case name(String)
  /// A text in single quotation marks.
  case text(String)
  case number(Double)
  case sign(String)

  /// Reads a condition; nil where a quotation mark is never closed.
  static func tokens(_ sql: String) -> [SQLToken]? {
    let characters = Array(sql)
    var tokens: [SQLToken] = []
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character.isWhitespace {
        place += 1
      } else if character == "\"" || character == "'" || character == "`" {
        guard let end = characters[(place + 1)...].firstIndex(of: character) else { return nil }
        let inside = String(characters[(place + 1)..<end])
        tokens.append(character == "'" ? .text(inside) : .name(inside))
        place = end + 1
      } else if character.isNumber {
        let end = characters[place...].firstIndex { !$0.isNumber && $0 != "." } ?? characters.count
        tokens.append(.number(Double(String(characters[place..<end])) ?? 0))
        place = end
      } else if character.isLetter || character == "_" {
        let end =
          characters[place...].firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" }
          ?? characters.count
        tokens.append(.word(String(characters[place..<end]).lowercased()))
        place = end
      } else {
        let two = String(characters[place..<min(place + 2, characters.count)])
        let sign = ["<=", ">=", "<>", "!=", "::"].contains(two) ? two : String(character)
        tokens.append(.sign(sign))
        place += sign.count
      }
    }
    return tokens
  }
}
