// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation

/// How the newsletter is mailed and what else goes into it.
public struct NewsletterSettings: Sendable {
  /// Sends a mail, or keeps it for the administrator when there is no mail server.
  public var mail: NewsletterMail
  /// Whether mails leave this machine by themselves.
  public var hasMailServer: Bool
  /// Meetings in the weeks after a time, for the bulletin.
  public var upcomingEvents: @Sendable (Date) throws -> [BulletinItem]

  /// Settings with a way to send mail.
  public init(
    mail: @escaping NewsletterMail, hasMailServer: Bool = true,
    upcomingEvents: @escaping @Sendable (Date) throws -> [BulletinItem] = { _ in [] }
  ) {
    self.mail = mail
    self.hasMailServer = hasMailServer
    self.upcomingEvents = upcomingEvents
  }

  /// Keeps every mail as a file in the folder "outbox" of a data folder, which only its owner
  /// can read, until the administrator sends and removes it.
  public static func keeping(in folder: String) -> NewsletterSettings {
    NewsletterSettings(
      mail: { to, subject, text, unsubscribe in
        try MailFolder(path: folder + "/outbox").keep(to, subject, text, unsubscribe)
      }, hasMailServer: false)
  }
}
