// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Files in one ZIP archive, uncompressed (APPNOTE 6.3, method 0), with a fixed date so that the same
/// files give the same bytes.
public enum ZipFile {
  /// The archive.
  public static func bytes(_ files: [ExportFile]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.path.utf8)
      let offset = archive.count
      let common = header(file, name)
      archive += le(0x0403_4b50, 4) + common + name + file.bytes
      directory +=
        le(0x0201_4b50, 4) + le(20, 2) + common + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 4)
        + le(offset, 4) + name
    }
    let start = archive.count
    archive += directory
    archive += le(0x0605_4b50, 4) + le(0, 2) + le(0, 2) + le(files.count, 2) + le(files.count, 2)
    archive += le(directory.count, 4) + le(start, 4) + le(0, 2)
    return archive
  }

  /// What the local header and the directory share: version, flags (UTF-8 names), method, date,
  /// checksum, sizes, lengths of name and extra field.
  private static func header(_ file: ExportFile, _ name: [UInt8]) -> [UInt8] {
    let firstOf1980 = 1 << 5 | 1
    var bytes = le(20, 2) + le(0x0800, 2) + le(0, 2) + le(0, 2) + le(firstOf1980, 2)
    bytes += le(Int(checksum(file.bytes)), 4) + le(file.bytes.count, 4) + le(file.bytes.count, 4)
    return bytes + le(name.count, 2) + le(0, 2)
  }

  private static func le(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
  }
}
