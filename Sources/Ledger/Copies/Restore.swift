// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB

/// What became of a restored backup.
public struct Restoration: Sendable, Equatable {
  /// What the backup says of itself.
  public let manifest: BackupManifest
  /// Where the folder that was there before is kept, when there was one.
  public let kept: String?
}

extension DataFolder {
  /// Puts a backup into the place of a data folder, after it was verified.
  ///
  /// - Parameters:
  ///   - backup: the folder that `backup` made; it is only read.
  ///   - place: the data folder; it must be empty or not there, unless `replacing`.
  ///   - replacing: whether a folder with something in it may be moved aside. It is kept beside the
  ///     new one, never deleted.
  ///   - time: names the folder that is moved aside.
  /// - Returns: what the backup says of itself, and where the old folder is.
  /// - Throws: `LedgerError`; `place` is as it was then.
  public static func restore(
    from backup: String, to place: String, replacing: Bool = false, at time: Date = Date()
  ) throws(LedgerError) -> Restoration {
    let manifest = try BackupManifest.read(folder: backup)
    if NewFolder.isTaken(place) { try mayReplace(place, replacing) }
    let folder = try NewFolder(place)
    let kept = NewFolder.isTaken(place) ? aside(folder.place, time) : nil
    do {
      try folder.fill { work in
        for name in FileName.all {
          try FileManager.default.copyItem(
            atPath: backup + "/" + name, toPath: work + "/" + name)
        }
        // The copy is what will be used, so the copy is what is verified.
        try BackupCheck(folder: work).agree(with: manifest)
        if let kept { try NewFolder.rename(folder.place, to: kept) }
      }
    } catch {
      if let kept, !FileManager.default.fileExists(atPath: place) {
        try? NewFolder.rename(kept, to: folder.place)
      }
      throw error
    }
    return Restoration(manifest: manifest, kept: kept)
  }

  private static func aside(_ place: String, _ time: Date) -> String {
    let stamp = LedgerTime.secondText(time).filter { $0 != ":" && $0 != "-" }
    return "\(place).before-\(stamp)-\(RandomID.make().prefix(4))"
  }

  private static func mayReplace(_ place: String, _ replacing: Bool) throws(LedgerError) {
    guard replacing else {
      throw .refused(
        "\(place) has something in it. Nothing was changed. Give an empty folder, or say that it "
          + "may be replaced: what is there is then kept beside it.")
    }
    for name in FileName.all where isInUse(place + "/" + name) {
      throw .refused(
        "\(place)/\(name) is in use by a program. Nothing was changed. Stop that program first.")
    }
  }

  /// Whether another program has the file open: then nobody else can have it alone.
  private static func isInUse(_ file: String) -> Bool {
    guard FileManager.default.fileExists(atPath: file) else { return false }
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    do {
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK")
      }
      try queue.close()
      return false
    } catch {
      return (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
    }
  }
}
