// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird
import Logging

/// The least that a Hummingbird server can do: the yardstick for Weald's own pages.
@main
struct HelloServer {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let flag = arguments.firstIndex(of: "--port")
    let port = flag.flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? 8099
    let router = Router()
    router.get("/") { _, _ in "Hello" }
    var logger = Logger(label: "hello")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      logger: logger)
    try await application.runService()
  }
}
