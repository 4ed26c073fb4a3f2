// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

let usage = """
  ledger-load write FOLDER TASKS RUN   append without end, and say what was acknowledged
  ledger-load verify FOLDER            recompute the chain
  ledger-load measure FOLDER TASKS     compare with single-row commits, in a folder that is empty

  """

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch words.first {
  case "write" where words.count == 4:
    try await Writing.run(folder: words[1], tasks: Int(words[2]) ?? 16, run: words[3])
  case "verify" where words.count == 2:
    let verification = try Ledger.verify(file: words[1] + "/ledger.sqlite")
    if let problem = verification.problem { fail("\(problem)") }
    print("\(verification.entries) entries, \(verification.contents) texts")
  case "measure" where words.count == 3:
    try await Measuring(folder: words[1], appenders: Int(words[2]) ?? 2000).run()
  default: fail(usage)
  }
} catch {
  fail("\(error)")
}
