// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Pseudonyms

/// The words that open a key file.
struct PassphraseOption: ParsableArguments {
  @Option(
    help: "A file with the passphrase in its first line. Without it: WEALD_PASSPHRASE.",
    completion: .file())
  var passphraseFile: String?

  func validate() throws { try requirePath(passphraseFile, "--passphrase-file") }

  /// The passphrase.
  ///
  /// - Throws: `KeyError` when there is none, or others can read its file.
  func passphrase() throws -> String {
    guard let passphraseFile else {
      let given = ProcessInfo.processInfo.environment["WEALD_PASSPHRASE"] ?? ""
      guard !given.isEmpty else {
        throw ValidationError("Give --passphrase-file, or set WEALD_PASSPHRASE.")
      }
      return given
    }
    let text = String(decoding: try SecretFile.read(passphraseFile), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// Opens a key file.
  func key(_ path: String) throws -> PseudonymKey {
    try KeyFile.read(SecretFile.read(path), file: path).open(passphrase: passphrase(), file: path)
  }
}
