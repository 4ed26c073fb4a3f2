// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// What a file holds that ought to be comma-separated text.
public enum FileContent {
  /// How files begin that are something else.
  private static let otherKinds: [(bytes: [UInt8], what: String)] = [
    ([0xFF, 0xFE], "text in UTF-16"), ([0xFE, 0xFF], "text in UTF-16"),
    ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or a zip file"),
    ([0x50, 0x41, 0x52, 0x31], "a Parquet file"),
    ([0x1F, 0x8B], "a compressed file"),
  ]

  /// Refuses a file that begins as no text does.
  ///
  /// - Throws: `PlanError` that says what the file seems to be.
  public static func check(
    _ bytes: some Collection<UInt8>, of path: String
  ) throws(PlanError) {
    for kind in otherKinds where bytes.starts(with: kind.bytes) {
      throw unreadable(path, found: kind.what)
    }
    if bytes.prefix(4096).contains(0) { throw unreadable(path, found: "bytes that are not text") }
  }

  static func unreadable(_ path: String, found: String) -> PlanError {
    PlanError([
      Violation(
        file: path, found: found, expected: "a CSV file, comma-separated text in UTF-8",
        advice: "Unpack a compressed file first; write others as “CSV UTF-8 (comma delimited)”.")
    ])
  }
}
