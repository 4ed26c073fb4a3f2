// SPDX-License-Identifier: Apache-2.0

/// Rewrites the links of a finished page: templates and prose always write site paths.
package enum Links {
  /// The page with every address that starts at the root of the site passed through a function.
  package static func rewrite(_ html: [UInt8], _ change: (String) -> String) -> [UInt8] {
    let markers = ["href=\"/", "src=\"/", "action=\"/"].map { Array($0.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 16)
    var index = 0
    while index < html.count {
      guard let marker = markers.first(where: { html[index...].starts(with: $0) }) else {
        result.append(html[index])
        index += 1
        continue
      }
      let start = index + marker.count - 1
      let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      result += html[index..<start]
      result += Array(change(String(decoding: html[start..<end], as: UTF8.self)).utf8)
      index = end
    }
    return result
  }

  /// An address cut before its fragment.
  static func parts(_ address: String) -> (path: String, fragment: String) {
    guard let hash = address.firstIndex(of: "#") else { return (address, "") }
    return (String(address[..<hash]), String(address[hash...]))
  }
}
