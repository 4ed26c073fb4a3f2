// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import Pseudonyms
import Stewardship

/// Keys of pseudonyms.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make, check and rotate the keys that pseudonyms are made with.",
    subcommands: [MakeKey.self, CheckKey.self, RotateKey.self])
}

/// Makes a key.
struct MakeKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a random key for a partnership and a purpose.",
    discussion: """
      The file is locked with a passphrase of 12 characters or more and only you can read it. All \
      sites of the partnership need the same file: send it one way and the passphrase another, and \
      compare the check value by telephone.
      """)

  @Option(help: "Who shares the key.") var partnership: String
  @Option(help: "What it is for.") var purpose: String
  @Option(help: "The new file.", completion: .file()) var out: String
  @OptionGroup var lock: PassphraseOption
  @OptionGroup var output: JSONFlag

  func validate() throws { try requirePath(out, "--out") }

  func run() throws {
    try Terminal.run {
      let key = try PseudonymKey.make(
        partnership: partnership, purpose: purpose, day: CalendarDay(Date()).description)
      let file = try KeyFile(key, passphrase: lock.passphrase())
      try SecretFile.make(file.bytes(), at: out)
      try KeyText(file).write(asJSON: output.json)
    }
  }
}

/// Says what a key file holds, and whether it opens.
struct CheckKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Open a key file and say which key it holds.",
    discussion: """
      The check value is the same at all sites that have the same key, and tells nothing about it.
      """)

  @Argument(help: "The key file.", completion: .file()) var keyFile: String
  @Option(name: .customLong("with"), help: "The check value that another site has.")
  var other: String?
  @Flag(help: "Only read the label; needs no passphrase and proves nothing.") var labelOnly = false
  @OptionGroup var lock: PassphraseOption
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let file = try KeyFile.read(SecretFile.read(keyFile), file: keyFile)
      if !labelOnly { _ = try file.open(passphrase: lock.passphrase(), file: keyFile) }
      try KeyText(file).write(asJSON: output.json)
      if let other, other.lowercased() != file.check {
        Terminal.say("This is another key than the one with the check value \(other).")
        throw ExitCode.failure
      }
    }
  }
}

/// Makes the key that follows another.
struct RotateKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make the key that follows another, in a new file.",
    discussion: """
      No token under the new key equals one under the old: pseudonymise everything again, and \
      destroy the old key when nothing needs it.
      """)

  @Argument(help: "The key file to follow.", completion: .file()) var keyFile: String
  @Option(help: "The new file.", completion: .file()) var out: String
  @OptionGroup var lock: PassphraseOption
  @OptionGroup var output: JSONFlag

  func validate() throws { try requirePath(out, "--out") }

  func run() throws {
    try Terminal.run {
      let next = try lock.key(keyFile).rotated(day: CalendarDay(Date()).description)
      let file = try KeyFile(next, passphrase: lock.passphrase())
      try SecretFile.make(file.bytes(), at: out)
      try KeyText(file).write(asJSON: output.json)
    }
  }
}

/// What is said of a key.
private struct KeyText: Encodable {
  let key: PseudonymKey.Label
  let check: String

  init(_ file: KeyFile) {
    key = file.label
    check = file.check
  }

  func write(asJSON: Bool) throws {
    guard !asJSON else { return Terminal.write(try JSONEncoder.readable(self)) }
    Terminal.print("key\t\(key.id)")
    Terminal.print("partnership\t\(key.partnership)")
    Terminal.print("purpose\t\(key.purpose)")
    Terminal.print("made\t\(key.created)")
    Terminal.print("rotation\t\(key.rotation)")
    Terminal.print("check value\t\(check)")
  }
}
