// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles
import PlanPackage

/// Links what a command was given and writes what it was asked for.
struct LinkWork {
  private let link: LinkCommand
  private let records: LinkageRecords
  private let outcome: LinkageJob.Outcome
  private let summary: LinkageSummary
  private let rows: [String: Int32]
  private let names: [String]
  private let stable: StableClusters?
  private let explanation: PairExplanation?

  init(_ link: LinkCommand, _ sources: RecordSources, objections: Set<String>) throws {
    self.link = link
    let given = try LinkModel(link)
    let fields = try Self.fields(link, sources, given)
    var records = try RecordFileReader.read(
      sources.files,
      .init(
        identifier: link.id, fields: fields, source: Self.source(link, sources),
        truth: link.truthColumn, groups: link.group.isEmpty ? sources.groups : link.group,
        objections: objections))
    records.table.nicknames = try LinkNicknames.table(link.nicknames)
    self.records = records
    Terminal.say(
      "Read \(Terminal.counted(records.table.count, "record", "records")) of "
        + Terminal.counted(records.table.sourceNames.count, "source", "sources") + ".")
    if records.leftOut > 0 {
      let count = Terminal.counted(records.leftOut, "record was", "records were")
      Terminal.say("\(count) left out, of people who have objected.")
    }
    rows = Dictionary(
      (0..<records.table.count).map { (records.identifier($0), Int32($0)) }
    ) { first, _ in first }
    let settings = try Self.settings(link, records, given.file, rows)
    let outcome = try LinkageJob.run(records, settings, .threads(link.threads)) { Terminal.say($0) }
    self.outcome = outcome
    let identifiers = (0..<records.table.count).map { records.identifier($0) }
    let previous = try link.previous.map {
      try PairTable.names(InputFile.bytes($0), file: $0)
    }
    stable = previous.map { names in
      StableClusters(
        outcome.clusters, identifiers: identifiers, previous: identifiers.map { names[$0] })
    }
    names = stable?.names ?? outcome.clusters.first.map { identifiers[Int($0)] }
    summary = LinkageSummary(
      records, outcome, truth: try Self.truth(link, records, identifiers))
    explanation = try Self.explanation(link, records, outcome, rows)
  }

  private static func fields(_ link: LinkCommand, _ sources: RecordSources, _ given: LinkModel)
    throws
    -> [RecordField]
  {
    if let fields = given.splinkFields { return fields }
    let fields = try link.field.isEmpty ? sources.recognised : LinkFields(link.field).fields
    guard !fields.isEmpty else {
      throw PlanError([
        Violation(
          file: sources.files[0], found: "columns \(sources.headers.joined(separator: ", "))",
          expected: "to be told what they hold",
          advice: "Give --field for each column to compare, such as --field surname=COLUMN.")
      ])
    }
    return fields
  }

  /// The column of sources, where it is given or the files of a folder have it.
  private static func source(_ link: LinkCommand, _ sources: RecordSources) -> String? {
    link.source
      ?? (link.field.isEmpty && sources.headers.contains("source") ? "source" : nil)
  }

  private static func settings(
    _ link: LinkCommand, _ records: LinkageRecords, _ model: LinkageModelFile?,
    _ rows: [String: Int32]
  ) throws -> LinkageJob.Settings {
    var settings = LinkageJob.Settings()
    settings.scope = link.between || link.oneToOne ? .between : .withinAndBetween
    settings.mostPairs = link.mostPairs
    settings.model = model
    settings.work = link.work
    settings.trainsAnew = link.train
    settings.threshold = link.threshold
    settings.precision = link.precision
    settings.rules = try rules(link, records)
    if let path = link.labels {
      let known = try PairTable.decisions(InputFile.bytes(path), file: path, rows: rows)
      settings.labels = LabelledPairs(same: known.together, different: known.apart)
    }
    if let path = link.decisions {
      let decided = try PairTable.decisions(InputFile.bytes(path), file: path, rows: rows)
      settings.rules.together = decided.together
      settings.rules.apart = decided.apart
    }
    return settings
  }

  private static func rules(_ link: LinkCommand, _ records: LinkageRecords) throws -> ClusterRules {
    let table = records.table
    if link.oneToOne { return .oneToOne(sources: table.sources) }
    let single = try link.once.map { name -> UInt16 in
      guard let number = table.sourceNames.firstIndex(of: name) else {
        throw PlanError([
          Violation(
            file: "--once", found: "“\(name)”",
            expected: "one of \(table.sourceNames.joined(separator: ", "))",
            advice: "Give the name of a source.")
        ])
      }
      return UInt16(number)
    }
    return ClusterRules(sources: table.sources, singleSources: Set(single))
  }

  private static func truth(_ link: LinkCommand, _ records: LinkageRecords, _ identifiers: [String])
    throws
    -> [String?]?
  {
    if let path = link.truth {
      let people = try PairTable.names(InputFile.bytes(path), file: path)
      return identifiers.map { people[$0] }
    }
    return records.truth.map { column in identifiers.indices.map { column.value(row: $0) } }
  }

  private static func explanation(
    _ link: LinkCommand, _ records: LinkageRecords, _ outcome: LinkageJob.Outcome,
    _ rows: [String: Int32]
  ) throws -> PairExplanation? {
    guard link.explain.count == 2 else { return nil }
    let places = try link.explain.map { identifier -> Int in
      guard let row = rows[identifier] else {
        throw PlanError([
          Violation(
            file: "--explain", found: "“\(identifier)”", expected: "an identifier of a record",
            advice: "Look it up in the column \(link.id).")
        ])
      }
      return Int(row)
    }
    return PairExplanation(records, outcome, places[0], places[1])
  }

  /// Numbers for the log of runs.
  var counts: [String: Int] {
    [
      "records": summary.records, "quarantined": summary.quarantined, "clusters": summary.clusters,
      "left out by objection": records.leftOut,
    ]
  }

  /// Writes all files and gives what was made, a folder before files beside it.
  func write() throws -> [String] {
    var files: [(path: String, bytes: [UInt8])] = []
    let clusters = clusterFile()
    if let out = link.out { files.append((out, clusters)) }
    let model = try LinkageModelFile(model: outcome.engine.model, related: outcome.related).bytes()
    if let folder = link.outFolder {
      files.append((folder + "/clusters.csv", clusters))
      files.append((folder + "/model.json", model))
      files.append((folder + "/report.json", try JSONEncoder.readable(summary)))
    }
    if let path = link.saveModel { files.append((path, model)) }
    if let path = link.saveSplinkSettings {
      files.append((path, Array(try SplinkSettings.data(from: outcome.engine.model, file: path))))
    }
    if let path = link.reviewOut ?? link.outFolder.map({ $0 + "/review.csv" }) {
      files.append((path, Array(ReviewFile.text(records, outcome, most: link.review).utf8)))
    }
    if let picture = link.picture, let explanation {
      files.append((picture, explanation.drawing))
    }
    if !records.quarantine.isEmpty, let path = quarantinePath {
      files.append((path, Array(QuarantineFile.text(records.quarantine).utf8)))
    }
    try Interruption.heldBack {
      for file in files { try AtomicFile.write(file.bytes, to: file.path) }
    }
    let inside = link.outFolder.map { $0 + "/" }
    let beside = files.map(\.path).filter { path in
      inside.map { !path.hasPrefix($0) } ?? true
    }
    return (link.outFolder.map { [$0] } ?? []) + beside
  }

  private var quarantinePath: String? {
    link.quarantine ?? link.outFolder.map { $0 + "/quarantine.csv" }
      ?? link.out.map { $0 + ".quarantine.csv" }
  }

  private func clusterFile() -> [UInt8] {
    var text = "id,cluster\n"
    text.reserveCapacity(names.count * 24)
    for row in names.indices {
      text += CSVRecords.line([records.identifier(row), names[row]])
    }
    return Array(text.utf8)
  }

  /// Says what was done.
  func show() throws {
    sayProblems()
    if let explanation {
      guard !link.output.json else { return Terminal.write(try JSONEncoder.readable(explanation)) }
      return explanation.lines.forEach(Terminal.print)
    }
    guard !link.output.json else { return Terminal.write(try JSONEncoder.readable(summary)) }
    LinkTable(summary).lines.forEach(Terminal.print)
  }

  private func sayProblems() {
    if !records.quarantine.isEmpty {
      let rows = Terminal.counted(records.quarantine.count, "row was", "rows were")
      Terminal.say("\(rows) set aside" + (quarantinePath.map { ": see \($0)." } ?? ":"))
      for row in records.quarantine.prefix(5) {
        Terminal.say("  \(row.file), row \(row.row): \(row.reason)")
      }
    }
    for found in records.findings where found.otherEncoding > 0 {
      Terminal.say(
        "\(found.file), \(found.header): \(found.otherEncoding) values are not UTF-8 and were read "
          + "as Windows-1252.")
    }
    for merger in stable?.merged ?? [] {
      Terminal.say("Merged into \(merger.kept): \(merger.givenUp.joined(separator: ", ")).")
    }
    for split in stable?.split ?? [] {
      Terminal.say("Split \(split.old): now \(split.parts.joined(separator: ", ")).")
    }
  }
}
