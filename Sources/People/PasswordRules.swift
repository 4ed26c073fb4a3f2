// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Which passwords can be chosen: long ones that are not the first to be guessed.
///
/// There are no rules about kinds of signs, and no dates after which a password ends (NIST SP
/// 800-63B, 2017, section 5.1.1.2; National Cyber Security Centre, password guidance, 2018).
public enum PasswordRules {
  /// The fewest letters.
  public static let shortest = 12
  /// The most bytes, so that nobody can make the server work on a book.
  public static let longest = 1000

  /// What is wrong with a password, in words for who chose it.
  ///
  /// - Parameters:
  ///   - password: what was typed; case and spaces do not make a common password a good one.
  ///   - personal: the name and address of the account, which are no passwords.
  /// - Returns: what to change, or nil when the password can be chosen.
  public static func problem(_ password: String, personal: [String] = []) -> String? {
    if password.isEmpty { return "Type a password." }
    if password.count < shortest {
      return "Your password must have at least \(shortest) characters. This has "
        + "\(password.count). Three words that do not belong together are easy to remember."
    }
    if password.utf8.count > longest {
      return "Your password can have \(longest) characters at most."
    }
    let plain = password.lowercased().filter { !$0.isWhitespace }
    let own = personal.map { $0.lowercased().filter { !$0.isWhitespace } }
    if Set(plain).count < 4 || common.contains(plain) || own.contains(plain) || isRun(plain) {
      return "This password is one of the first that others would try. Choose another."
    }
    return nil
  }

  /// A password as bytes, the same for the same letters however a keyboard composes them.
  static func bytes(_ password: String) -> [UInt8] {
    Array(password.precomposedStringWithCompatibilityMapping.utf8)
  }

  /// Whether a text repeats a short part, or runs along a keyboard or the alphabet.
  private static func isRun(_ text: String) -> Bool {
    let letters = Array(text)
    for length in 1...6 where letters.count % length == 0 {
      let part = letters.prefix(length)
      let isRepeated = letters.indices.allSatisfy { letters[$0] == part[$0 % length] }
      if isRepeated { return true }
    }
    return runs.contains { $0.contains(text) || String($0.reversed()).contains(text) }
  }

  private static let runs = [
    "0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop1234567890", "1234567890qwertyuiop",
    "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujmikolp",
    "zaq12wsxcde34rfvbgt56yhn",
  ]

  /// Words that are common and long enough to pass the other rule.
  private static let common: Set<String> = [
    "password1234", "password12345", "password123456", "password2016", "password2017",
    "passw0rd1234", "p@ssword1234", "p@ssw0rd1234", "mypassword123", "mypassword1234",
    "thisismypassword", "changeme1234", "changeme12345", "changemenow123", "letmein12345",
    "letmeinplease", "welcome12345", "welcome123456", "administrator", "administrator1",
    "adminadmin123", "admin1234567", "iloveyou1234", "iloveyouforever", "qwerty123456",
    "qwertyuiop123", "football1234", "liverpool1234", "manchesterunited", "arsenal12345",
    "sunshine1234", "monkey123456", "dragon123456", "superman1234", "trustno1trustno1",
    "correcthorsebatterystaple", "secret123456", "computer1234", "internet1234",
    "nhspassword123", "hospital1234", "kentandmedway", "kentandmedway1", "england12345",
  ]
}
