// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// The model that is used where nobody gives one.
public enum DefaultModel {
  /// Up to so many records are all compared with each other.
  static let fewRecords = 4_000

  /// Adds the columns that the default comparisons use beside the fields themselves.
  public static func prepared(_ records: LinkageRecords) -> RecordTable {
    let table = records.table
    var columns = table.columns
    for field in records.fields where field.kind == .email {
      if let column = table.column(field.name) { columns.append(LocalPart.column(of: column)) }
    }
    var builder = ColumnBuilder(name: DefaultBlocking.everything)
    for _ in 0..<table.count { builder.append("all") }
    columns.append(builder.column())
    return RecordTable(
      columns: columns, sources: table.sources, sourceNames: table.sourceNames,
      nicknames: table.nicknames)
  }

  /// What people of one household share, by comparison; empty where the fields cannot tell.
  public static func roles(of fields: [RecordField]) -> [ComparisonRole] {
    let roles = DefaultComparisons.roles(of: fields)
    return fields.contains { $0.kind == .givenName || $0.name == "given-name-token" } ? roles : []
  }

  /// Comparisons and blocking rules for the fields of the records, without probabilities.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - table: What ``prepared(_:)`` made of them.
  ///   - scope: Which pairs can be of one person.
  ///   - most: About the most pairs that are compared.
  ///   - workers: Who does the pieces.
  /// - Returns: A model that can be trained.
  /// - Throws: `LinkageError` where the fields do not make a model.
  public static func model(
    for records: LinkageRecords, _ table: RecordTable, scope: LinkageScope, most: Int,
    _ workers: Workers = .serial
  ) throws(LinkageError) -> LinkageModel {
    var model = LinkageModel(
      scope: scope, prior: 0.0001, strings: .duckDB,
      blocking: DefaultBlocking.candidates(for: records.fields),
      comparisons: DefaultComparisons.comparisons(of: records.fields))
    if table.count <= fewRecords {
      model.blocking = [BlockingRule(FieldPart(DefaultBlocking.everything))]
      return model
    }
    var rest = most
    let sizes = try LinkageEngine(table, model).blockSizes(largest: 0, workers)
    model.blocking = zip(model.blocking, sizes).compactMap { rule, size in
      guard size.pairs <= rest / 3 || (size.pairs <= rest && size.pairs < table.count) else {
        return nil
      }
      rest -= size.pairs
      return rule
    }
    return model
  }
}
