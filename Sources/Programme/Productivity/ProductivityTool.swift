// SPDX-License-Identifier: Apache-2.0

public import PlanPackage
import Productivity

/// A productivity tool: a table goes in, a report comes out, nothing is kept.
///
/// The command line and the pages run the same tools, so that both read the same columns, find the
/// same problems and give the same answer.
public struct ProductivityTool: Sendable, Identifiable {
  /// The name in addresses and commands.
  public let id: String
  /// The title, for a reader.
  public let title: String
  /// The question it answers.
  public let question: String
  /// How it works, in words.
  public let method: [String]
  /// Where the method comes from.
  public let source: String
  /// What it cannot tell.
  public let limits: [String]
  /// The columns it reads.
  public let columns: [ToolColumn]
  /// Columns of numbers may also have names that start with this.
  public var openPrefix: String?
  /// Its settings.
  public let options: [ToolOption]
  /// A table with made-up numbers.
  public let example: String
  /// What the example shows that the numbers alone do not.
  public let exampleNote: String
  let work: @Sendable (inout ToolInput, ToolSettings) throws(ProductivityError) -> ToolFindings

  /// What settings are called in a list of problems.
  public static let settingsFile = "settings"

  /// Every tool, in the order in which pages list them.
  public static let all: [ProductivityTool] = [
    .benchmark, .unitCost, .prices, .staffing, .sharedBank, .biosimilar, .medicines, .pathology,
    .corporate,
  ]

  /// The tool of a name.
  public static func named(_ id: String) -> ProductivityTool? { all.first { $0.id == id } }

  /// The names of the columns for a list of what was expected.
  var columnNames: String {
    let names = columns.map(\.name) + (openPrefix.map { [$0 + "…"] } ?? [])
    return names.joined(separator: ", ")
  }

  /// Works a table out: comma-separated values, or cells as they are copied from a spreadsheet.
  ///
  /// Settings are by the names of the options; what is not given is as usual.
  /// - Throws: `PlanError` with everything that is wrong; nothing is worked out then.
  public func report(
    _ bytes: [UInt8], file: String, settings: [String: String] = [:]
  ) throws(PlanError) -> ToolReport {
    var input = ToolInput(bytes, file: file, for: self)
    let chosen = ToolSettings(settings, for: self)
    let violations = chosen.violations + input.violations
    guard violations.isEmpty else { throw PlanError(violations) }
    let found: Result<ToolFindings, ProductivityError>
    do { found = .success(try work(&input, chosen)) } catch { found = .failure(error) }
    // What a tool reports of single rows says more than what the engine then made of them.
    guard input.violations.isEmpty else { throw PlanError(input.violations) }
    switch found {
    case .success(let findings):
      return ToolReport(
        tool: id, headline: findings.headline,
        figures: findings.figures.map { ToolReport.Figure(label: $0.0, value: $0.1) },
        rule: findings.rule, tables: findings.tables, chart: findings.chart,
        excluded: findings.excluded)
    case .failure(let error):
      throw PlanError([
        Violation(file: file, found: error.found, expected: error.expected, advice: error.advice)
      ])
    }
  }
}
