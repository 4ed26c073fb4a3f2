// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Testing

private func content(_ path: String) -> String? {
  FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
}

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

@Suite struct `Writing files whole or not at all` {
  @Test func `a file is replaced`() throws {
    try withFolder { folder in
      try AtomicFile.write("a much longer text", to: folder + "/a.txt")

      try AtomicFile.write("new", to: folder + "/a.txt")

      #expect(content(folder + "/a.txt") == "new")
    }
  }

  @Test func `nothing else is left in the folder`() throws {
    try withFolder { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/a.bin")

      #expect(try names(in: folder) == ["a.bin"])
    }
  }

  @Test func `a folder that is missing is made`() throws {
    try withFolder { folder in
      try AtomicFile.write("x", to: folder + "/a/b/c.txt")

      #expect(content(folder + "/a/b/c.txt") == "x")
    }
  }

  // Permissions do not bind the superuser, so there this proves nothing.
  @Test(.enabled(if: geteuid() != 0, "root may write to a read-only folder"))
  func `a read-only folder keeps its old file`() throws {
    try withFolder { folder in
      let path = folder + "/a.txt"
      try AtomicFile.write("old", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }

      #expect(throws: FileError.self) { try AtomicFile.write("new", to: path) }
      #expect(content(path) == "old")
    }
  }

  @Test func `a folder in the place of the file is kept, and nothing else is left`() throws {
    try withFolder { folder in
      try AtomicFile.write("old", to: folder + "/a/b.txt")

      #expect(throws: FileError.self) { try AtomicFile.write("new", to: folder + "/a") }
      #expect(try names(in: folder) == ["a"])
      #expect(content(folder + "/a/b.txt") == "old")
    }
  }

  @Test func `a file in the place of the folder is an error that names the path`() throws {
    try withFolder { folder in
      try AtomicFile.write("x", to: folder + "/a")

      let error = try #require(throws: FileError.self) {
        try AtomicFile.write("y", to: folder + "/a/b")
      }
      #expect(error.path == folder + "/a/b" && !error.reason.isEmpty)
      #expect(error.description.contains("This file was not changed."))
    }
  }
}
