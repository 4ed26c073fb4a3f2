// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A process that ends when it is told to, and also when this program ends for whatever reason.
///
/// A shell waits beside it for the end of its own input, which this program holds open: were it killed,
/// the system would close it. A process that does not heed being asked to end, as one whose starter had
/// blocked that signal, is ended all the same after five seconds.
final class SupervisedProcess {
  private let process = Process()
  private let held = Pipe()
  private let numberFile: String
  /// Where it writes what it says.
  let log: String

  private static let watch = """
    number=$1
    shift
    "$@" &
    child=$!
    echo "$child" > "$number"
    cat > /dev/null
    kill "$child" 2> /dev/null
    tries=0
    while kill -0 "$child" 2> /dev/null && [ "$tries" -lt 50 ]; do
      sleep 0.1
      tries=$((tries + 1))
    done
    kill -9 "$child" 2> /dev/null
    wait "$child"
    """

  init(
    _ command: [String], environment: [String: String], folder: String, log: String
  ) throws {
    self.log = log
    numberFile = log + ".pid"
    // Other processes that are started meanwhile would hold it open as well.
    _ = fcntl(held.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let output = FileHandle(forWritingAtPath: log)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.watch, "weald", numberFile] + command
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

  /// The number that the system gave the process itself.
  var number: Int32? {
    guard let text = try? String(contentsOfFile: numberFile, encoding: .utf8) else { return nil }
    return Int32(text.prefix { $0.isNumber })
  }

  /// Ends it and waits until it has ended; nothing happens when it has already.
  func stop() {
    try? held.fileHandleForWriting.close()
    if hasEnded(within: 10) { return }
    // Somebody else holds its input open, so that it is told directly.
    for id in [number, process.processIdentifier] { if let id { kill(id, SIGKILL) } }
    process.waitUntilExit()
  }

  private func hasEnded(within seconds: Double) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    return !process.isRunning
  }
}
