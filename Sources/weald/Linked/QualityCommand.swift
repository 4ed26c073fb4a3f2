// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import Pseudonyms
import Stewardship

/// The local quality matrix.
struct QualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality", abstract: "Put each dataset to the seven tests of quality.",
    discussion: """
      Asks of each dataset of FOLDER, in clear or under pseudonyms: has every provider sent every \
      month; are volumes stable; do they agree with published counts; are fields filled in; are \
      conditions coded with known codes; has every contact a cost; is everything there once. Says \
      pass, warn or fail, the number behind it, and why. Limits are a convention and are in the \
      JSON.
      """)

  @Argument(help: "A folder with sources/ and events/.", completion: .directory)
  var folder: String
  @Option(help: "Published counts: dataset,kind,period,contacts.", completion: .file())
  var reference: String?
  @Option(help: "The folder that was sent last time.", completion: .directory)
  var previous: String?
  @Flag(help: "Write a table for a spreadsheet.")
  var csv = false
  @Flag(help: "Exit with status 1 when a test fails.")
  var strict = false
  @OptionGroup var stewardship: StewardshipOptions
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for (path, name) in [(folder, "FOLDER"), (reference, "--reference"), (previous, "--previous")] {
      try requirePath(path, name)
    }
    if csv && output.json { throw ValidationError("Give --csv or --json, not both.") }
  }

  func run() throws {
    try Terminal.run {
      try begin()
      let published = try reference.map {
        try PublishedCounts(bytes: InputFile.bytes($0), file: $0)
      }
      let matrix = try QualityMatrix(
        of: FolderProfile.read(folder: folder), published: published,
        previous: previous.map { try FolderProfile.read(folder: $0) })
      try write(matrix)
      let failed = matrix.count(.fail)
      Terminal.say(
        "\(matrix.count(.pass)) pass, \(matrix.count(.warn)) warn, \(failed) fail, "
          + "\(matrix.count(.untested)) could not be tested.")
      if strict && failed > 0 { throw ExitCode.failure }
    }
  }

  /// Counting writes nothing, so there is a line in a log only where one is asked for.
  private func begin() throws {
    guard stewardship.register != nil || stewardship.log != nil else { return }
    let run = try stewardship.begin("quality", datasets: Submission(folder: folder).sourceNames)
    if stewardship.log != nil { try run.finish(inputs: [folder], outputs: [], counts: [:]) }
  }

  private func write(_ matrix: QualityMatrix) throws {
    if output.json {
      Terminal.write(try JSONEncoder.readable(matrix))
    } else if csv {
      Terminal.write(Array(matrix.csv.utf8))
    } else {
      matrix.lines.forEach(Terminal.print)
    }
  }
}
