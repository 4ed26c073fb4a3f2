// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// A model as a script of SQL for Spark 4.3: it reads records, compares pairs and writes those of at least
/// a weight.
///
/// Nothing but SQL runs on the cluster: no Python and no jar of ours. A line of the result has the rows of a
/// pair, the number of its first blocking rule, and the level of each comparison. Weights are worked out
/// again from the levels by whoever reads it, so that they have the same last digit as the native engine's.
public struct SparkJob: Sendable {
  /// The statements in their order, each with its semicolon.
  public let statements: [String]
  /// The columns that records need, beside `row` and `source`, in the order in which CSV files have them.
  public let columns: [String]
  /// Whether the table of nicknames is read.
  public let readsNicknames: Bool

  /// The script.
  public var script: String { statements.joined(separator: "\n\n") + "\n" }

  // A column of chance, which is always at least 0, keeps Spark's optimiser from copying every comparison
  // into every rule and every use of its level: plans of twenty rules would not fit in memory.

  // Spark's logarithm may differ in its last digits from the native one, so that a pair at the very limit
  // is handed over, and the exact weight decides.
  private static let slack = 1e-6

  /// Writes a model as SQL.
  /// - Parameters:
  ///   - model: its string functions have to be Spark's.
  ///   - records: where the records are.
  ///   - nicknames: a path to lines of a name and its groups, needed when the model has nicknames.
  ///   - results: a path to a folder that is written, or replaced.
  ///   - atLeast: the weight from which a pair is kept.
  /// - Throws: `DistributedLinkageError` for a model that Spark cannot compute.
  public init(
    _ model: LinkageModel, records: SparkInput, nicknames: String?, results: String,
    atLeast: Double
  ) throws(DistributedLinkageError) {
    guard model.strings == .spark else { throw .otherStrings }
    guard !model.blocking.isEmpty else { throw .notWhole("it has no blocking rule") }
    guard !model.comparisons.isEmpty else { throw .notWhole("it compares nothing") }
    var writer = ConditionWriter()
    let blocked = Self.blocked(model, &writer)
    var levels: [String] = []
    var weights = [SQLText.number(try ModelWeights.prior(model))]
    for (number, comparison) in model.comparisons.enumerated() {
      levels.append(try Self.level(comparison, number, &writer))
      weights.append(try Self.weight(comparison, number))
    }
    for (number, comparison) in model.comparisons.enumerated() {
      if let term = try Self.term(comparison, number, &writer) { weights.append(term) }
    }
    columns = Set(writer.columns.columns.map(\.part.column) + writer.columns.terms).sorted()
    readsNicknames = !writer.columns.nicknames.isEmpty
    statements =
      Self.settings + [records.view("input", columns: columns)]
      + Self.prepared(nicknames, writer.columns) + [
        blocked,
        "create or replace temporary view compared as\nselect rule, l.row as left_row, "
          + "r.row as right_row, rand(0) as chance,\n  " + levels.joined(separator: ",\n  ")
          + Self.shares(writer.columns) + "\nfrom blocked;",
        "insert overwrite directory \(SQLText.text(results)) using csv\n"
          + "select left_row, right_row, rule, "
          + model.comparisons.indices.map { "g\($0)" }.joined(separator: ", ")
          + "\nfrom compared\nwhere chance >= 0 and " + weights.joined(separator: "\n  + ")
          + "\n  >= \(SQLText.number(atLeast - Self.slack));",
      ]
  }

  private static let settings = [
    "set spark.sql.ansi.enabled=false;", "set spark.sql.session.timeZone=UTC;",
  ]

  /// Views of the records with all that comparisons need, kept in the workers' memory.
  private static func prepared(
    _ nicknames: String?, _ columns: PreparedColumns
  ) -> [String] {
    var statements: [String] = []
    if !columns.nicknames.isEmpty {
      statements.append(
        "create or replace temporary view nickname (name string, groups string) using csv "
          + "options (path \(SQLText.text(nicknames ?? "")), header 'true', quote '\"', escape '\"');"
      )
    }
    for (number, term) in columns.terms.enumerated() {
      let name = SQLText.name(term)
      statements.append(
        "create or replace temporary view term\(number) as\nselect \(name) as value, "
          + "cast(count(*) as double) / (select greatest(1, count(\(name))) from input) as share\n"
          + "from input where \(name) is not null group by \(name);")
    }
    var joins = columns.terms.enumerated().map { number, term in
      "left join term\(number) on d.\(SQLText.name(term)) = term\(number).value"
    }
    joins += columns.nicknames.map { number, part in
      "left join (select name, split(groups, ' ') as groups from nickname) k\(number) "
        + "on \(PreparedColumns.text(part)) = k\(number).name"
    }
    let shares = columns.terms.indices.map { "term\($0).share as s\($0)" }
    let selected = ["d.row as row", "d.source as source"] + columns.expressions + shares
    statements.append(
      "create or replace temporary view record as\nselect "
        + selected.joined(separator: ",\n  ") + "\nfrom input d\n"
        + joins.joined(separator: "\n") + ";")
    statements.append("cache table record;")
    return statements
  }

  /// Pairs by the first rule that holds.
  private static func blocked(_ model: LinkageModel, _ writer: inout ConditionWriter) -> String {
    var earlier: [String] = []
    var parts: [String] = []
    for (number, rule) in model.blocking.enumerated() {
      let condition = writer.write(rule)
      var where_ = "l.row < r.row"
      if model.scope == .between { where_ += " and l.source <> r.source" }
      for rule in earlier { where_ += "\n  and not coalesce(\(rule), false)" }
      parts.append(
        "select \(number) as rule, struct(l.*) as l, struct(r.*) as r\n"
          + "from record l join record r on \(condition)\nwhere \(where_)")
      earlier.append(condition)
    }
    return "create or replace temporary view blocked as\n"
      + parts.joined(separator: "\nunion all\n") + ";"
  }

  private static func level(
    _ comparison: Comparison, _ number: Int, _ writer: inout ConditionWriter
  ) throws(DistributedLinkageError) -> String {
    guard comparison.levels.last?.condition == .otherwise else {
      throw .notWhole("“\(comparison.name)” has no last level “otherwise”")
    }
    var cases: [String] = []
    for (place, level) in comparison.levels.dropLast().enumerated() {
      cases.append("when \(try writer.write(level.condition)) then \(place)")
    }
    let last = comparison.levels.count - 1
    guard !cases.isEmpty else { return "\(last) as g\(number)" }
    return "case " + cases.joined(separator: "\n    ") + "\n    else \(last) end as g\(number)"
  }

  private static func weight(
    _ comparison: Comparison, _ number: Int
  ) throws(DistributedLinkageError) -> String {
    let cases = try ModelWeights.levels(comparison).enumerated().map { place, weight in
      "when \(place) then \(SQLText.number(weight))"
    }
    return "case g\(number) " + cases.joined(separator: " ") + " end"
  }

  /// What rare values add at the levels that have an adjustment.
  private static func term(
    _ comparison: Comparison, _ number: Int, _ writer: inout ConditionWriter
  ) throws(DistributedLinkageError) -> String? {
    var cases: [String] = []
    for place in comparison.levels.indices {
      guard let term = try ModelWeights.term(comparison, place) else { continue }
      let share = writer.columns.share(term.column)
      let most = "greatest(l\(share), r\(share), \(SQLText.number(term.minimumShare)))"
      cases.append(
        "when \(place) then if(l\(share) is null and r\(share) is null, 0D, "
          + "\(SQLText.number(term.weight)) * (\(SQLText.number(term.base)) - log2(\(most))))")
    }
    return cases.isEmpty ? nil : "case g\(number) " + cases.joined(separator: " ") + " else 0D end"
  }

  private static func shares(_ columns: PreparedColumns) -> String {
    columns.terms.indices.map { ",\n  l.s\($0) as ls\($0), r.s\($0) as rs\($0)" }.joined()
  }
}
