// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Foundation

/// One file of an export.
public struct ExportFile: Sendable, Equatable {
  /// Its path within the export.
  public let path: String
  /// What the file holds.
  public let bytes: [UInt8]

  /// A file of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text in UTF-8.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// SHA-256 in lower-case hexadecimal.
  public var sha256: String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}

/// What an export was made of, so that a report can say exactly which files it used.
public struct ExportOrigin: Sendable, Equatable {
  /// The id and the title of the consultation.
  public var consultation: String
  /// The title, for a reader.
  public var title: String
  /// When it was made.
  public var madeOn: Date
  /// The role in which it was made.
  public var role: String
  /// The last entry of the ledger, and its digest.
  public var sequence: Int64
  /// SHA-256 in lower-case hexadecimal.
  public var digest: String
  /// Whether the responses were made up by a program.
  public var isSynthetic: Bool

  /// What an export was made of.
  public init(
    consultation: String, title: String, madeOn: Date, role: String, sequence: Int64,
    digest: String, isSynthetic: Bool
  ) {
    self.consultation = consultation
    self.title = title
    self.madeOn = madeOn
    self.role = role
    self.sequence = sequence
    self.digest = digest
    self.isSynthetic = isSynthetic
  }
}

/// The list of files that goes with every export.
public enum ExportManifest {
  /// The files with `manifest.json`, which names each with its size and SHA-256.
  public static func adding(to files: [ExportFile], _ origin: ExportOrigin) -> [ExportFile] {
    let manifest = Manifest(
      consultation: origin.consultation, title: origin.title,
      madeOn: origin.madeOn.formatted(.iso8601), role: origin.role,
      ledger: .init(sequence: origin.sequence, digest: origin.digest),
      synthetic: origin.isSynthetic,
      files: files.map { .init(path: $0.path, bytes: $0.bytes.count, sha256: $0.sha256) })
    return files + [ExportFile(path: "manifest.json", text: ExportJSON.text(manifest))]
  }

  private struct Manifest: Encodable {
    let consultation: String
    let title: String
    let madeOn: String
    let role: String
    let ledger: Anchor
    let synthetic: Bool
    let files: [File]

    struct Anchor: Encodable {
      let sequence: Int64
      let digest: String
    }

    struct File: Encodable {
      let path: String
      let bytes: Int
      let sha256: String
    }
  }
}

/// JSON with sorted keys, so that the same data give the same bytes.
enum ExportJSON {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return ((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }

  static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
