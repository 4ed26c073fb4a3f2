// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import PlanPackage
import Programme

/// The signed minutes of joint decisions.
struct MinuteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minute",
    abstract: "Show the signed minute of a joint decision, or check one.",
    subcommands: [MinuteShow.self, MinuteVerify.self],
    defaultSubcommand: MinuteShow.self)
}

/// Shows the minute of a decision.
struct MinuteShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the signed minute of a joint decision.",
    discussion: """
      With --json it writes the signed file itself, byte for byte, for `weald minute verify`. A \
      decision that was ratified has two minutes; the last is shown, unless --sitting names another.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "The folder with ledger.sqlite in it.") var data: String
  @Argument(help: "The number of the decision, as its page has it.") var decision: Int
  @Option(help: "Which vote on it, from 1; without it, the last that was closed.")
  var sitting: Int?
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      try requireDataFolder(data)
      let folder = try DataFolder(path: data)
      let programme = ProgrammePlan(try plan.reader().plan())
      let file = try found(DecisionDesk(folder, plan: programme))
      if output.json {
        Terminal.write(file.bytes)
      } else {
        for line in MinuteText.lines(file) { Terminal.print(line) }
      }
    }
  }

  private func found(_ desk: DecisionDesk) throws -> DecisionMinuteFile {
    let state = try desk.state()
    guard let record = state.decision(number: decision) else {
      throw DecisionMinuteFault(
        "There is no decision \(decision); the record has \(state.decisions.count).")
    }
    let wanted =
      sitting.map { $0 - 1 } ?? record.sittings.lastIndex { $0.closing != nil } ?? -1
    guard record.sittings.indices.contains(wanted),
      let file = try desk.minute(of: record.sittings[wanted])
    else {
      throw DecisionMinuteFault(
        "Decision \(decision) has no such minute: it is “\(record.status.label.lowercased())”, "
          + "with \(Terminal.counted(record.sittings.count, "sitting", "sittings")).")
    }
    return file
  }
}

/// Checks a minute.
struct MinuteVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that a minute was not changed since it was signed.",
    discussion: """
      Exits with 1 when anything in the file was changed. With --data it also checks that the key \
      is that of the record, that the record is whole, and that it has the vote in the place that \
      the minute names. With --key it checks that the key is the one that was published.
      """)

  @Argument(help: "The file, as it was downloaded.", completion: .file()) var file: String
  @Option(help: "The public key in base64, as the page of the minute has it.") var key: String?
  @Option(help: "The folder with ledger.sqlite in it.") var data: String?

  func validate() throws { try requirePath(file, "FILE") }

  func run() throws {
    try Terminal.run {
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw FileError(path: file, reason: "it cannot be read")
      }
      var keys = key.map { [$0] } ?? []
      if let data {
        try requireDataFolder(data)
        keys += try DataFolder(path: data).ledger.state(DecisionState.self).minuteKeys
      }
      let minute = try DecisionMinuteFile(checking: Array(bytes), keys: keys)
      if let data { try check(minute, data) }
      Terminal.print(
        "The minute of decision \(minute.minute.number), \(minute.minute.day), is as it was signed."
      )
      Terminal.print("key \(minute.publicKey)")
      Terminal.print("anchor \(minute.minute.anchor)")
      if keys.isEmpty {
        Terminal.say(
          "The key is the one in the file. Compare it with the published one, or give --key.")
      }
    }
  }

  private func check(_ file: DecisionMinuteFile, _ data: String) throws {
    let outcome = try Ledger.verify(
      file: data + "/ledger.sqlite", against: file.minute.ledgerAnchor)
    guard outcome.isSound else {
      throw DecisionMinuteFault(
        "The minute is as it was signed, and the record is not: "
          + (outcome.problem.map { "\($0)" } ?? "it does not have the entry that the minute names"))
    }
  }
}

/// A minute in plain lines.
private enum MinuteText {
  static func lines(_ file: DecisionMinuteFile) -> [String] {
    let minute = file.minute
    var lines = [
      "Decision \(minute.number): \(minute.title)",
      "\(minute.committee), \(minute.day), \(minute.kind.rawValue): \(minute.result.rawValue)",
      minute.resolution,
      "\(minute.votesFor) for, \(minute.votesAgainst) against, \(minute.abstentions) abstained; "
        + "\(minute.votesNeeded) needed; quorum \(minute.quorum) of \(minute.quorumNeeded)",
    ]
    lines += minute.votes.map { "  \($0.choice)  \($0.body)" }
    lines += minute.interests.map { "  interest (\($0.kind.rawValue))  \($0.body)" }
    lines += minute.defects.map { "  missing  \($0.body): \($0.clause). \($0.text) \($0.cure)" }
    if let day = minute.earliestLawfulDay { lines.append("earliest lawful day \(day)") }
    return lines + [
      "key \(file.publicKey)", "signature \(file.signature)", "anchor \(minute.anchor)",
    ]
  }
}
