// SPDX-License-Identifier: Apache-2.0

/// An e-mail address that mail can be sent to, as far as its shape tells (RFC 5321, section 4.5.3).
public enum EmailAddress {
  /// The address as it was typed without the space around it, or nil when it cannot be one.
  public static func checked(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254 else { return nil }
    let local = parts[0]
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard !local.isEmpty, local.utf8.count <= 64, isPlain(local), !local.hasPrefix("."),
      !local.hasSuffix("."), host.count >= 2, host.allSatisfy(isLabel)
    else { return nil }
    return text
  }

  /// The key under which an address is looked up: case does not tell two mailboxes apart.
  public static func key(_ address: String) -> String { address.lowercased() }

  private static func isPlain(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value > 32 && $0.value != 127 && !"<>()[],;:\\\"".unicodeScalars.contains($0)
    }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
      }
  }
}
