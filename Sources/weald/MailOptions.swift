// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Foundation
public import Mail

/// The mail server, if there is one; without it mails wait on the pages of the administrator.
struct MailOptions: ParsableArguments {
  @Option(help: "The mail server, such as smtp.example.org.")
  var smtpHost: String?
  @Option(help: "Its port.")
  var smtpPort = 587
  @Option(
    help: "starttls, or implicit for TLS from the first byte; mail is never sent in clear text.")
  var smtpEncryption = MailEncryption.startTLS
  @Option(help: "The name to sign in with; the password is read from WEALD_SMTP_PASSWORD.")
  var smtpUser: String?
  @Option(help: "The address that mails come from.")
  var mailFrom: String?

  func validate() throws {
    if smtpHost != nil, mailFrom == nil {
      throw ValidationError("--smtp-host needs --mail-from, the address that mails come from.")
    }
  }

  /// The server, or nil when none was named.
  func server() throws -> MailServer? {
    guard let smtpHost, let mailFrom else { return nil }
    return MailServer(
      host: smtpHost, port: smtpPort, encryption: smtpEncryption, user: smtpUser,
      password: ProcessInfo.processInfo.environment["WEALD_SMTP_PASSWORD"],
      sender: try MailAddress(mailFrom))
  }
}

extension MailEncryption: ExpressibleByArgument {}
