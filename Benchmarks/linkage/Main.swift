// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles

/// Times the linkage engine on files of records with known persons.
///
/// `linkage-bench scale FILE.csv [--loose] [--threads N]` prints lines of a name and a value.
@main
struct LinkageBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, arguments[1] == "scale" else {
      print("usage: linkage-bench scale FILE.csv [--loose] [--threads N] [--model FILE.json]")
      exit(64)
    }
    var threads = 2
    if let place = arguments.firstIndex(of: "--threads"), place + 1 < arguments.count {
      threads = Int(arguments[place + 1]) ?? 2
    }
    try ScaleRun(arguments[2], loose: arguments.contains("--loose"), threads: threads).run()
  }
}
