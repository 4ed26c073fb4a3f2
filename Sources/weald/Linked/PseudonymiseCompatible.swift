// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Pseudonyms

/// Which other program digests are to be compatible with, and how.
struct CompatibleOptions: ParsableArguments {
  /// A specification of digests.
  enum Specification: String, ExpressibleByArgument, CaseIterable {
    case openPseudonymiser = "open-pseudonymiser"
  }

  @Option(help: "Make the digests of another program: open-pseudonymiser.")
  var compatible: Specification?
  @Option(help: "Compatible: a file with the salt.", completion: .file())
  var saltFile: String?
  @Option(help: "Compatible: the columns that make a digest, with commas between.")
  var columns: String?
  @Option(help: "Compatible: the column of NHS numbers.")
  var nhsNumber: String?
  @Option(help: "Compatible: columns that stay as they are, with commas between.")
  var keep: String?

  var isWanted: Bool { compatible != nil }

  func validate() throws {
    try requirePath(saltFile, "--salt-file")
    if compatible == nil {
      guard saltFile == nil, columns == nil, nhsNumber == nil, keep == nil else {
        throw ValidationError(
          "--salt-file, --columns, --nhs-number and --keep need --compatible open-pseudonymiser.")
      }
    } else if saltFile == nil || columns?.isEmpty != false {
      throw ValidationError("--compatible needs --salt-file and --columns.")
    }
  }

  func digests(leaving optOuts: OptOutList) throws -> CompatibleDigests {
    func names(_ text: String?) -> [String] {
      (text ?? "").split(separator: ",").map(String.init)
    }
    let salt = String(decoding: try SecretFile.read(saltFile ?? ""), as: UTF8.self)
    return try CompatibleDigests(
      salt: salt, columns: names(columns), numberColumn: nhsNumber, kept: names(keep),
      optOuts: optOuts)
  }
}
