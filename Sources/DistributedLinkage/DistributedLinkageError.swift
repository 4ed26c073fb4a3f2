// SPDX-License-Identifier: Apache-2.0

/// Why records cannot be linked on a cluster.
public enum DistributedLinkageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A measure of a column that Spark 4.3 does not have.
  case notInSpark(String, String)
  /// The model's string functions are those of another system.
  case otherStrings
  /// A model with a comparison that has no levels, or with no rule.
  case notWhole(String)
  /// There is no Spark where it was looked for.
  case noSpark(String)
  /// A process of the cluster ended or did not come up.
  case clusterFailed(what: String, log: String)
  /// Spark gave up; the last lines that it said.
  case jobFailed([String])
  /// The run was ended from outside.
  case stopped
  /// What Spark wrote is not what was asked for.
  case unreadable(file: String, line: Int, text: String)
  /// A value that cannot be handed over as a line of CSV.
  case valueWithLineBreak(column: String, row: Int)

  /// The failure in words for its user.
  public var description: String {
    switch self {
    case .notInSpark(let measure, let column):
      "the model compares “\(column)” by \(measure), which Spark 4.3 does not have. Use the native "
        + "engine, or another measure in the model."
    case .otherStrings:
      "the model's string functions are not Spark's, so that some pairs would reach other levels. Set "
        + "\"strings\" to \"spark\" in the model (the native engine computes these too), and train it again."
    case .notWhole(let what): "the model is not whole: \(what)."
    case .noSpark(let where_):
      "there is no Spark in \(where_). Run scripts/spark-environment, or set SPARK_HOME to the folder that "
        + "holds Spark's jars."
    case .clusterFailed(let what, let log): "\(what). Its log is \(log)."
    case .jobFailed(let lines):
      "Spark did not finish. It said last:\n" + lines.map { "  " + $0 }.joined(separator: "\n")
    case .stopped: "Stopped. Nothing was written."
    case .unreadable(let file, let line, let text):
      "\(file), line \(line): found “\(text)”, expected the rows and levels of a pair."
    case .valueWithLineBreak(let column, let row):
      "row \(row + 1) has a line break in “\(column)”. Standardise the records first."
    }
  }
}
