// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage
import Testing

/// What ARCHITECTURE.md promises about who may know whom, and what the documents promise.
@Suite struct `The architecture` {
  private static let ours: Set<String> = [
    "Facts", "Finance", "Access", "Options", "Siting", "Appraisal", "Pictures", "Workbook",
    "PlanPackage", "Assessment", "Reports", "Site", "Ledger", "Forms", "Analysis", "Mail",
    "People", "Engagement", "Portal", "Demonstration", "Schedule", "Authority", "Savings",
    "Productivity", "ProcessControl", "Programme", "Papers", "Templating",
    "Sampling", "Sensitivity", "Demand", "Resampling", "SyntheticSystem", "Capacity", "Costing",
    "Projection", "Queueing", "PatientFlow", "OutputAnalysis", "Simulation",
    "Segments", "Clusters", "LocalCare", "Prevention", "Localities",
    "Identifiers", "Linkage", "LinkageFiles", "DistributedLinkage", "Pseudonyms", "Stewardship",
    "RecordFiles", "LinkedActivity", "ActivityFiles", "Disclosure", "Releases", "SyntheticRegion",
  ]
  private static let allowed: [(target: String, imports: Set<String>)] = [
    ("Facts", []), ("Finance", []), ("Access", []), ("Options", ["Access"]),
    ("Siting", ["Access"]), ("Appraisal", []), ("Pictures", []), ("Workbook", []),
    ("PlanPackage", ["Facts", "Forms", "Schedule"]), ("Ledger", []), ("Forms", []),
    ("Analysis", []),
    ("Mail", ["Ledger"]), ("People", ["Ledger", "Mail"]),
    ("Engagement", ["Ledger", "Forms", "Analysis"]),
    ("Schedule", []), ("Authority", []), ("Savings", []), ("Productivity", []),
    ("ProcessControl", []), ("Templating", []),
    ("Sampling", []), ("Sensitivity", ["Sampling"]), ("Demand", ["Sampling"]),
    ("Resampling", ["Sampling"]), ("SyntheticSystem", ["Demand", "Sampling"]),
    ("Capacity", ["Sampling"]),
    ("Costing", []), ("Queueing", []),
    ("PatientFlow", ["Sampling"]), ("OutputAnalysis", ["Sampling"]),
    ("Segments", []), ("Clusters", []), ("LocalCare", []), ("Prevention", []),
    ("Identifiers", []), ("Linkage", []), ("LinkedActivity", ["Segments"]),
    ("SyntheticRegion", ["Sampling", "Identifiers"]), ("Disclosure", []),
    ("RecordFiles", ["PlanPackage"]),
    ("LinkageFiles", ["Linkage", "Identifiers", "RecordFiles", "PlanPackage", "Pictures"]),
    ("DistributedLinkage", ["Linkage", "LinkageFiles", "PlanPackage"]),
    ("Pseudonyms", ["Identifiers", "RecordFiles", "PlanPackage"]),
    ("Stewardship", ["Identifiers", "PlanPackage"]),
    ("ActivityFiles", ["LinkedActivity", "Segments", "RecordFiles", "PlanPackage"]),
    ("Releases", ["Disclosure", "PlanPackage"]),
    (
      "Localities",
      ["Assessment", "Facts", "PlanPackage", "Clusters", "LocalCare", "Projection"]
    ),
    (
      "Projection",
      [
        "Assessment", "Facts", "PlanPackage", "Finance", "Sampling", "Sensitivity", "Demand",
        "Capacity", "Costing",
      ]
    ),
    (
      "Programme",
      [
        "Ledger", "Engagement", "PlanPackage", "Facts", "Schedule", "Authority", "Savings",
        "ProcessControl", "Productivity",
      ]
    ),
    (
      "Papers",
      [
        "Programme", "Engagement", "Ledger", "Facts", "PlanPackage", "Pictures", "Workbook",
        "Schedule", "Authority", "Savings", "ProcessControl", "Templating",
      ]
    ),
    (
      "Portal",
      [
        "Engagement", "People", "Forms", "Analysis", "Ledger", "Mail", "Workbook", "Pictures",
        "Programme", "Papers", "PlanPackage", "Facts", "Schedule", "Authority", "Savings",
        "Productivity", "ProcessControl", "Templating", "Projection", "Sensitivity",
      ]
    ),
    (
      "Demonstration",
      ["Engagement", "Programme", "People", "Forms", "Analysis", "Ledger", "Mail"]
    ),
    (
      "Assessment",
      [
        "Facts", "PlanPackage", "Finance", "Access", "Options", "Siting", "Appraisal", "Pictures",
        "Queueing", "PatientFlow", "Segments", "LocalCare", "Prevention",
      ]
    ),
    (
      "Simulation",
      [
        "Assessment", "Facts", "PlanPackage", "Projection", "Sampling", "PatientFlow",
        "OutputAnalysis", "Queueing",
      ]
    ),
    ("Reports", ["Facts", "PlanPackage", "Assessment", "Workbook"]),
    (
      "Site",
      [
        "Facts", "PlanPackage", "Assessment", "Appraisal", "Pictures", "Portal", "Engagement",
        "Programme", "Papers", "Ledger", "Forms", "People", "Mail", "Templating", "Projection",
        "Sensitivity", "Simulation", "PatientFlow", "OutputAnalysis", "Localities", "Clusters",
        "Segments", "LocalCare", "Prevention",
      ]
    ),
    (
      "weald",
      [
        "Facts", "PlanPackage", "Assessment", "Reports", "Site", "Siting", "Ledger", "People",
        "Engagement", "Demonstration", "Forms", "Mail", "Portal", "Programme", "Papers",
        "Schedule", "Savings", "Productivity", "ProcessControl", "Projection", "Sensitivity",
        "Sampling", "Demand", "Resampling", "SyntheticSystem", "Capacity", "Costing", "Queueing",
        "Simulation", "PatientFlow", "OutputAnalysis", "Localities", "Clusters", "Segments",
        "LocalCare", "Prevention", "Identifiers", "RecordFiles", "Linkage", "LinkageFiles",
        "DistributedLinkage", "Pseudonyms", "Stewardship", "LinkedActivity", "ActivityFiles",
        "Disclosure", "Releases",
        "SyntheticRegion",
      ]
    ),
  ]

  @Test(arguments: allowed.map(\.target))
  func `lets each target import only what it may know`(target: String) throws {
    let allowed = try #require(Self.allowed.first { $0.target == target }).imports
    for (file, names) in try imports(of: target) {
      let strangers = names.intersection(Self.ours).subtracting(allowed)
      #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted())")
    }
  }

  @Test(arguments: [
    "Finance", "Access", "Options", "Siting", "Appraisal", "Pictures", "Schedule", "Authority",
    "Savings", "Productivity", "ProcessControl", "Queueing", "PatientFlow", "OutputAnalysis",
    "Segments", "Clusters", "LocalCare", "Prevention", "Identifiers", "Linkage", "LinkedActivity",
    "SyntheticRegion", "Disclosure",
  ])
  func `keeps engines free of Foundation, files and clocks`(target: String) throws {
    for (file, names) in try imports(of: target) {
      // Engines about places share the travel matrix, those under uncertainty the streams of chance;
      // which may have which is tested above.
      let strangers = names.subtracting(["Access", "Sampling", "Segments", "Identifiers"])
      #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted())")
    }
  }

  @Test func `has every lint rule in its document`() throws {
    let document = try String(contentsOfFile: repository + "/docs/lint.md", encoding: .utf8)
    for name in Linter.ruleNames { #expect(document.contains("| `\(name)` |"), "\(name)") }
  }

  private func imports(of target: String) throws -> [(file: String, names: Set<String>)] {
    let folder = repository + "/Sources/" + target
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let names = text.matches(of: #/(?m)^(?:public |package |internal )?import (\w+)/#)
      return (file, Set(names.map { String($0.output.1) }))
    }
  }
}
