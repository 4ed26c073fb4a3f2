// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles

/// Times the linkage engine on files of records with known persons.
///
/// `linkage-bench scale FILE.csv` prints lines of a name and a value. `--model` takes the probabilities of a
/// model that the peer wrote instead of training, and `--pairs` writes the scored pairs.
@main
struct LinkageBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, ["scale", "historical"].contains(arguments[1]) else {
      print(
        "usage: linkage-bench scale|historical FILE.csv [--loose] [--threads N] [--model F] [--pairs F]"
      )
      exit(64)
    }
    func option(_ name: String) -> String? {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
        return nil
      }
      return arguments[place + 1]
    }
    try ScaleRun(
      arguments[2],
      arguments[1] == "scale" ? .region(loose: arguments.contains("--loose")) : .historical,
      threads: option("--threads").flatMap { Int($0) } ?? 2, peerModel: option("--model"),
      pairsFile: option("--pairs")
    ).run()
  }
}
