// SPDX-License-Identifier: Apache-2.0

/// A bulletin as the plain text of a mail.
enum BulletinText {
  static func text(_ bulletin: BulletinRecord, items: [BulletinItem], link: String) -> String {
    var lines = [bulletin.draft.title, ""]
    if !bulletin.draft.introduction.isEmpty { lines += [bulletin.draft.introduction, ""] }
    for kind in BulletinItem.Kind.allCases {
      let those = items.filter { $0.kind == kind }
      guard !those.isEmpty else { continue }
      lines += [kind.heading.uppercased(), ""]
      for item in those {
        lines += [item.title, item.summary, bulletin.origin + item.path, ""]
      }
    }
    lines += [
      "Read this on the web: \(bulletin.origin)/bulletins/\(bulletin.id)",
      "Change what you get: \(bulletin.origin)/newsletter/preferences/\(link)",
      "Stop this newsletter: \(bulletin.origin)/newsletter/leave/\(link)",
    ]
    return lines.joined(separator: "\n")
  }
}
