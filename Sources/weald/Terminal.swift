// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage

/// What a command says: data on standard output, talk on standard error.
enum Terminal {
  /// Writes data.
  ///
  /// A reader that has gone away, as in `weald … | head`, ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // A reader that has gone away is no failure; a full disk is.
      if count < 0 && errno == EPIPE { break }
      guard count > 0 else {
        say("Standard output cannot be written: \(String(cString: strerror(errno))).")
        Foundation.exit(1)
      }
      sent += count
    }
  }

  /// Writes a line of data.
  static func print(_ line: String) { write(Array((line + "\n").utf8)) }

  /// Writes a line of talk.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Runs the body of a command; what goes wrong is said in full and the status is 1.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw try failure(error)
    }
  }

  /// Says what went wrong and gives the status to exit with.
  static func failure(_ error: any Error) throws -> ExitCode {
    switch error {
    case let exit as ExitCode: return exit
    case let problem as PlanError:
      for violation in problem.violations { say(violation.description) }
      say(counted(problem.violations.count, "problem", "problems") + ".")
    case let problem as Violation: say(problem.description)
    case let problem as FileError: say(problem.description)
    case is ValidationError, is CleanExit: throw error
    default: say("\(error)")
    }
    return .failure
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

/// How far long work has come: a bar on a terminal, plain lines elsewhere.
struct Progress {
  private let what: String
  private let total: Int
  private let isTerminal = isatty(2) == 1
  private var done = 0

  init(_ what: String, total: Int) {
    self.what = what
    self.total = total
  }

  mutating func step() { reached(done + 1) }

  /// Tells how much is done in all; on other than a terminal at every 250 and at the end.
  mutating func reached(_ count: Int) {
    let before = done
    done = max(done, count)
    if isTerminal {
      let filled = total == 0 ? 30 : done * 30 / total
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: max(0, 30 - filled))
      FileHandle.standardError.write(Data("\r\(what) \(bar) \(done)/\(total)".utf8))
      if done == total { FileHandle.standardError.write(Data("\n".utf8)) }
    } else if done > before && (done == total || done / 250 > before / 250) {
      Terminal.say("\(what): \(done) of \(total)")
    }
  }
}
