// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension LedgerError {
  /// What a fault of the database, of a file or of the coding of JSON means for the user.
  static func of(_ error: any Error, file: String, seconds: Double = 10) -> LedgerError {
    switch error {
    case let own as LedgerError: own
    case let fault as DatabaseError: of(fault, file: file, seconds: seconds)
    case is RowDecodingError:
      .damaged(file: file, reason: "a row does not hold what its table says")
    case is DecodingError, is EncodingError: .unreadable("\(error)")
    default: ofFile(error, file: file)
    }
  }

  private static func of(
    _ fault: DatabaseError, file: String, seconds: Double
  ) -> LedgerError {
    let reason = fault.message ?? "\(fault.resultCode)"
    return switch fault.resultCode {
    case .SQLITE_FULL: .diskFull(file: file)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly(file: file)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(file: file, seconds: seconds)
    case .SQLITE_NOTADB: .wrongFile(file: file, expected: "an SQLite database")
    case .SQLITE_CORRUPT: .damaged(file: file, reason: reason)
    case .SQLITE_IOERR:
      isDiskFull(file) ? .diskFull(file: file) : .diskFault(file: file, reason: reason)
    case .SQLITE_CANTOPEN:
      mayWrite(file) ? .unavailable(file: file, reason: reason) : .readOnly(file: file)
    default: .failed(reason)
    }
  }

  /// SQLite reports a full disk as a fault of the disk when the room for its index runs out.
  private static func isDiskFull(_ file: String) -> Bool {
    let folder = (file as NSString).deletingLastPathComponent
    let facts = try? FileManager.default.attributesOfFileSystem(
      forPath: folder.isEmpty ? "." : folder)
    guard let free = facts?[.systemFreeSize] as? NSNumber else { return false }
    return free.int64Value < 65_536
  }

  /// Whether this program has the right to write a file, or to make it in its folder.
  static func mayWrite(_ file: String) -> Bool {
    let folder = (file as NSString).deletingLastPathComponent
    guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else { return false }
    return access(file, F_OK) != 0 || access(file, W_OK) == 0
  }

  private static func ofFile(_ error: any Error, file: String) -> LedgerError {
    let cocoa = error as NSError
    let cause = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError ?? cocoa
    if let error = error as? CocoaError {
      switch error.code {
      case .fileWriteNoPermission, .fileWriteVolumeReadOnly: return .readOnly(file: file)
      case .fileWriteOutOfSpace: return .diskFull(file: file)
      default: break
      }
    }
    guard cause.domain == NSPOSIXErrorDomain else { return .failed(cocoa.localizedDescription) }
    return ofNumber(Int32(cause.code), file: file)
  }

  /// What an error number of the system means for a file.
  static func ofNumber(_ number: Int32, file: String) -> LedgerError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull(file: file)
    case EACCES, EPERM, EROFS: .readOnly(file: file)
    default: .unavailable(file: file, reason: String(cString: strerror(number)))
    }
  }
}
