// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Codes that people read aloud, write down and type: 29 signs without vowels, and without I, L, O
/// and 1, the last of which checks the others.
///
/// The check is a weighted sum modulo the prime 29, which notices every single wrong sign and every
/// two neighbours that changed places (the method of the ISBN of 1970, with 29 in place of 11).
public enum PublicCode {
  static let alphabet = Array("023456789BCDFGHJKMNPQRSTVWXYZ")

  /// A new id under which a response is published, such as "ANON-7K2M-9PQX".
  public static func publicID() -> String {
    var generator = SystemRandomNumberGenerator()
    let places = (0..<7).map { _ in Int.random(in: 0..<alphabet.count, using: &generator) }
    return "ANON-" + grouped(checked(places))
  }

  /// An id as it was typed, in the way in which it is written; nil when it cannot be one.
  public static func publicID(typed: String) -> String? {
    var signs = cleaned(typed)
    if signs.hasPrefix("AN0N") { signs.removeFirst(4) }
    guard signs.count == 8, isChecked(signs) else { return nil }
    return "ANON-" + grouped(signs)
  }

  /// The code with which the owner of a token comes back; nobody can work out the token from it.
  public static func returnCode(for token: String) -> String {
    let digest = Array(SHA256.hash(data: Data("return code\n\(token)".utf8)))
    // Two bytes a sign keep the signs equally likely within one part in two thousand.
    let places = (0..<15).map { place in
      (Int(digest[2 * place]) << 8 | Int(digest[2 * place + 1])) % alphabet.count
    }
    return grouped(checked(places))
  }

  /// A return code as it was typed, in the way in which it is written; nil when it is not one.
  public static func returnCode(typed: String) -> String? {
    let signs = cleaned(typed)
    guard signs.count == 16, isChecked(signs) else { return nil }
    return grouped(signs)
  }

  private static func cleaned(_ typed: String) -> String {
    String(
      typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }
        .map { $0 == "O" ? "0" : $0 })
  }

  private static func checked(_ places: [Int]) -> String {
    String((places + [check(places)]).map { alphabet[$0] })
  }

  private static func isChecked(_ signs: String) -> Bool {
    let places = signs.compactMap { alphabet.firstIndex(of: $0) }
    guard places.count == signs.count, let last = places.last else { return false }
    return check(Array(places.dropLast())) == last
  }

  private static func check(_ places: [Int]) -> Int {
    let sum = places.enumerated().reduce(0) { $0 + ($1.offset + 2) * $1.element }
    return sum % alphabet.count
  }

  private static func grouped(_ signs: String) -> String {
    var text = ""
    for (place, sign) in signs.enumerated() {
      if place > 0, place.isMultiple(of: 4) { text.append("-") }
      text.append(sign)
    }
    return text
  }
}
