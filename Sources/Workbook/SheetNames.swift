// SPDX-License-Identifier: Apache-2.0

/// Names for tabs and table objects that Excel accepts and that differ from each other.
struct SheetNames: Sendable {
  /// Names that the workbook's own sheets take, and one that Excel keeps for itself.
  static let cover = "Cover"
  static let contents = "Contents"
  static let notes = "Notes"
  private static let kept = [cover, contents, notes, "History"]

  private static let longest = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  private var taken = Set(kept.map { $0.lowercased() })

  /// The name cleaned, cut to 31 characters and numbered if another sheet has it already.
  mutating func unique(_ name: String) -> String {
    let clean = Self.cleaned(name)
    let base = Self.trimmed(clean.isEmpty ? "Table" : clean, to: Self.longest)
    var candidate = base
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let suffix = " \(number)"
      candidate = Self.trimmed(base, to: Self.longest - suffix.count) + suffix
      number += 1
    }
    return candidate
  }

  private static func cleaned(_ name: String) -> String {
    let allowed = String(name.map { forbidden.contains($0) ? " " : $0 }).onOneLine
    return trimmed(allowed, to: allowed.utf16.count)
  }

  /// The longest start of `name` that takes at most `limit` UTF-16 units, as Excel counts, without
  /// spaces or apostrophes at its ends.
  private static func trimmed(_ name: String, to limit: Int) -> String {
    var result = ""
    for character in name.drop(while: isTrimmed) {
      guard result.utf16.count + character.utf16.count <= limit else { break }
      result.append(character)
    }
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return result
  }

  private static func isTrimmed(_ character: Character) -> Bool {
    character == "'" || character == " "
  }

  /// A name for the table object: letters, digits and underscores, numbered so as to be unique.
  static func tableName(_ sheet: String, number: Int) -> String {
    let safe = sheet.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": Character(scalar)
      default: "_"
      }
    }
    return "Table_\(number)_" + String(safe)
  }
}
