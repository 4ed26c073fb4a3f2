// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import PlanPackage

/// What happened to a plan: the chain of its events.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Verify or show the record of what happened: consultations, responses, decisions.",
    subcommands: [LedgerVerify.self, LedgerShow.self])
}

/// Recomputes the chain of events.
struct LedgerVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute the chain of events, and compare the texts beside it.",
    discussion: """
      Exits with 1 when something is wrong, and names the first entry that is. Keep the anchor that \
      it prints where others can see it; with --anchor it shows whether the end was cut off.
      """)

  @OptionGroup var data: DataArgument
  @Option(help: "An anchor that was printed earlier: a number, a colon and 64 digits.")
  var anchor: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try data.validate()
    if let anchor, Anchor(anchor) == nil {
      throw ValidationError("--anchor is a number, a colon and 64 digits; found “\(anchor)”.")
    }
  }

  func run() throws {
    try Terminal.run {
      let outcome = try Ledger.verify(
        file: data.ledgerFile, against: anchor.flatMap { Anchor($0) },
        progress: { done, total in
          if done > 0, done % 100_000 == 0 { Terminal.say("\(done) of \(total) entries") }
        })
      if output.json {
        Terminal.write(try JSONEncoder.readable(VerificationDocument(outcome)))
      } else {
        if let problem = outcome.problem { Terminal.print("\(problem)") }
        Terminal.print("anchor \(outcome.end)")
      }
      Terminal.say(
        Terminal.counted(outcome.entries, "entry is", "entries are") + " right, with "
          + Terminal.counted(outcome.contents, "text", "texts") + ", and \(outcome.erased) erased.")
      guard outcome.isSound else {
        Terminal.say("The ledger is not as it was written. Keep it, and restore a backup.")
        throw ExitCode.failure
      }
    }
  }
}

/// Lists the entries.
struct LedgerShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "List what happened, in order, without the texts beside the chain.")

  @OptionGroup var data: DataArgument
  @OptionGroup var date: AsOfOption
  @Option(help: "Only events of this family, such as consultation.")
  var family: String?
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let ledger = try Ledger(file: data.ledgerFile)
      let entries =
        if let time = date.time {
          try ledger.entries(family: family, asOf: time)
        } else {
          try ledger.entries(family: family)
        }
      if output.json {
        Terminal.write(try JSONEncoder.readable(entries.map(EntryDocument.init)))
      } else {
        for entry in entries {
          Terminal.print(
            "\(entry.sequence)  \(entry.time.formatted(.iso8601))  \(entry.author.role)  "
              + "\(entry.family) \(entry.type)  \(entry.subject)  \(entry.payload)")
        }
      }
      Terminal.say(Terminal.counted(entries.count, "entry", "entries") + ".")
    }
  }
}

/// The folder in which what happened is kept.
struct DataArgument: ParsableArguments {
  @Argument(help: "The folder with ledger.sqlite in it.")
  var data: String

  func validate() throws { try requirePath(data, "DATA") }

  /// The file of the ledger; a reading command must never make a new one.
  var ledgerFile: String {
    get throws {
      let file = data + "/ledger.sqlite"
      guard FileManager.default.fileExists(atPath: file) else {
        throw FileError(path: file, reason: "there is no such file; give the folder that has it")
      }
      return file
    }
  }
}

/// A time at which the past is asked for.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: "A day such as 2019-02-14 (to its end, in London) or a time such as 2019-02-14T18:30:00Z."
  )
  var text: String?

  func validate() throws {
    if let text, time == nil {
      throw ValidationError(
        "--as-of is a day such as 2019-02-14 or a time such as 2019-02-14T18:30:00Z; "
          + "found “\(text)”.")
    }
  }

  /// The time that was given, or nil.
  var time: Date? {
    guard let text else { return nil }
    if let time = try? Date(text, strategy: .iso8601) { return time }
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(identifier: "Europe/London") else { return nil }
    calendar.timeZone = zone
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, text.count == 10, let year = numbers[0], let month = numbers[1],
      let day = numbers[2]
    else { return nil }
    let parts = DateComponents(calendar: calendar, year: year, month: month, day: day)
    guard parts.isValidDate(in: calendar), let start = calendar.date(from: parts),
      let next = calendar.date(byAdding: .day, value: 1, to: start)
    else { return nil }
    return next.addingTimeInterval(-0.001)
  }
}

/// The outcome of verifying as JSON.
private struct VerificationDocument: Encodable {
  let sound: Bool
  let entries: Int
  let texts: Int
  let erased: Int
  let anchor: String
  let problem: ChainProblem?

  init(_ outcome: Verification) {
    sound = outcome.isSound
    entries = outcome.entries
    texts = outcome.contents
    erased = outcome.erased
    anchor = outcome.end.description
    problem = outcome.problem
  }
}

/// An entry as JSON.
private struct EntryDocument: Encodable {
  let sequence: Int64
  let time: String
  let author: Author
  let family: String
  let type: String
  let version: Int
  let subject: String
  let event: String
  let previous: String
  let digest: String

  init(_ entry: Entry) {
    sequence = entry.sequence
    time = entry.time.formatted(
      .iso8601.year().month().day().time(includingFractionalSeconds: true))
    author = entry.author
    family = entry.family
    type = entry.type
    version = entry.version
    subject = entry.subject
    event = entry.payload
    previous = entry.previous
    digest = entry.digest
  }
}
