// SPDX-License-Identifier: Apache-2.0

/// A National Insurance number: two letters, six digits and a letter from A to D.
enum NationalInsurancePattern {
  /// Letters and pairs that are never issued (HM Revenue and Customs, NIM39110).
  private static let neverFirst = Set("dfiquv".utf8)
  private static let neverSecond = Set("dfiquvo".utf8)
  private static let neverPairs = ["bg", "gb", "kn", "nk", "nt", "tn", "zz"].map { Array($0.utf8) }

  static func match(in text: ScannedText, at start: Int) -> Range<Int>? {
    let pair = [text[start], text[start + 1]]
    guard isPlainLetter(pair[0]), isPlainLetter(pair[1]), !neverFirst.contains(pair[0]),
      !neverSecond.contains(pair[1]), !neverPairs.contains(pair)
    else { return nil }
    var place = start + 2
    for _ in 0..<3 {
      place = skipSeparator(place, in: text)
      guard text.isDigit(place), text.isDigit(place + 1) else { return nil }
      place += 2
    }
    place = skipSeparator(place, in: text)
    let last = text[place]
    guard last >= UInt8(ascii: "a"), last <= UInt8(ascii: "d"), !text.isWordPart(place + 1)
    else { return nil }
    return start..<(place + 1)
  }

  private static func skipSeparator(_ place: Int, in text: ScannedText) -> Int {
    let code = text[place]
    return code == UInt8(ascii: " ") || code == UInt8(ascii: "-") ? place + 1 : place
  }

  static func isPlainLetter(_ code: UInt8) -> Bool {
    code >= UInt8(ascii: "a") && code <= UInt8(ascii: "z")
  }
}

/// A full postcode: an area's letters, a district, and a digit with two letters.
enum PostcodePattern {
  private static let areas: Set<[UInt8]> = Set(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec \
    eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln \
    ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so \
    sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze
    """.utf8.split(separator: UInt8(ascii: " ")).map(Array.init))
  /// Letters that the last part never has.
  private static let neverLast = Set("cikmov".utf8)
  /// "The A2 2nd junction" is not a postcode.
  private static let ordinals = ["st", "nd", "rd", "th"].map { Array($0.utf8) }

  static func match(in text: ScannedText, at start: Int) -> Range<Int>? {
    var letters: [UInt8] = []
    while letters.count < 3, NationalInsurancePattern.isPlainLetter(text[start + letters.count]) {
      letters.append(text[start + letters.count])
    }
    guard areas.contains(letters), text.isDigit(start + letters.count) else { return nil }
    let afterDigit = start + letters.count + 1
    // A district may have a second digit or a letter: the longer reading comes first.
    for outwardEnd in [afterDigit + 1, afterDigit] {
      guard outwardEnd == afterDigit || text.isWordPart(afterDigit) else { continue }
      let inward = text[outwardEnd] == UInt8(ascii: " ") ? outwardEnd + 1 : outwardEnd
      if isInward(inward, in: text) { return start..<(inward + 3) }
    }
    return nil
  }

  private static func isInward(_ place: Int, in text: ScannedText) -> Bool {
    let pair = [text[place + 1], text[place + 2]]
    return text.isDigit(place) && !text.isWordPart(place + 3)
      && text[place + 3] != UInt8(ascii: "@") && !ordinals.contains(pair)
      && pair.allSatisfy { NationalInsurancePattern.isPlainLetter($0) && !neverLast.contains($0) }
  }
}
