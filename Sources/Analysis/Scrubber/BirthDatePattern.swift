// SPDX-License-Identifier: Apache-2.0

/// A date that follows words which say it is a date of birth.
///
/// Only the date itself is matched.
enum BirthDatePattern {
  private static let cues: [StaticString] = [
    "date of birth", "d.o.b.", "d.o.b", "dob", "birth date", "birthdate", "born",
  ]
  private static let fillers: [StaticString] = ["is", "was", "on", "the"]
  private static let mostFillers = 8

  static func match(in text: ScannedText, at start: Int) -> Range<Int>? {
    guard let cue = cues.first(where: { text.has($0, at: start) }) else { return nil }
    var place = start + cue.utf8CodeUnitCount
    guard !text.isWordPart(place) else { return nil }
    for _ in 0..<mostFillers {
      let next = skipFiller(place, in: text)
      if next == place { break }
      place = next
    }
    return WrittenDate.end(in: text, from: place).map { place..<$0 }
  }

  private static func skipFiller(_ place: Int, in text: ScannedText) -> Int {
    if [" ", ":", "-", "=", "(", ",", "\n", "\t"].contains(Character(Unicode.Scalar(text[place]))) {
      return place + 1
    }
    for filler in fillers where text.has(filler, at: place) {
      let end = place + filler.utf8CodeUnitCount
      if !text.isWordPart(end) { return end }
    }
    return place
  }
}

/// A date with a day, a month and a year, as people write it.
enum WrittenDate {
  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec",
  ]

  /// Where a date that starts here ends; nil if there is none.
  static func end(in text: ScannedText, from start: Int) -> Int? {
    numericEnd(in: text, from: start) ?? dayFirstEnd(in: text, from: start)
      ?? monthFirstEnd(in: text, from: start)
  }

  /// 3/12/1956, 03.12.56 or 1956-12-03.
  private static func numericEnd(in text: ScannedText, from start: Int) -> Int? {
    let firstEnd = text.digitsEnd(from: start, limit: 4)
    let sign = text[firstEnd]
    guard ["/", "-", ".", " "].contains(Character(Unicode.Scalar(sign))) else { return nil }
    let secondEnd = text.digitsEnd(from: firstEnd + 1, limit: 2)
    guard secondEnd > firstEnd + 1, text[secondEnd] == sign else { return nil }
    let thirdEnd = text.digitsEnd(from: secondEnd + 1, limit: 4)
    guard (1...12).contains(text.number(firstEnd + 1..<secondEnd)), !text.isWordPart(thirdEnd)
    else { return nil }
    let yearFirst = firstEnd - start == 4
    let day = yearFirst ? secondEnd + 1..<thirdEnd : start..<firstEnd
    let year = yearFirst ? start..<firstEnd : secondEnd + 1..<thirdEnd
    return isDay(day, in: text) && [2, 4].contains(year.count) ? thirdEnd : nil
  }

  /// 3 December 1956, 3rd of Dec 56.
  private static func dayFirstEnd(in text: ScannedText, from start: Int) -> Int? {
    guard var place = dayEnd(in: text, from: start) else { return nil }
    place = skip(place, in: text)
    if text.has("of ", at: place) { place += 3 }
    guard let monthEnd = monthEnd(in: text, from: place) else { return nil }
    return yearEnd(in: text, from: skip(monthEnd, in: text))
  }

  /// December 3, 1956.
  private static func monthFirstEnd(in text: ScannedText, from start: Int) -> Int? {
    guard let monthEnd = monthEnd(in: text, from: start),
      let dayEnd = dayEnd(in: text, from: skip(monthEnd, in: text))
    else { return nil }
    return yearEnd(in: text, from: skip(dayEnd, in: text))
  }

  private static func dayEnd(in text: ScannedText, from start: Int) -> Int? {
    let end = text.digitsEnd(from: start, limit: 2)
    guard isDay(start..<end, in: text) else { return nil }
    let ordinals: [StaticString] = ["st", "nd", "rd", "th"]
    let hasOrdinal = ordinals.contains { text.has($0, at: end) }
    return hasOrdinal ? end + 2 : end
  }

  private static func isDay(_ range: Range<Int>, in text: ScannedText) -> Bool {
    (1...2).contains(range.count) && (1...31).contains(text.number(range))
  }

  private static func monthEnd(in text: ScannedText, from start: Int) -> Int? {
    months.lazy.filter { text.has($0, at: start) }
      .map { start + $0.utf8CodeUnitCount }
      .first { !text.isLetter($0) }
  }

  private static func yearEnd(in text: ScannedText, from start: Int) -> Int? {
    let end = text.digitsEnd(from: start, limit: 4)
    return [2, 4].contains(end - start) && !text.isWordPart(end) ? end : nil
  }

  /// Passes over at most three spaces, commas, dots and dashes.
  private static func skip(_ place: Int, in text: ScannedText) -> Int {
    var end = place
    while end - place < 3, [" ", ",", ".", "-"].contains(Character(Unicode.Scalar(text[end]))) {
      end += 1
    }
    return end
  }
}
