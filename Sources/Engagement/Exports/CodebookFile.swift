// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A code frame as a REFI-QDA codebook (version 1.0, 2019), which QualCoder, NVivo, MAXQDA and others
/// read.
public enum CodebookFile {
  /// The codebook; codes under another stand inside it.
  public static func file(_ codes: [ExportCode]) -> ExportFile {
    let known = Set(codes.map(\.id))
    let roots = codes.filter { code in code.parent.map { !known.contains($0) } ?? true }
    let body = roots.map { element($0, codes, depth: 0) }.joined()
    return ExportFile(
      path: "codebook.qdc",
      text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Weald\">\n<Codes>\n\(body)"
        + "</Codes>\n</CodeBook>\n")
  }

  private static func element(_ code: ExportCode, _ codes: [ExportCode], depth: Int) -> String {
    // A frame whose parents go round in a circle would have no roots; the depth is a second guard.
    let inside =
      depth > 20
      ? ""
      : codes.filter { $0.parent == code.id }.map { element($0, codes, depth: depth + 1) }.joined()
    return
      "<Code guid=\"\(identifier(code.id))\" name=\"\(escaped(code.title))\" isCodable=\"true\">\n"
      + "<Description>\(escaped(code.description))</Description>\n\(inside)</Code>\n"
  }

  /// A name-based identifier, so that the same code keeps it in every export (RFC 9562, version 8).
  private static func identifier(_ id: String) -> String {
    var bytes = Array(SHA256.hash(data: Array("weald-code:\(id)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return text.count == 1 ? "0" + text : text
    }.joined()
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
      String(Array(digits)[range])
    }
    return parts.joined(separator: "-")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
