// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A process that ends when it is told to, and also when this program ends for whatever reason.
///
/// A shell waits beside it for the end of its own input, which this program holds open: were it killed,
/// the system would close it.
final class SupervisedProcess {
  private let process = Process()
  private let held = Pipe()
  /// Where it writes what it says.
  let log: String

  private static let watch = """
    "$@" &
    child=$!
    cat > /dev/null
    kill "$child" 2> /dev/null
    wait "$child"
    """

  init(
    _ command: [String], environment: [String: String], folder: String, log: String
  ) throws {
    self.log = log
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let output = FileHandle(forWritingAtPath: log)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.watch, "weald"] + command
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = held
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try? held.fileHandleForReading.close()
    try? output?.close()
  }

  deinit { stop() }

  /// What it has said so far.
  var said: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

  /// Ends it and waits until it has ended; nothing happens when it has already.
  func stop() {
    try? held.fileHandleForWriting.close()
    if process.isRunning { process.waitUntilExit() }
  }
}
