// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Rewrites the links of a finished page: templates and prose always write site paths.
package enum Links {
  /// The page with every address that starts at the root of the site passed through a function.
  package static func rewrite(_ html: [UInt8], _ change: (String) -> String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 16)
    html.withUnsafeBytes { page in
      var copied = 0
      var index = 0
      while let equals = position(of: UInt8(ascii: "="), in: page, from: index) {
        index = equals + 1
        guard opensSitePath(page, at: equals) else { continue }
        let start = equals + 2
        let end = position(of: UInt8(ascii: "\""), in: page, from: start) ?? page.count
        let address = UnsafeRawBufferPointer(rebasing: page[start..<end])
        result.append(contentsOf: UnsafeRawBufferPointer(rebasing: page[copied..<start]))
        result.append(contentsOf: Array(change(String(decoding: address, as: UTF8.self)).utf8))
        copied = end
        index = end
      }
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: page[copied...]))
    }
    return result
  }

  private static let names = ["href", "src", "action"].map { Array($0.utf8) }

  /// Whether the sign of equality at a place stands between the name of a link and a path of the site.
  private static func opensSitePath(_ page: UnsafeRawBufferPointer, at equals: Int) -> Bool {
    guard equals + 2 < page.count, page[equals + 1] == UInt8(ascii: "\""),
      page[equals + 2] == UInt8(ascii: "/")
    else { return false }
    return names.contains { name in
      equals >= name.count && page[(equals - name.count)..<equals].elementsEqual(name)
    }
  }

  // A loop over bytes is a hundred times slower where the compiler does not optimise.
  private static func position(
    of byte: UInt8, in page: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard let base = page.baseAddress, start < page.count else { return nil }
    return memchr(base + start, Int32(byte), page.count - start).map {
      $0 - UnsafeMutableRawPointer(mutating: base)
    }
  }

  /// An address cut before its fragment.
  static func parts(_ address: String) -> (path: String, fragment: String) {
    guard let hash = address.firstIndex(of: "#") else { return (address, "") }
    return (String(address[..<hash]), String(address[hash...]))
  }
}
