// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// What a backup says of itself, in its file `backup.json`.
public struct BackupManifest: Sendable, Equatable, Codable {
  /// The layout of this file.
  public var format = 1
  /// When it was made.
  public let time: Date
  /// The end of the ledger's chain in it.
  public let anchor: Anchor
  /// How many records each store has, by the name of its file.
  public let records: [String: Int]
  /// Its files.
  public let files: [FileFacts]

  static let name = "backup.json"

  /// Reads what a backup says of itself.
  ///
  /// - Throws: `LedgerError` when there is no such file, or it cannot be read.
  public static func read(folder: String) throws(LedgerError) -> BackupManifest {
    let path = folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .refused(
        "\(folder) is not a backup: it has no file \(name) that can be read. Nothing was changed. "
          + "Give the folder that weald backup made.")
    }
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      return try decoder.decode(BackupManifest.self, from: data)
    } catch {
      throw .damaged(file: path, reason: "it is not what weald backup writes")
    }
  }

  func write(folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let data = try encoder.encode(self) + Data("\n".utf8)
    try data.write(to: URL(fileURLWithPath: folder + "/" + BackupManifest.name))
  }
}
