// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Mail

@Suite("Sending mail through a server", .serialized, .timeLimit(.minutes(2)))
struct SMTPTests {
  static let text = """
    Dear resident,
    .
    .a line that begins with a point
    ..and one with two
    Ramsgate – Margate: “thank you” £5 = five pounds, ends with a space \n\
    \(String(repeating: "a long line without an end ", count: 20))

    日本語
    """

  @Test("a mail arrives whole, over TLS, with a login", arguments: MailEncryption.allCases)
  func arrives(encryption: MailEncryption) async throws {
    let server = try await TestServer.start(encryption.rawValue)
    let sender = try server.sender(encryption, authorities: server.certificate)
    let subject = "Your views – “Zoë’s” résumé of the consultation on stroke services in Kent, 日本語"
    try await sender.send(
      MailMessage(
        to: "resident@example.org", subject: subject, text: SMTPTests.text,
        unsubscribe: "https://plan.example.org/newsletter/x"))
    let received = try await server.received()
    #expect(received.tls)
    #expect(received.login == "weald")
    #expect(received.from.hasPrefix("MAIL FROM:<plan@example.org>"))
    #expect(received.to == ["RCPT TO:<resident@example.org>"])
    #expect(received.subject == subject)
    #expect(received.sender.contains("Kent & Medway – plan"))
    #expect(received.unsubscribe == "<https://plan.example.org/newsletter/x>")
    #expect(received.oneClick == "List-Unsubscribe=One-Click")
    #expect(received.text == SMTPTests.text + "\n")
    #expect(received.stuffed >= 3)
    #expect(received.longest <= 78)
    #expect(received.bareLineEnds == 0)
  }

  @Test("a certificate that is not trusted is refused", arguments: MailEncryption.allCases)
  func untrusted(encryption: MailEncryption) async throws {
    let server = try await TestServer.start(encryption.rawValue)
    let other = try await TestCertificate.make()
    for authorities in [nil, other.file] {
      let error = await failure(try server.sender(encryption, authorities: authorities))
      guard case .untrustedCertificate = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test("a server without STARTTLS gets nothing")
  func noClearText() async throws {
    let server = try await TestServer.start("clear")
    let error = await failure(try server.sender(.startTLS, authorities: server.certificate))
    guard case .notEncrypted = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a wrong password is told apart")
  func wrongPassword() async throws {
    let server = try await TestServer.start("implicit")
    let error = await failure(
      try server.sender(.implicit, password: "another", authorities: server.certificate))
    guard case .loginRefused = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a recipient whom the server does not know is refused")
  func unknownRecipient() async throws {
    let server = try await TestServer.start("implicit")
    let error = await failure(
      try server.sender(.implicit, authorities: server.certificate), to: "nobody@example.org")
    guard case .refused(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("550"))
  }

  @Test("a server that says nothing runs out of time")
  func silent() async throws {
    let server = try await TestServer.start("silent")
    let error = await failure(
      try server.sender(.startTLS, authorities: server.certificate, totalTime: 0.5))
    guard case .timedOut = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("no server at the address is said")
  func unreachable() async throws {
    let sender = try SMTPSender(
      MailServer(
        host: "127.0.0.1", port: 1, encryption: .implicit,
        sender: MailAddress("plan@example.org")))
    guard case .unreachable = await failure(sender) else {
      Issue.record("expected unreachable")
      return
    }
  }

  private func failure(_ sender: SMTPSender, to: String = "a@example.org") async -> MailError? {
    do throws(MailError) {
      try await sender.send(MailMessage(to: to, subject: "Hello", text: "Hello"))
      return nil
    } catch {
      return error
    }
  }
}
