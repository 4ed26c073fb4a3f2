// SPDX-License-Identifier: Apache-2.0

import Facts
import Forms
import Foundation

/// Reads a plan folder: every file, every violation, at once.
public struct PlanReader: Sendable {
  private let metadata: PlanMetadata
  private let tables: [String: Table]
  private let pages: [Page]
  private let scenarios: [Scenario]
  private let matrices: [String: TravelFile]
  private let forms: [FormDefinition]
  private let files: [PlanFile]

  /// Reads the files of a folder and checks each against its schema.
  ///
  /// - Throws: `PlanError` with every violation, in order of file and row.
  public init(folder: String) throws(PlanError) {
    try self.init(files: PlanFolder.files(in: folder))
  }

  /// Reads files that are already in memory.
  ///
  /// - Throws: `PlanError` with every violation, in order of file and row.
  public init(files: [PlanFile]) throws(PlanError) {
    self.files = files.sorted { $0.path < $1.path }
    var violations: [Violation] = []
    tables = PlanReader.readTables(files, &violations)
    pages = PlanReader.readPages(files, &violations)
    scenarios = PlanReader.readScenarios(files, &violations)
    matrices = PlanReader.readMatrices(files, &violations)
    forms = FormFiles.read(files, &violations)
    let isThere = files.contains { $0.path == "plan.yaml" }
    let text = PlanReader.text("plan.yaml", files, &violations)
    let (metadata, problems) =
      text.map(PlanMetadata.read(text:)) ?? (nil, isThere ? [] : [.missingPlan])
    violations += problems
    violations += ReferenceCheck.violations(
      in: tables, apartFrom: Set(violations.map(\.file)))
    violations += GateCheck.violations(in: tables)
    violations += CareModelCheck.violations(in: tables)
    violations += EngagementCheck.violations(
      in: tables, forms: FormFiles.names(of: files).union(forms.map(\.id)))
    violations += TimelineCheck.violations(in: tables)
    violations += RegisterCheck.violations(in: tables)
    violations += GroupingCheck.violations(in: tables)
    violations += NameCheck.violations(in: files)
    violations += PlanReader.unknownFiles(files)
    guard violations.isEmpty, let metadata else {
      throw PlanError(violations.sorted { PlanReader.order($0) < PlanReader.order($1) })
    }
    self.metadata = metadata
  }

  /// The plan as it stands.
  public func plan() -> Plan {
    Plan(
      metadata: metadata, tables: tables, pages: pages, scenarios: scenarios,
      forms: forms, matrices: matrices, files: files,
      scenario: nil)
  }

  /// The plan with the changes of a scenario.
  ///
  /// - Throws: `PlanError` when there is no such scenario, or when it names a row, column or
  ///   assumption that does not exist, or gives a value that the table does not allow.
  public func plan(scenario id: String) throws(PlanError) -> Plan {
    guard let scenario = scenarios.first(where: { $0.id == id }) else {
      let known = scenarios.map(\.id).sorted()
      throw PlanError([
        Violation(
          file: "scenarios/\(id).yaml", found: "no such scenario",
          expected: known.isEmpty ? "no scenario at all" : known.joined(separator: ", "),
          advice: nearest(to: id, in: known).map { "Did you mean “\($0)”?" }
            ?? "Choose one of these.")
      ])
    }
    let changed = try ScenarioOverrides.apply(scenario, to: tables)
    return Plan(
      metadata: metadata, tables: changed, pages: pages, scenarios: scenarios,
      forms: forms, matrices: matrices, files: files,
      scenario: scenario)
  }

  /// The tables that the folder has, in the order in which tables are listed.
  public var presentTables: [Table] { PlanTables.all.compactMap { tables[$0.name] } }

  /// What the plan says about itself.
  public var about: PlanMetadata { metadata }

  private static func readTables(
    _ files: [PlanFile], _ violations: inout [Violation]
  ) -> [String: Table] {
    var tables: [String: Table] = [:]
    for schema in PlanTables.all {
      guard let file = files.first(where: { $0.path == schema.path }) else {
        if schema.isRequired {
          violations.append(
            Violation(
              file: schema.path, found: "no such file", expected: schema.purpose,
              advice: "`weald schema` writes a template of each table."))
        }
        continue
      }
      let (table, problems) = TableReader.read(file.bytes, as: schema)
      tables[schema.name] = table
      violations += problems
    }
    return tables
  }

  private static func readPages(
    _ files: [PlanFile], _ violations: inout [Violation]
  ) -> [Page] {
    files.filter { $0.path.hasPrefix("pages/") && $0.path.hasSuffix(".md") }.compactMap { file in
      guard let text = text(file.path, files, &violations) else { return nil }
      let name = String(file.path.dropFirst("pages/".count).dropLast(".md".count))
      let (page, problems) = Page.read(text: text, name: name)
      violations += problems
      return page
    }
  }

  private static func readScenarios(
    _ files: [PlanFile], _ violations: inout [Violation]
  ) -> [Scenario] {
    files.filter { $0.path.hasPrefix("scenarios/") && $0.path.hasSuffix(".yaml") }
      .compactMap { file in
        guard let text = text(file.path, files, &violations) else { return nil }
        let id = String(file.path.dropFirst("scenarios/".count).dropLast(".yaml".count))
        let (scenario, problems) = Scenario.read(text: text, file: file.path, id: id)
        violations += problems
        return scenario
      }
  }

  private static func readMatrices(
    _ files: [PlanFile], _ violations: inout [Violation]
  ) -> [String: TravelFile] {
    var matrices: [String: TravelFile] = [:]
    for file in files where file.path.hasPrefix(TravelFile.folder) && file.path.hasSuffix(".csv") {
      let (matrix, problems) = TravelFile.read(file.bytes, file: file.path)
      matrices[file.path] = matrix
      violations += problems
    }
    return matrices
  }

  private static func text(
    _ path: String, _ files: [PlanFile], _ violations: inout [Violation]
  ) -> String? {
    guard let file = files.first(where: { $0.path == path }) else { return nil }
    if let text = String(validating: file.bytes, as: UTF8.self) { return text }
    violations.append(
      Violation(
        file: path, found: "bytes that are not UTF-8", expected: "text in UTF-8",
        advice: "Save the file as UTF-8."))
    return nil
  }

  /// Tables and settings that nothing would read, so that a misspelt name is not ignored.
  private static func unknownFiles(_ files: [PlanFile]) -> [Violation] {
    let known = PlanTables.all.map(\.path)
    let tables = files.filter { file in
      file.path.hasSuffix(".csv") && !known.contains(file.path)
        && !file.path.hasPrefix(TravelFile.folder)
    }
    let settings = files.filter { file in
      (file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml")) && file.path != "plan.yaml"
        && !(file.path.hasPrefix("scenarios/") && file.path.hasSuffix(".yaml"))
        && !FormFiles.isForm(file.path)
    }
    return tables.map { file in
      Violation(
        file: file.path, found: "a table that Weald does not know",
        expected: "one of \(known.joined(separator: ", "))",
        advice: nearest(to: file.path, in: known).map { "Did you mean “\($0)”?" }
          ?? "Rename it, or keep it outside the plan folder.")
    }
      + settings.map { file in
        Violation(
          file: file.path, found: "settings that Weald does not know",
          expected: "plan.yaml, a scenario in scenarios/, or a form in engagement/forms/",
          advice: "Move it, or keep it outside the plan folder.")
      }
  }

  private static func order(_ violation: Violation) -> (String, Int, String) {
    (violation.file, violation.row ?? 0, violation.column ?? "")
  }
}

extension Violation {
  fileprivate static let missingPlan = Violation(
    file: "plan.yaml", found: "no such file",
    expected: "a plan folder with plan.yaml, sources.csv and facts.csv",
    advice: "Give the path of a plan folder, or make one: weald new FOLDER.")
}
