// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Mails that wait in a folder, a file each.
struct MailFolder {
  let path: String

  func keep(_ to: String, _ subject: String, _ text: String, _ unsubscribe: String?) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var lines = ["To: \(Self.line(to))", "Subject: \(Self.line(subject))"]
    if let unsubscribe {
      lines += [
        "List-Unsubscribe: <\(Self.line(unsubscribe))>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ]
    }
    let mail = (lines + ["", text, ""]).joined(separator: "\n")
    let file = path + "/\(RandomID.make()).txt"
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(mail.utf8), attributes: [.posixPermissions: 0o600])
    else { throw LedgerError.unavailable(file: file, reason: "the mail cannot be kept there") }
  }

  /// A text that cannot start a header of its own.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
