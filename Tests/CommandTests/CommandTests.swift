// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
let kent = repository + "/Plans/kent-and-medway"

/// What a run of the command line did.
struct Outcome {
  let status: Int32
  let output: Data
  let talk: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the program that was built beside the tests.
func weald(_ arguments: String...) throws -> Outcome { try run(arguments) }

/// Runs the program with a list of arguments.
func run(_ arguments: [String]) throws -> Outcome {
  let process = Process()
  let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  process.executableURL = products.appendingPathComponent("weald")
  process.arguments = arguments
  let folder = try scratch()
  let files = ["out", "talk"].map { folder + "/" + $0 }
  for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
  process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[0]))
  process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
  try process.run()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationStatus,
    output: try Data(contentsOf: URL(fileURLWithPath: files[0])),
    talk: try String(contentsOfFile: files[1], encoding: .utf8))
}

/// A new folder that nothing else uses.
func scratch() throws -> String {
  let path = NSTemporaryDirectory() + "weald-test-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  return path
}

@Suite struct `weald check` {
  @Test func `finds nothing wrong with the worked example`() throws {
    #expect(try weald("check", kent).status == 0)
  }

  @Test(arguments: broken)
  func `names file, row and column of what is wrong`(name: String) throws {
    let outcome = try weald("check", repository + "/Tests/Fixtures/broken/" + name)
    #expect(outcome.status == 1)
    let place = #/[-a-z_/]+\.(csv|yaml|md), row \d+, column [^:]+: found /#
    #expect(outcome.text.contains(place), "\(outcome.text)\(outcome.talk)")
  }

  @Test func `says what to do about a folder that is not there`() throws {
    let outcome = try weald("check", "/no/such/folder")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("weald new"))
  }

  private static var broken: [String] {
    let path = repository + "/Tests/Fixtures/broken"
    return (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }
}

@Suite struct `weald assess` {
  @Test func `gives identical bytes twice`() throws {
    #expect(try weald("assess", kent, "--json").output == weald("assess", kent, "--json").output)
  }

  @Test func `prints a summary that says whether members' money cancels`() throws {
    let outcome = try weald("assess", kent)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("published: £486 million"))
    #expect(outcome.text.contains("cancels"))
  }

  @Test func `writes the site as files`() throws {
    let folder = try scratch() + "/site"
    let outcome = try weald("assess", kent, "--html", folder)
    let home = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
    #expect(outcome.status == 0)
    #expect(home.contains("facts/finance.gap.do-nothing.2020-21.html"))
  }

  @Test func `writes the same workbook twice, and leaves nothing else behind`() throws {
    let folder = try scratch()
    for name in ["a.xlsx", "b.xlsx"] {
      #expect(try weald("assess", kent, "--xlsx", folder + "/" + name).status == 0)
    }
    let files = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))
    }
    #expect(files[0] == files[1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }

  @Test func `puts the site in its place whole, and in no place that holds other files`() throws {
    // The folder is what is tested, so the smallest plan will do.
    let tiny = repository + "/Tests/Fixtures/tiny"
    let folder = try scratch()
    #expect(try weald("assess", tiny, "--html", folder + "/site").status == 0)
    #expect(try weald("assess", tiny, "--html", folder + "/site").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["site"])

    let refused = try weald("assess", tiny, "--html", folder)
    #expect(refused.status == 1)
    #expect(refused.talk.contains("something else is there"))
    #expect(try weald("assess", tiny, "--html", "").status == 64)
  }

  @Test func `fails with 1 for a scenario that there is not, and 64 for a flag that there is not`()
    throws
  {
    #expect(try weald("assess", kent, "--scenario", "none").status == 1)
    #expect(try weald("assess", kent, "--jsn").status == 64)
  }
}

@Suite struct `weald explain` {
  @Test func `prints the tree of the gap`() throws {
    let outcome = try weald("explain", kent, "finance.gap.do-nothing.2020-21")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("└─"))
    #expect(outcome.text.contains("source kent-hosc-2017"))
    #expect(outcome.text.contains("used by"))
  }

  @Test func `suggests facts with a like name`() throws {
    let outcome = try weald("explain", kent, "finance.gap")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("finance.gap.do-nothing.2020-21"))
  }
}

@Suite struct `weald new, lock, verify and diff` {
  @Test func `make a plan that checks, locks, and says what an edit changed`() throws {
    let plan = try scratch() + "/our-plan"
    #expect(try weald("new", plan, "--title", "A \"plan\": ours").status == 0)
    #expect(try weald("check", plan).status == 0)
    #expect(try weald("verify", plan).status == 1)
    #expect(try weald("lock", plan).status == 0)
    #expect(try weald("verify", plan).status == 0)

    let facts = plan + "/facts.csv"
    let before = try String(contentsOfFile: facts, encoding: .utf8)
    try before.replacing(",104,", with: ",105,")
      .write(toFile: facts, atomically: true, encoding: .utf8)
    let outcome = try weald("verify", plan)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("fact money.cost: was £104 million, is now £105 million"))
    #expect(outcome.text.contains("file facts.csv: has changed"))
  }

  @Test func `do not touch a folder that is there`() throws {
    #expect(try weald("new", try scratch()).status == 1)
  }

  @Test func `list the pages that show a figure which differs`() throws {
    let outcome = try weald(
      "diff", kent, kent, "--scenario-after", "need-grows-with-population-only")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("finance.model.gap.2020-21: £467 million → "))
    #expect(outcome.text.contains("shown by page /money"))
  }
}

@Suite struct `weald lint` {
  @Test func `exits with 1 for an error that nobody answers for`() throws {
    let plan = try scratch() + "/p"
    _ = try weald("new", plan)
    let facts = plan + "/facts.csv"
    let text = try String(contentsOfFile: facts, encoding: .utf8)
    try text.replacing(",forecast,Our area,cash,made-up,", with: ",forecast,Our area,cash,,")
      .write(toFile: facts, atomically: true, encoding: .utf8)

    let outcome = try weald("lint", plan)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("missing-source:money.cost"))
  }
}

@Suite struct `weald serve` {
  @Test func `says that a port is in use`() throws {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        try #require(bind(socket, generic, size) == 0)
        try #require(listen(socket, 1) == 0)
        var length = size
        getsockname(socket, generic, &length)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }

    let outcome = try weald("serve", kent, "--port", "\(port)")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("Port \(port) is in use"))
  }
}

@Suite struct `weald schema and validate` {
  @Test func `write a schema and a template for each table`() throws {
    let folder = try scratch() + "/schema"
    #expect(try weald("schema", folder).status == 0)
    let template = try String(contentsOfFile: folder + "/templates/facts.csv", encoding: .utf8)
    #expect(template.hasPrefix("id,measure,label,value,unit,"))
  }

  @Test func `list the published results that are reproduced`() throws {
    let outcome = try weald("validate")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Overall inflation for NHS providers, 2016-17"))
  }
}
