// SPDX-License-Identifier: Apache-2.0

/// One SVG element, written with its attributes in the order given.
struct Element: Sendable {
  /// A name and a value; values are escaped when written.
  typealias Attribute = (name: String, value: String)

  let name: String
  var attributes: [Attribute] = []
  var text: String?
  var children: [Element] = []

  /// The element as lines of XML, children indented by two spaces.
  func markup(depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth)
    let pairs = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
    if let text { return "\(indent)<\(name)\(pairs)>\(Self.escaped(text))</\(name)>\n" }
    if children.isEmpty { return "\(indent)<\(name)\(pairs)/>\n" }
    let inner = children.map { $0.markup(depth: depth + 1) }.joined()
    return "\(indent)<\(name)\(pairs)>\n\(inner)\(indent)</\(name)>\n"
  }

  /// Text made safe for XML: the five special characters escaped, forbidden characters dropped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": result.append(" ")
      case let other where isForbidden(other): break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Characters that XML 1.0 does not allow even when escaped.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}

/// An element id made of letters, digits, `-` and `_` only.
func elementID(_ text: String) -> String {
  let safe = text.unicodeScalars.map { scalar -> Character in
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
    default: "-"
    }
  }
  return safe.isEmpty ? "picture" : String(safe)
}
