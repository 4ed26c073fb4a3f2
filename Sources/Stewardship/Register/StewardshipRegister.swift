// SPDX-License-Identifier: Apache-2.0

/// Who answers for which data, and what has been agreed about its use.
public struct StewardshipRegister: Hashable, Sendable {
  /// The organisations that answer for data.
  public internal(set) var controllers: [DataController] = []
  /// The datasets that are held.
  public internal(set) var datasets: [RegisteredDataset] = []
  /// What data may be used for.
  public internal(set) var purposes: [DataPurpose] = []
  /// What has been agreed.
  public internal(set) var agreements: [Agreement] = []
  /// Who has objected.
  public internal(set) var optOuts: [OptOut] = []

  /// The tokens of all who have objected.
  public var optedOutTokens: Set<String> { Set(optOuts.map(\.token)) }

  /// The tokens of all who have made an objection of a kind.
  public func tokens(of kind: OptOut.Kind) -> Set<String> {
    Set(optOuts.filter { $0.kind == kind }.map(\.token))
  }

  func dataset(_ id: String) -> RegisteredDataset? { datasets.first { $0.id == id } }

  /// The tables of a register: file names with the columns that each needs.
  public static let tables: [(file: String, columns: [String])] = [
    ("controllers.csv", ["controller", "name", "contact"]),
    ("purposes.csv", ["purpose", "title", "legal-basis"]),
    ("datasets.csv", ["dataset", "title", "controller", "received", "delete-by"]),
    ("agreements.csv", ["agreement", "clause", "subject", "terms", "words"]),
    ("opt-outs.csv", ["token", "kind", "since"]),
  ]
}
