// SPDX-License-Identifier: Apache-2.0

import CCurl
import Dispatch
public import Foundation

/// How the connection to a mail server is encrypted; there is no clear text.
public enum MailEncryption: String, Sendable, CaseIterable {
  /// From the first byte on, usually at port 465 (RFC 8314).
  case implicit
  /// After a STARTTLS that the server must offer, usually at port 587.
  case startTLS = "starttls"
}

/// Where mails are handed in, and as whom.
public struct MailServer: Sendable {
  /// The name of the server, which its certificate must carry.
  public var host: String
  /// Where it listens, from 1 to 65535; 465 and 587 are usual.
  public var port: Int
  /// How the connection is protected from the first mail on; there is always protection.
  public var encryption: MailEncryption
  /// The name to sign in with; nil when the server asks for none.
  public var user: String?
  /// The password that belongs to the name.
  public var password: String?
  /// The address that mails come from, and to which those that bounce go back.
  public var sender: MailAddress
  /// The name in front of that address; empty for none.
  public var senderName: String
  /// A file of certificates, in PEM, to trust in place of the system's.
  public var authorities: String?
  /// Seconds for making the connection.
  public var connectTime: Double
  /// Seconds for one mail in all, the connection included.
  public var totalTime: Double

  /// A server with its address and the sender of our mails.
  public init(
    host: String, port: Int, encryption: MailEncryption, user: String? = nil,
    password: String? = nil, sender: MailAddress, senderName: String = "",
    authorities: String? = nil, connectTime: Double = 15, totalTime: Double = 60
  ) {
    self.host = host
    self.port = port
    self.encryption = encryption
    self.user = user
    self.password = password
    self.sender = sender
    self.senderName = senderName
    self.authorities = authorities
    self.connectTime = connectTime
    self.totalTime = totalTime
  }
}

/// Sends mails at once, through a mail server (RFC 6409) over TLS.
///
/// It waits for the server, so pages do not call it but an outbox that does.
public struct SMTPSender: MailSender {
  private let server: MailServer
  private let clock: @Sendable () -> Date
  private let queue = DispatchQueue(label: "mail", attributes: .concurrent)

  /// A sender through a server.
  ///
  /// - Throws: `MailError.malformed` when the host is no host name or the port no port.
  public init(
    _ server: MailServer, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws(MailError) {
    let signs = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:".utf8)
    guard !server.host.isEmpty, server.host.utf8.allSatisfy({ signs.contains($0) }) else {
      throw .malformed("“\(server.host)” is not the name of a mail server")
    }
    guard (1...65_535).contains(server.port) else {
      throw .malformed("\(server.port) is not a port; one is a number from 1 to 65535")
    }
    guard server.senderName.unicodeScalars.allSatisfy({ !$0.isControl }) else {
      throw .malformed("the name of the sender has a control character in it")
    }
    self.server = server
    self.clock = clock
  }

  /// Always true: a mail that this takes has left the program.
  public var delivers: Bool { true }

  /// Sends a mail, and returns when the server has taken it.
  ///
  /// - Throws: `MailError`.
  public func send(_ message: MailMessage) async throws(MailError) {
    let text = MailText(
      message: message, sender: server.sender, senderName: server.senderName, date: clock(),
      id: UUID().uuidString.lowercased())
    let bytes = text.bytes
    let (outcome, reason) = await withCheckedContinuation { continuation in
      queue.async { [server] in
        continuation.resume(
          returning: Submission(server: server, recipient: message.recipient).run(bytes))
      }
    }
    if let error = MailError(outcome, reason) { throw error }
  }
}

/// One conversation with a mail server.
private struct Submission {
  let server: MailServer
  let recipient: MailAddress

  func run(_ bytes: [UInt8]) -> (weald_outcome, String) {
    let scheme = server.encryption == .implicit ? "smtps" : "smtp"
    let host = server.host.contains(":") ? "[\(server.host)]" : server.host
    let texts: [String?] = [
      "\(scheme)://\(host):\(server.port)", server.user, server.password, server.authorities,
      "<\(server.sender)>", "<\(recipient)>",
    ]
    let copies = texts.map { $0.flatMap { strdup($0) } }
    defer { copies.forEach { free($0) } }
    var reason = [CChar](repeating: 0, count: 256)
    let outcome = bytes.withUnsafeBytes { message in
      var submission = weald_submission(
        url: copies[0], user: copies[1], password: copies[2], authorities: copies[3],
        sender: copies[4], recipient: copies[5],
        message: message.bindMemory(to: CChar.self).baseAddress, length: message.count,
        connect_milliseconds: Int(server.connectTime * 1000),
        total_milliseconds: Int(server.totalTime * 1000))
      return weald_submit(&submission, &reason)
    }
    let letters = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (outcome, String(decoding: letters, as: UTF8.self))
  }
}

extension MailError {
  fileprivate init?(_ outcome: weald_outcome, _ reason: String) {
    switch outcome {
    case weald_sent: return nil
    case weald_unreachable: self = .unreachable(reason)
    case weald_timed_out: self = .timedOut(reason)
    case weald_untrusted: self = .untrustedCertificate(reason)
    case weald_not_encrypted: self = .notEncrypted(reason)
    case weald_login_refused: self = .loginRefused(reason)
    default: self = .refused(reason)
    }
  }
}
