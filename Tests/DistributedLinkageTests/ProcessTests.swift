// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import DistributedLinkage

@Suite struct `a supervised process` {
  @Test func `ends when it is told to, and can be told twice`() throws {
    try SparkForTests.withFolder { folder in
      let process = try SupervisedProcess(
        ["/bin/sleep", "600"], environment: [:], folder: folder, log: folder + "/log")
      let deadline = Date().addingTimeInterval(20)
      while process.number == nil, Date() < deadline { usleep(20_000) }
      let number = try #require(process.number)
      #expect(kill(number, 0) == 0)

      process.stop()
      process.stop()
      #expect(kill(number, 0) != 0)
    }
  }
}

@Suite struct `a session of Spark` {
  /// A folder with a program in the place of Spark's.
  private func session(_ program: String, in folder: String) throws -> SparkSession {
    for name in ["bin", "jars"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/spark/" + name, withIntermediateDirectories: true)
    }
    let path = folder + "/spark/bin/spark-sql"
    try program.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let spark = try SparkInstallation(home: folder + "/spark", java: "/usr/bin/java")
    return SparkSession(
      spark, master: "spark://there:7077", settings: ["spark.executor.memory": "4g"])
  }

  @Test func `gives Spark its master, its settings and the script`() throws {
    try SparkForTests.withFolder { folder in
      let session = try session("#!/bin/sh\necho \"$@\"\n", in: folder)
      let said = try session.run("/x/link.sql", folder: folder)

      #expect(said.contains("--master spark://there:7077"))
      #expect(said.contains("--conf spark.executor.memory=4g"))
      #expect(said.contains("-f /x/link.sql"))
      #expect(!said.contains("shuffle.partitions"))
    }
  }

  @Test func `repeats what Spark said when it fails`() throws {
    try SparkForTests.withFolder { folder in
      let session = try session(
        "#!/bin/sh\necho 'Error: [PATH_NOT_FOUND] no such place' >&2\nexit 3\n", in: folder)
      #expect {
        try session.run("/x/link.sql", folder: folder)
      } throws: { error in
        "\(error)".contains("PATH_NOT_FOUND")
      }
    }
  }

  @Test func `ends its job when it is stopped`() throws {
    try SparkForTests.withFolder { folder in
      let session = try session("#!/bin/sh\nexec sleep 600\n", in: folder)
      #expect(throws: DistributedLinkageError.stopped) {
        try session.run("/x/link.sql", folder: folder, isStopped: { true })
      }
    }
  }
}
