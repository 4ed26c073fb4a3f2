// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file written beside the one it replaces and then renamed over it.
///
/// Whoever opens `path` at any moment, even after the writer was killed, finds the whole old file
/// or the whole new one. A killed writer leaves a file that ends in `.part`.
struct ReplacedFile {
  let path: String

  /// Where to write; in the same folder, because a rename works only within a file system.
  let temporaryPath: String

  /// Makes the empty temporary file, so that a folder that cannot be written is known at once.
  init(_ path: String) throws(WorkbookError) {
    self.path = path
    temporaryPath = "\(path).\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
    let descriptor = open(temporaryPath, O_CREAT | O_EXCL | O_WRONLY, 0o666)
    guard descriptor >= 0 else { throw failure() }
    _ = close(descriptor)
  }

  /// Puts the written file in place.
  func commit() throws(WorkbookError) {
    try flush(temporaryPath, flags: O_RDWR)
    guard rename(temporaryPath, path) == 0 else { throw failure() }
    // The rename has happened; that it also survives a power cut is worth asking for, no more.
    try? flush(folder, flags: O_RDONLY)
  }

  /// Removes what was written so far.
  func discard() {
    _ = unlink(temporaryPath)
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Waits until the disk has what was written.
  private func flush(_ path: String, flags: Int32) throws(WorkbookError) {
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw failure() }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  private func failure() -> WorkbookError {
    .notWritten(path: path, reason: String(cString: strerror(errno)))
  }
}
