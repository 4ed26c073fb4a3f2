// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import LinkageFiles
import PlanPackage
import Stewardship

/// Finds out which records are of one person.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Find out which records are of one person.",
    discussion: """
      Say which column holds what with --field, or give a folder that `weald synthesise --people` or \
      `weald pseudonymise` wrote, whose columns are known by their headers. No labelled pairs are \
      needed: what each field is worth is learnt from the records. The result names the cluster of \
      every record; records of one cluster are taken to be of one person. docs/linkage.md says how \
      it works, what the kinds of fields are, and how far to trust the result.
      """)

  @Argument(help: "CSV files of records, or a folder of them.", completion: .file())
  var input: [String]
  @Option(help: "The column of identifiers, each of which is there once.")
  var id = "id"
  @Option(
    help: ArgumentHelp(
      "What a column holds, such as surname=last_name. Kinds: "
        + FieldKind.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "kind=column"))
  var field: [String] = []
  @Option(help: "The column that names the source of a record; without it each file is a source.")
  var source: String?
  @Option(help: "A column of groups for which error rates are stated. May be given more than once.")
  var group: [String] = []
  @Flag(help: "Compare records of different sources alone.")
  var between = false
  @Flag(help: "At most one record of each source in a cluster; compares different sources alone.")
  var oneToOne = false
  @Option(help: "A source that has each person once, such as gp. May be given more than once.")
  var once: [String] = []
  @Option(help: "A model that --save-model wrote.", completion: .file())
  var model: String?
  @Option(help: "A model of Splink, as its JSON.", completion: .file())
  var splinkSettings: String?
  @Flag(help: "Train a model that was given on these records anew.")
  var train = false
  @Option(help: "Where the model that was used is written.", completion: .file())
  var saveModel: String?
  @Option(help: "Where the model is written for Splink.", completion: .file())
  var saveSplinkSettings: String?
  @Option(help: "The least weight of a pair that joins records, in bits; 0 without it.")
  var threshold: Double?
  @Option(help: "The precision that is to be expected; chooses the threshold.")
  var precision: Double?
  @Option(help: "About the most pairs that are compared.")
  var mostPairs: Int?
  @Option(help: "Names that go together, one group a row, CSV; besides those that Weald knows.")
  var nicknames: String?
  @Option(help: "Clusters of an earlier run, whose names are kept.", completion: .file())
  var previous: String?
  @Option(help: "Decisions on pairs: the file of --review-out, filled in.", completion: .file())
  var decisions: String?
  @Option(help: "Labelled pairs by which the threshold is chosen: left,right,decision.")
  var labels: String?
  @Option(help: "How many pairs near the threshold are written for review.")
  var review = 100
  @Option(help: "Where pairs to decide on are written.", completion: .file())
  var reviewOut: String?
  @Option(parsing: .upToNextOption, help: "Explain the weight of two records.")
  var explain: [String] = []
  @Option(help: "Where the waterfall of --explain is drawn, SVG.", completion: .file())
  var picture: String?
  @Option(help: "Who is who in truth: a file of identifier and person.", completion: .file())
  var truth: String?
  @Option(help: "The column that says who is who in truth; it is not used to link.")
  var truthColumn: String?
  @Option(help: "How many threads work.")
  var threads = 2
  @Option(help: "Where clusters are written: id, cluster.", completion: .file())
  var out: String?
  @Option(help: "A folder for clusters, model and report.", completion: .directory)
  var outFolder: String?
  @Option(
    help: "Where rows set aside are written; beside the output without it.", completion: .file())
  var quarantine: String?
  @Option(
    help: "A folder for finished parts, from which an interrupted run goes on.",
    completion: .directory)
  var work: String?
  @OptionGroup var stewardship: StewardshipOptions
  @OptionGroup var output: JSONFlag

  func validate() throws {
    let paths = [
      ("--out", out), ("--out-folder", outFolder), ("--model", model), ("--previous", previous),
      ("--splink-settings", splinkSettings), ("--save-model", saveModel), ("--truth", truth),
      ("--save-splink-settings", saveSplinkSettings), ("--decisions", decisions),
      ("--labels", labels),
      ("--review-out", reviewOut), ("--picture", picture), ("--quarantine", quarantine),
      ("--nicknames", nicknames), ("--work", work),
    ]
    for (name, path) in paths { try requirePath(path, name) }
    for path in input { try requirePath(path, "INPUT") }
    guard !input.isEmpty else { throw ValidationError("Give files of records, or a folder.") }
    if model != nil && splinkSettings != nil {
      throw ValidationError("Give --model or --splink-settings, not both.")
    }
    if truth != nil && truthColumn != nil {
      throw ValidationError("Give --truth or --truth-column, not both.")
    }
    if [threshold != nil, precision != nil, labels != nil].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --threshold, --precision and --labels.")
    }
    if let threshold, !(-100...100).contains(threshold) {
      throw ValidationError("--threshold is a weight in bits, such as 0 or 8.")
    }
    if let precision, !(0.5..<1).contains(precision) {
      throw ValidationError("--precision is from 0.5 to below 1, such as 0.99.")
    }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is a number from 1 to 256.")
    }
    if let mostPairs, mostPairs < 1 { throw ValidationError("--most-pairs is above 0.") }
    guard review >= 1 else { throw ValidationError("--review is above 0.") }
    guard explain.isEmpty || explain.count == 2 else {
      throw ValidationError("--explain takes two identifiers.")
    }
    if picture != nil && explain.isEmpty {
      throw ValidationError("--picture draws what --explain explains; give two identifiers.")
    }
    _ = try LinkFields(field)
  }

  func run() throws {
    try Terminal.run {
      let sources = try RecordSources(input)
      let run = try stewardship.begin(
        "link",
        datasets: sources.files.map { URL(filePath: $0).deletingPathExtension().lastPathComponent })
      let work = try LinkWork(self, sources, objections: run.register?.tokens(of: .national) ?? [])
      let outputs = try work.write()
      try work.show()
      if let folder = self.work { RunFolder.empty(folder) }
      if !outputs.isEmpty || stewardship.register != nil || stewardship.log != nil {
        try run.finish(inputs: sources.files, outputs: outputs, counts: work.counts)
      }
    }
  }
}
