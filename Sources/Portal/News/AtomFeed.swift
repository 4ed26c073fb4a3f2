// SPDX-License-Identifier: Apache-2.0

import Crypto
import Engagement
import Foundation

/// The news as an Atom 1.0 feed (RFC 4287).
struct AtomFeed {
  let title: String
  let origin: String
  let articles: [NewsRecord]
  /// When anything last happened to any of the news.
  let updated: Date
  let prose: (String) -> String

  /// The feed as XML.
  var xml: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\" xml:base=\"\(Self.escape(origin))/\">",
      "<id>\(Self.urn("feed"))</id>", "<title>\(Self.escape(title)): news</title>",
      "<updated>\(Self.time(updated))</updated>",
      "<author><name>\(Self.escape(title))</name></author>",
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(Self.escape(origin))/news.atom\"/>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(Self.escape(origin))/news\"/>",
    ]
    lines += articles.map(entry)
    return (lines + ["</feed>", ""]).joined(separator: "\n")
  }

  private func entry(_ record: NewsRecord) -> String {
    let article = record.article
    let address = Self.escape(origin + "/news/" + record.id)
    let categories = article.workstreams.map { "<category term=\"\(Self.escape($0))\"/>" }
    return
      ([
        "<entry>", "<id>\(Self.urn(record.id))</id>",
        "<title>\(Self.escape(article.title))</title>",
        "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>",
        "<published>\(Self.time(record.publishedOn ?? record.draftedOn))</published>",
        "<updated>\(Self.time(record.updatedOn))</updated>",
      ] + categories + [
        "<summary>\(Self.escape(article.summary))</summary>",
        "<content type=\"html\">\(Self.escape(prose(article.text)))</content>", "</entry>",
      ]).joined(separator: "\n")
  }

  /// A permanent name of a news item: a name-based UUID (RFC 9562, section 5.5) of its id.
  static func urn(_ id: String) -> String {
    let name = Data("weald/news/\(id)".utf8)
    let space: [UInt8] = [
      0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
      0xc8,
    ]
    var bytes = Array(Insecure.SHA1.hash(data: Data(space) + name).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = Array("0123456789abcdef")
    let text = bytes.map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }
    let groups = [text[0..<4], text[4..<6], text[6..<8], text[8..<10], text[10..<16]]
    return "urn:uuid:" + groups.map { $0.joined() }.joined(separator: "-")
  }

  /// A time as RFC 3339 writes it.
  static func time(_ date: Date) -> String { date.formatted(.iso8601) }

  /// A text as XML 1.0 can hold it.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What tells one state of the feed from another.
  static func mark(_ xml: String) -> String {
    let digits = SHA256.hash(data: Data(xml.utf8)).prefix(16).map { String($0, radix: 16) }
    return "\"\(digits.joined(separator: "."))\""
  }
}
