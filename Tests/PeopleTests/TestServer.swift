// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Mail

/// A mail server in a process of its own, with a certificate that was made for the test.
final class TestServer: @unchecked Sendable {
  struct Received: Decodable {
    let tls: Bool
    let login: String?
    let from: String
    let to: [String]
    let subject: String
    let sender: String
    let unsubscribe: String?
    let oneClick: String?
    let text: String
    let stuffed: Int
    let longest: Int
    let bareLineEnds: Int
  }

  let port: Int
  let certificate: String
  private let process = Process()
  private let output = Pipe()
  private var rest = Data()

  /// Starts a server; what waits does so beside the threads of the tests.
  static func start(_ mode: String) async throws -> TestServer {
    try await beside { try TestServer(mode, certificate: TestCertificate()) }
  }

  private init(_ mode: String, certificate: TestCertificate) throws {
    self.certificate = certificate.file
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "smtp_server.py")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, mode, certificate.file, certificate.key]
    process.standardOutput = output
    try process.run()
    var start = Data()
    port = try #require(Int(TestServer.line(output, &start)))
    rest = start
  }

  deinit { process.terminate() }

  func received() async throws -> Received {
    let line = try await beside { [self] in TestServer.line(output, &rest) }
    return try JSONDecoder().decode(Received.self, from: Data(line.utf8))
  }

  func sender(
    _ encryption: MailEncryption, password: String = "a password of words",
    authorities: String?, totalTime: Double = 20
  ) throws -> SMTPSender {
    try SMTPSender(
      MailServer(
        host: "127.0.0.1", port: port, encryption: encryption, user: "weald",
        password: password, sender: MailAddress("plan@example.org"),
        senderName: "Kent & Medway – plan", authorities: authorities, connectTime: 5,
        totalTime: totalTime))
  }

  private static func line(_ pipe: Pipe, _ rest: inout Data) -> String {
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest = Data(rest[(end + 1)...])
        return line
      }
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { return "" }
      rest += more
    }
  }
}

/// Runs what blocks on a thread of its own.
private func beside<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

/// A self-signed certificate for 127.0.0.1.
struct TestCertificate: Sendable {
  let file: String
  let key: String

  static func make() async throws -> TestCertificate { try await beside { try TestCertificate() } }

  fileprivate init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = folder.appending(path: "certificate.pem").path
    key = folder.appending(path: "key.pem").path
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/env")
    openssl.arguments = [
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file,
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0)
  }
}
