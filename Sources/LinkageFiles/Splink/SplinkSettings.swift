// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Linkage
import PlanPackage

/// The settings of Splink, a widely used program for linkage, as its files of models have them.
public enum SplinkSettings {
  /// Reads settings as a model.
  ///
  /// - Throws: `PlanError` that names each condition or rule that cannot be read.
  public static func model(from data: Data, file: String) throws -> LinkageModel {
    let settings: Settings
    do {
      settings = try JSONDecoder().decode(Settings.self, from: data)
    } catch {
      throw PlanError([
        Violation(
          file: file, found: "no settings of Splink", expected: "a JSON file saved by Splink",
          advice: "Save the model with save_model_to_json.")
      ])
    }
    var problems: [Violation] = []
    let comparisons = settings.comparisons.map { comparison in
      Comparison(
        comparison.output_column_name ?? "comparison",
        levels: comparison.comparison_levels.compactMap { level in
          guard let condition = SQLCondition.read(level.sql_condition) else {
            problems.append(unreadable(level.sql_condition, file))
            return nil
          }
          return level.level(condition)
        })
    }
    let blocking = (settings.blocking_rules_to_generate_predictions ?? []).compactMap { rule in
      let read = rule.rule
      if read == nil { problems.append(unreadable(rule.blocking_rule, file)) }
      return read
    }
    guard problems.isEmpty else { throw PlanError(problems) }
    return LinkageModel(
      scope: settings.link_type == "link_only" ? .between : .withinAndBetween,
      prior: settings.probability_two_random_records_match ?? 0.0001,
      strings: settings.sql_dialect == "spark" ? .spark : .duckDB, blocking: blocking,
      comparisons: comparisons)
  }

  /// Columns that hold dates, by the conditions of the model.
  public static func dateColumns(of model: LinkageModel) -> Set<String> {
    Set(model.comparisons.flatMap(\.levels).flatMap { $0.condition.dateColumns })
  }

  /// The columns that a model uses, as they stand in the files; dates are standardised, the rest is not.
  public static func fields(of model: LinkageModel) -> [RecordField] {
    let dates = dateColumns(of: model)
    var names: [String] = []
    func add(_ column: String) {
      let name =
        column.hasSuffix(LocalPart.suffix)
        ? String(column.dropLast(LocalPart.suffix.count)) : column
      if !names.contains(name) { names.append(name) }
    }
    for rule in model.blocking {
      for key in rule.keys { [key.left.column, key.right.column].forEach(add) }
    }
    for level in model.comparisons.flatMap(\.levels) {
      level.condition.columns.sorted().forEach(add)
    }
    let locals = Set(
      model.comparisons.flatMap(\.levels).flatMap { $0.condition.columns }
        .filter { $0.hasSuffix(LocalPart.suffix) })
    return names.map { name in
      let kind: FieldKind =
        dates.contains(name)
        ? .dateOfBirth : locals.contains(name + LocalPart.suffix) ? .email : .token
      return RecordField(kind: kind, header: name, name: name)
    }
  }

  /// Writes a model as settings.
  ///
  /// - Throws: `PlanError` that names each level that Splink cannot state.
  public static func data(from model: LinkageModel, file: String) throws -> Data {
    var problems: [Violation] = []
    let comparisons = model.comparisons.map { comparison in
      Settings.Comparison(
        output_column_name: comparison.name,
        comparison_levels: comparison.levels.compactMap { level in
          guard let sql = level.condition.sql else {
            problems.append(
              Violation(
                file: file, found: "the level “\(level.label)” of \(comparison.name)",
                expected: "a condition that Splink has a function for",
                advice: "Save the model with --save-model, or leave the level out."))
            return nil
          }
          return Settings.Level(level, sql)
        })
    }
    guard problems.isEmpty else { throw PlanError(problems) }
    let settings = Settings(
      link_type: model.scope == .between ? "link_only" : "dedupe_only",
      probability_two_random_records_match: model.prior,
      sql_dialect: model.strings == .spark ? "spark" : "duckdb",
      blocking_rules_to_generate_predictions: model.blocking.map { Settings.Rule($0) },
      comparisons: comparisons)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(settings)
  }

  private static func unreadable(_ condition: String, _ file: String) -> Violation {
    Violation(
      file: file, found: "“\(condition)”",
      expected: "equality, a similarity, a number of edits or days, or a part of a column",
      advice: "Take the level or rule out, or state it with a function that Weald has.")
  }
}

/// The parts of the settings that say what a model is; the names are those of the files.
// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Settings: Codable {
  var link_type: String
  var probability_two_random_records_match: Double?
  var sql_dialect: String?
  var blocking_rules_to_generate_predictions: [Rule]?
  var comparisons: [Comparison]

  struct Comparison: Codable {
    var output_column_name: String?
    var comparison_levels: [Level]
  }

  struct Rule: Codable {
    var blocking_rule: String

    init(_ rule: BlockingRule) {
      blocking_rule = rule.keys.map { "\($0.left.blockingSQL("l")) = \($0.right.blockingSQL("r"))" }
        .joined(separator: " AND ")
    }

    /// The rule, where it is made of equalities alone.
    var rule: BlockingRule? {
      guard let condition = SQLCondition.read(blocking_rule) else { return nil }
      let parts: [LevelCondition] =
        if case .all(let parts) = condition { parts } else { [condition] }
      let keys = parts.compactMap { part -> BlockingKey? in
        switch part {
        case .equal(let part): BlockingKey(left: part, right: part)
        case .crossed(let left, let right): BlockingKey(left: left, right: right)
        default: nil
        }
      }
      return keys.count == parts.count ? BlockingRule(keys: keys) : nil
    }
  }

  struct Level: Codable {
    var sql_condition: String
    var label_for_charts: String?
    var m_probability: Double?
    var u_probability: Double?
    var is_null_level: Bool?
    var tf_adjustment_column: String?
    var tf_adjustment_weight: Double?
    var tf_minimum_u_value: Double?

    init(_ level: ComparisonLevel, _ sql: String) {
      sql_condition = sql
      label_for_charts = level.label
      m_probability = level.m
      u_probability = level.u
      is_null_level = level.isMissing ? true : nil
      tf_adjustment_column = level.termFrequency?.column
      tf_adjustment_weight = level.termFrequency?.weight
      tf_minimum_u_value = level.termFrequency?.minimumShare
    }

    func level(_ condition: LevelCondition) -> ComparisonLevel {
      ComparisonLevel(
        label_for_charts ?? sql_condition, condition, isMissing: is_null_level ?? false,
        m: m_probability, u: u_probability,
        termFrequency: tf_adjustment_column.map {
          TermFrequency(
            column: $0, weight: tf_adjustment_weight ?? 1, minimumShare: tf_minimum_u_value ?? 0)
        })
    }
  }
}

extension LevelCondition {
  fileprivate var dateColumns: [String] {
    switch self {
    case .daysApart(let part, _), .dayAndMonthSwapped(let part): [part.column]
    case .missing(let part): part.part == .year ? [part.column] : []
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.dateColumns)
    case .not(let condition): condition.dateColumns
    default: []
    }
  }
}
