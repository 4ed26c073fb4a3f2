// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Ways to write something wrongly.
enum Mistake {
  /// A decimal digit that is not this one.
  static func otherDigit(than digit: UInt8, using stream: inout RandomStream) -> UInt8 {
    let zero = UInt8(ascii: "0")
    return zero + (digit - zero + 1 + UInt8(stream.below(9))) % 10
  }

  /// A nickname where there is one, else at times the initial.
  static func shortForm(of name: [UInt8], using stream: inout RandomStream) -> [UInt8] {
    if let forms = Nicknames.all[name] { return stream.one(of: forms) }
    return stream.happens(0.2) ? Array(name.prefix(1)) : name
  }

  /// A name with one letter left out, added, replaced or exchanged with the next, or a sound written
  /// in another way.
  static func misspelling(_ name: [UInt8], using stream: inout RandomStream) -> [UInt8] {
    guard name.count > 2 else { return name }
    if stream.happens(0.35), let heard = sound(name, using: &stream) { return heard }
    var name = name
    // The first letter is right more often than the others.
    let place = stream.happens(0.05) ? 0 : 1 + stream.below(name.count - 1)
    switch stream.below(4) {
    case 0: name.remove(at: place)
    case 1: name.insert(letter(using: &stream), at: place)
    case 2: name[place] = letter(using: &stream)
    default: if place + 1 < name.count { name.swapAt(place, place + 1) }
    }
    return name
  }

  private static func letter(using stream: inout RandomStream) -> UInt8 {
    UInt8(ascii: "a") + UInt8(stream.below(26))
  }

  private static let sounds: [(from: [UInt8], to: [UInt8])] = [
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("k", "ck"), ("c", "k"), ("ie", "y"), ("y", "ie"),
    ("ll", "l"), ("l", "ll"), ("nn", "n"), ("tt", "t"), ("t", "tt"), ("ee", "ea"), ("ea", "ee"),
    ("ai", "ay"), ("s", "z"), ("e", "ea"), ("ou", "ow"), ("v", "w"), ("i", "y"), ("mm", "m"),
    ("ss", "s"), ("oo", "u"), ("u", "oo"), ("h", ""), ("a", "e"), ("o", "u"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// A spelling that sounds alike; nil where the sound that was drawn does not occur.
  private static func sound(_ name: [UInt8], using stream: inout RandomStream) -> [UInt8]? {
    let (from, to) = stream.one(of: sounds)
    guard name.count >= from.count else { return nil }
    for start in 1...(name.count - from.count + 1) where start + from.count <= name.count {
      if Array(name[start..<(start + from.count)]) == from {
        return Array(name[..<start]) + to + Array(name[(start + from.count)...])
      }
    }
    return nil
  }

  /// A date that differs in its day, month or year, and still is one.
  static func date(
    _ date: (year: Int, month: Int, day: Int), using stream: inout RandomStream
  ) -> (year: Int, month: Int, day: Int) {
    var (year, month, day) = date
    switch stream.below(10) {
    case 0..<3: if day <= 12 { swap(&month, &day) } else { day = otherDay(day, using: &stream) }
    case 3..<6: day = otherDay(day, using: &stream)
    case 6: month = 1 + (month + stream.below(11)) % 12
    case 7: (month, day) = (1, 1)
    default: year = max(1_910, year + (stream.happens(0.5) ? 1 : stream.happens(0.5) ? -1 : -10))
    }
    return (year, month, min(day, Day.days(inMonth: month, of: year)))
  }

  private static func otherDay(_ day: Int, using stream: inout RandomStream) -> Int {
    1 + (day + stream.below(27)) % 28
  }

  /// A postcode with another digit in its inward part, or with two letters exchanged there.
  static func postcode(_ postcode: [UInt8], using stream: inout RandomStream) -> [UInt8] {
    var postcode = postcode
    let last = postcode.count - 1
    if stream.happens(0.5) {
      postcode[last - 2] = otherDigit(than: postcode[last - 2], using: &stream)
    } else if postcode[last] != postcode[last - 1] {
      postcode.swapAt(last, last - 1)
    } else {
      postcode[last] = postcode[last] == UInt8(ascii: "X") ? UInt8(ascii: "Y") : UInt8(ascii: "X")
    }
    return postcode
  }
}
