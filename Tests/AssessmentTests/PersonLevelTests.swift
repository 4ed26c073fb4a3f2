// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What Package.swift says about who can reach records of people.
@Suite struct `Records of people` {
  private static let personLevel: Set<String> = [
    "Identifiers", "RecordFiles", "Linkage", "LinkageFiles", "DistributedLinkage", "Pseudonyms",
    "Stewardship",
    "LinkedActivity", "ActivityFiles", "SyntheticRegion",
  ]

  @Test(arguments: ["Site", "Portal", "Papers", "Reports", "Assessment", "Disclosure", "Releases"])
  func `cannot be reached from`(target: String) throws {
    let reached = try PackageGraph().reached(from: target)
    #expect(reached.isDisjoint(with: Self.personLevel), "\(reached)")
  }

  @Test func `are not read by the command that serves`() throws {
    let folder = repository + "/Sources/weald"
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let names = text.matches(of: #/(?m)^import (\w+)/#).map { String($0.output.1) }
      guard names.contains("Site") || names.contains("Portal") else { continue }
      #expect(Self.personLevel.isDisjoint(with: names), "\(file)")
    }
  }

  @Test func `are known to the graph that is read`() throws {
    let graph = try PackageGraph()
    #expect(graph.reached(from: "Site").isSuperset(of: ["Portal", "Ledger", "Facts"]))
    #expect(graph.reached(from: "weald").isSuperset(of: Self.personLevel))
  }
}

/// The targets of Package.swift and the targets that each names as dependencies.
private struct PackageGraph {
  private var dependencies: [String: Set<String>] = [:]

  init() throws {
    let text = try String(contentsOfFile: repository + "/Package.swift", encoding: .utf8)
    for declaration in text.matches(of: #/\.(?:target|executableTarget)\(\s*name: "(\w[\w-]*)"/#) {
      let rest = text[declaration.range.upperBound...]
      let end = rest.range(of: #"\n    \.|\n  \]"#, options: .regularExpression)?.lowerBound
      let own = rest[..<(end ?? rest.endIndex)].replacing(#/\.product\([^)]*\)/#, with: "")
      let names = own.matches(of: #/dependencies: \[([^\]]*)\]/#).flatMap {
        $0.output.1.matches(of: #/"([\w-]+)"/#).map { String($0.output.1) }
      }
      dependencies[String(declaration.output.1)] = Set(names)
    }
  }

  /// All targets that one depends on, itself among them.
  func reached(from target: String) -> Set<String> {
    var reached: Set = [target]
    var waiting = [target]
    while let next = waiting.popLast() {
      for name in dependencies[next] ?? [] where reached.insert(name).inserted {
        waiting.append(name)
      }
    }
    return reached
  }
}
