// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Identifiers
import PlanPackage
import Pseudonyms
import RecordFiles
import Stewardship

/// Puts keyed tokens in the place of names and numbers.
struct Pseudonymise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put keyed tokens in the place of the names and numbers of people.",
    discussion: """
      Run at each provider, before anything leaves it. INPUT is a folder with sources/SOURCE.csv \
      and perhaps events/SOURCE.csv, or one file whose columns are named with --field. Values are \
      standardised, people who have objected are left out, and every identifying cell becomes an \
      HMAC-SHA-256 token under a key of the partnership, the purpose and the field. Rows that \
      cannot be used go to a file beside the output with the reason, and are counted.

      What comes out are still records of persons. It stays in the controller's environment.
      """)

  @Argument(help: "A folder, or one file.", completion: .file())
  var input: String
  @Option(help: "The key file.", completion: .file())
  var keys: String?
  @OptionGroup var lock: PassphraseOption
  @Option(help: "The check value that the key must have.")
  var keyCheck: String?
  @Option(
    help: "A new folder, or one that this command made. In compatible mode a file.",
    completion: .directory)
  var out: String
  @Option(help: "One file: KIND=COLUMN, such as surname=FamilyName. May be repeated.")
  var field: [String] = []
  @Option(help: "One file: the name of its source. Without it: the name of the file.")
  var source: String?
  @Flag(help: "Also write names as Bloom filters, so that like names can be compared.")
  var encodings = false
  @Flag(help: "Harden the filters: the year of birth is part of their key.")
  var saltEncodings = false
  @Flag(help: "Harden the filters: fold them in half.")
  var foldEncodings = false
  @Option(help: "NHS numbers of people who have objected: nhs-number,kind.", completion: .file())
  var optOuts: String?
  @Option(
    help: "Where rows go that cannot be used. Without it: OUT.quarantine.csv.",
    completion: .file())
  var quarantine: String?
  @Option(help: "How letters are written in the files: utf-8 or windows-1252.")
  var encoding = TextEncoding.utf8.rawValue
  @Option(name: .customLong("on"), help: "The day on which ages are counted. Without it: today.")
  var day: String?
  @OptionGroup var compatible: CompatibleOptions
  @OptionGroup var stewardship: StewardshipOptions
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for (path, name) in [
      (input, "INPUT"), (keys, "--keys"), (out, "--out"), (optOuts, "--opt-outs"),
      (quarantine, "--quarantine"),
    ] { try requirePath(path, name) }
    if compatible.isWanted {
      guard keys == nil, !encodings, field.isEmpty else {
        throw ValidationError("--compatible takes no --keys, --field or --encodings.")
      }
    } else if keys == nil {
      throw ValidationError("Give --keys, the key file of the partnership.")
    }
    if (saltEncodings || foldEncodings) && !encodings {
      throw ValidationError("--salt-encodings and --fold-encodings need --encodings.")
    }
    if TextEncoding(rawValue: encoding) == nil {
      throw ValidationError("--encoding is utf-8 or windows-1252.")
    }
    if let day, StandardDate(day) == nil { throw ValidationError("--on is a day: 2026-04-01.") }
    _ = try fieldNames()
  }

  func run() throws {
    try Terminal.run {
      guard !isInside(out, of: input) else {
        throw FileError(path: out, reason: "it is inside of what is read")
      }
      try compatible.isWanted ? runCompatible() : runKeyed()
    }
  }

  private func runKeyed() throws {
    let submission = try submission()
    let run = try stewardship.begin(
      "pseudonymise", datasets: submission.sourceNames, appliesOptOuts: optOuts != nil)
    let key = try lock.key(keys ?? "")
    if let keyCheck, keyCheck.lowercased() != key.checkValue {
      throw KeyError.wrong(file: keys ?? "", found: key.checkValue, expected: keyCheck)
    }
    let rules = try rules(key, run)
    sayRisks()
    let quarantine = quarantine ?? out.trimmedOfSlashes + ".quarantine.csv"
    let quality = try written(submission, rules, quarantine)
    try report(quality, quarantine)
    let log = try run.finish(
      inputs: [input, optOuts].compactMap { $0 }, outputs: [out],
      counts: [
        "records": quality.records, "contacts": quality.contacts,
        "quarantined": quality.quarantined, "left out by objection": quality.optedOut,
      ])
    Terminal.say("Wrote \(out). The run is in \(log).")
  }

  /// Writes the folder; Ctrl-C leaves nothing behind.
  private func written(
    _ submission: Submission, _ rules: PseudonymisationRules, _ quarantine: String
  ) throws -> SubmissionQuality {
    var quality = SubmissionQuality()
    do {
      try Interruption.noticed { isOver in
        quality = try Pseudonymisation(
          submission, rules: rules, progress: { Terminal.say($0) }, isOver: isOver
        ).write(to: out, quarantine: quarantine)
      }
    } catch is CancellationError {
      Terminal.say("Interrupted. Nothing was written; run it again.")
      throw ExitCode(130)
    }
    return quality
  }

  private func report(_ quality: SubmissionQuality, _ quarantine: String) throws {
    if output.json {
      Terminal.write(try JSONEncoder.readable(quality))
    } else {
      quality.lines.forEach(Terminal.print)
    }
    if quality.optedOut > 0 {
      Terminal.say(
        Terminal.counted(quality.optedOut, "record was", "records were")
          + " left out because the person objected.")
    }
    for source in quality.sources where source.isOfMixedEncodings {
      Terminal.say(
        "\(source.source) mixes encodings: some rows are in UTF-8 and some are not. Its file was put "
          + "together of several; have it written anew.")
    }
    guard quality.quarantined > 0 else { return }
    Terminal.say(
      Terminal.counted(quality.quarantined, "row", "rows") + " could not be used: \(quarantine). "
        + "It holds rows as they were sent; it stays here.")
  }

  private func sayRisks() {
    guard encodings else { return }
    Terminal.say(
      "Names are also written as Bloom filters. Known attacks find common names from how often "
        + "filters and bits occur, without the key. Give them only to whom the agreement names, "
        + "and delete them when linkage is done.")
  }
}

// MARK: What is asked for

extension Pseudonymise {
  private func submission() throws -> Submission {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: input, isDirectory: &isFolder)
    if !isThere || isFolder.boolValue { return try Submission(folder: input) }
    let stem = ((input as NSString).lastPathComponent as NSString).deletingPathExtension
    return try Submission(
      file: input, source: source ?? stem.lowercased(), names: fieldNames())
  }

  private func fieldNames() throws -> [SubmissionField: String] {
    var names: [SubmissionField: String] = [:]
    for text in field {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let kind = SubmissionField(rawValue: parts[0]) else {
        let kinds = SubmissionField.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--field is KIND=COLUMN, with a kind of \(kinds).")
      }
      names[kind] = parts[1]
    }
    return names
  }

  private func rules(_ key: PseudonymKey, _ run: StewardedRun) throws -> PseudonymisationRules {
    let today = CalendarDay(Date()).description
    guard let date = StandardDate(day ?? today) else { throw ValidationError("No such day.") }
    var rules = PseudonymisationRules(key: key, day: date)
    if encodings {
      rules.encoder = NameEncoder(
        key, hardening: .init(isSaltedWithYear: saltEncodings, isFolded: foldEncodings))
    }
    rules.optOuts = try objections()
    rules.encoding = TextEncoding(rawValue: encoding) ?? .utf8
    rules.optedOutTokens = run.register?.tokens(of: .national) ?? []
    rules.typeOneTokens = run.register?.tokens(of: .type1) ?? []
    return rules
  }

  private func objections() throws -> OptOutList {
    guard let optOuts else { return OptOutList() }
    return try OptOutList(bytes: InputFile.bytes(optOuts), file: optOuts)
  }

  private func isInside(_ path: String, of folder: String) -> Bool {
    let inner = URL(fileURLWithPath: path).standardizedFileURL.path
    let outer = URL(fileURLWithPath: folder).standardizedFileURL.path
    return inner == outer || inner.hasPrefix(outer + "/")
  }

  private func runCompatible() throws {
    let run = try stewardship.begin(
      "pseudonymise", datasets: source.map { [$0] } ?? [], appliesOptOuts: optOuts != nil)
    Terminal.say(
      "These digests have no key. Whoever gets the salt can undo all of them in minutes, because "
        + "there are only a thousand million NHS numbers. Without --compatible tokens are keyed.")
    let digests = try compatible.digests(leaving: objections())
    let quarantine = quarantine ?? out + ".quarantine.csv"
    let quality = try digests.write(input, to: out, quarantine: quarantine)
    if output.json {
      Terminal.write(try JSONEncoder.readable(quality))
    } else {
      Terminal.print("rows\twritten\tquarantined\tobjected")
      Terminal.print(
        "\(quality.rows)\t\(quality.written)\t\(quality.quarantined)\t\(quality.optedOut)")
    }
    let log = try run.finish(
      inputs: [input], outputs: [out],
      counts: [
        "rows": quality.rows, "written": quality.written, "quarantined": quality.quarantined,
      ])
    Terminal.say("Wrote \(out). The run is in \(log).")
  }
}

extension String {
  fileprivate var trimmedOfSlashes: String {
    var text = self
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
