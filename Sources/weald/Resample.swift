// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import Resampling
import Sampling

/// Runs the model of demand at the level of rows.
struct Resample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Project hospital demand row by row from a folder of spells and attendances.",
    discussion: """
      FOLDER holds spells.csv, outpatients.csv and emergency.csv, at least one of them, and perhaps \
      strategies.csv, population.csv, births.csv, life_expectancy.csv and activity_by_age.csv. \
      docs/resampling.md has their columns and the keys of the parameters.

      Every problem is named with file, row and column, and nothing is run until there is none. The \
      same seed gives the same bytes on any number of threads; --shard 2/4 does the second quarter \
      of the runs, and shards written one behind the other are the whole.
      """)

  @Argument(help: "The folder of rows.", completion: .directory)
  var folder: String
  @Option(help: "The file of parameters, YAML or JSON.", completion: .file())
  var parameters: String
  @Option(help: "How many runs.")
  var runs = 256
  @Option(help: "What chance depends on, in place of the seed of the parameters.")
  var seed: UInt64?
  @Option(help: "How many runs at a time; without it, one for each core.")
  var threads: Int?
  @Option(help: "One part of the runs: 2/4 is the second of four.")
  var shard: String?
  @Option(help: "A new folder for the results of every run.", completion: .directory)
  var out: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for (path, name) in [(folder, "FOLDER"), (parameters, "--parameters")] {
      try requirePath(path, name)
    }
    try requirePath(out, "--out")
    guard (1...1_000_000).contains(runs) else {
      throw ValidationError("--runs is a number from 1 to 1,000,000.")
    }
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1,024.")
    }
    _ = try numbers()
  }

  func run() throws {
    try Terminal.run {
      let model = try model()
      model.remarks.forEach(Terminal.say)
      let results = ResampleEnsemble(
        model, try numbers(), threads: threads)
      if let out {
        let folder = try FolderOutput(out)
        for (name, text) in results.files { try folder.write(Array(text.utf8), to: name) }
        try folder.putInPlace()
      }
      if output.json {
        Terminal.write(try JSONEncoder.readable(results.summary))
      } else {
        Terminal.write(Array(results.summaryTable.utf8))
      }
      Terminal.say(
        "\(model.rowCount) rows, \(Terminal.counted(results.runs.count, "run", "runs")).")
    }
  }

  /// The numbers of the runs of this part, from 1.
  private func numbers() throws -> Range<Int> {
    guard let shard else { return 1..<(runs + 1) }
    guard let part = Shard(shard), part.count <= runs else {
      throw ValidationError(
        "--shard is a part and how many there are, such as 2/4, and no more parts than runs.")
    }
    return part.runs(of: runs)
  }

  private func model() throws -> ResamplingModel {
    let text = String(decoding: try InputFile.bytes(parameters), as: UTF8.self)
    let tree = ParameterTree(try YAMLTree(text, file: parameters))
    do {
      var read = try ResamplingParameters(tree, file: parameters)
      if let seed { read.seed = seed }
      let inputs = try TrustReader.inputs(read) { name in
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try InputFile.bytes(path)
      }
      return try ResamplingModel(inputs)
    } catch let error as ResamplingError {
      throw PlanError(
        error.problems.map {
          Violation(
            file: $0.place, row: $0.row, column: $0.column, found: $0.found,
            expected: $0.expected, advice: $0.advice)
        })
    }
  }
}

extension ParameterTree {
  init(_ tree: YAMLTree) {
    self =
      switch tree {
      case .text(let text, let line): .text(text, line: line)
      case .list(let items, let line): .list(items.map { ParameterTree($0) }, line: line)
      case .map(let pairs, let line):
        .map(pairs.map { Entry($0.key, ParameterTree($0.value)) }, line: line)
      }
  }
}
