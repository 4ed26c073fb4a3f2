// SPDX-License-Identifier: Apache-2.0

import Foundation
import Resampling

// Times the model of demand at row level on a synthetic trust, with results for a peer to agree with.
// Usage: demand-bench make FOLDER SPELLS OUTPATIENTS EMERGENCY SEED   writes a synthetic trust
//        demand-bench draws FOLDER RUNS             the uncertain inputs of each run, as JSON
//        demand-bench results FOLDER RUNS           the lines of each run, as CSV
//        demand-bench time FOLDER RUNS THREADS      one measurement, as "name value" lines

func number(_ text: String) -> Int {
  guard let number = Int(text), number >= 0 else { fatalError("\(text) is no whole number") }
  return number
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("make", 6):
  try SyntheticTrust(
    spells: number(arguments[2]), outpatients: number(arguments[3]),
    emergency: number(arguments[4]), seed: number(arguments[5])
  ).write(to: arguments[1])
case ("draws", 3):
  let model = try TrustFolder(arguments[1]).model()
  let draws = (1...number(arguments[2])).map { run in
    let (values, variant) = model.draw(run)
    return Draw(
      variant: model.variants[variant],
      values: Dictionary(zip(model.inputs, values), uniquingKeysWith: { first, _ in first }))
  }
  FileHandle.standardOutput.write(try JSONEncoder().encode(draws))
case ("results", 3):
  let model = try TrustFolder(arguments[1]).model()
  print("run,measure,pod,site,value,expected")
  for line in model.lines {
    print("0,\(line.measure.rawValue),\(line.pod),\(line.site),\(line.baseline),\(line.baseline)")
  }
  for number in 1...number(arguments[2]) {
    let run = model.run(number)
    for (place, line) in model.lines.enumerated() {
      let expected = Double(run.totals[place]) - run.chance[place]
      print(
        "\(number),\(line.measure.rawValue),\(line.pod),\(line.site),\(run.totals[place]),\(expected)"
      )
    }
  }
case ("time", 4):
  try Timing(arguments[1], runs: number(arguments[2]), threads: number(arguments[3])).print()
default:
  fatalError(
    "usage: demand-bench make FOLDER SPELLS OUTPATIENTS EMERGENCY SEED | draws FOLDER RUNS | "
      + "results FOLDER RUNS | time FOLDER RUNS THREADS")
}

/// The inputs of a run, for the peer to use the same.
struct Draw: Encodable {
  let variant: String
  let values: [String: Double]
}
