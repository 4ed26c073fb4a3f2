// SPDX-License-Identifier: Apache-2.0

/// Something that takes mails to be sent.
public protocol MailSender: Sendable {
  /// Whether mails leave the program, rather than wait for somebody to hand them over.
  var delivers: Bool { get }
  /// Takes a mail.
  ///
  /// - Throws: `MailError` when the mail was not taken.
  func send(_ message: MailMessage) async throws(MailError)
}
