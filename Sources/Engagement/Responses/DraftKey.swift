// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The secret in the address of somebody's draft, and what is kept of it.
///
/// Only digests are kept, so that nobody who reads the files can open a draft.
public enum DraftKey {
  private static let signs = Set("0123456789abcdefghjkmnpqrstvwxyz")

  /// Whether a text can be a token that a page of ours made: 26 small letters and digits.
  public static func isToken(_ text: String) -> Bool {
    text.count == 26 && text.allSatisfy { signs.contains($0) }
  }

  /// The digest under which the draft of a token or a return code is found.
  public static func digest(_ secret: String) -> String {
    var text = ""
    for byte in SHA256.hash(data: Data("draft\n\(secret)".utf8)) {
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return text
  }
}
