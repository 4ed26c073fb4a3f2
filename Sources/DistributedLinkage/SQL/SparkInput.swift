// SPDX-License-Identifier: Apache-2.0

/// Where the records are that Spark reads: a row number, the number of a source, and standardised columns.
public enum SparkInput: Sendable, Hashable {
  /// Comma-separated files with a header, at a path that every worker can read.
  case csv(String)
  /// Parquet files at such a path.
  case parquet(String)
  /// A table of the cluster's catalogue.
  case table(String)

  /// A view of the records with these text columns.
  func view(_ name: String, columns: [String]) -> String {
    switch self {
    case .csv(let path):
      let types = columns.map { "\(SQLText.name($0)) string" }
      return "create or replace temporary view \(name) "
        + "(row bigint, source int, \(types.joined(separator: ", "))) using csv options "
        + "(path \(SQLText.text(path)), header 'true', quote '\"', escape '\"', nullValue '', "
        + "mode 'FAILFAST');"
    case .parquet(let path):
      return "create or replace temporary view \(name) as select * from "
        + "parquet.\(SQLText.name(path));"
    case .table(let table):
      return "create or replace temporary view \(name) as select * from \(table);"
    }
  }
}
