// SPDX-License-Identifier: Apache-2.0

import Assessment
import Clusters
import Foundation
import Localities
import PlanPackage
import Testing

@Suite struct `Groups of Kent and Medway` {
  private static let reading = Result {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return try GroupingReading(
      Assessment(PlanReader(folder: repository + "/Plans/kent-and-medway")))
  }

  @Test(arguments: [("clusters", 38), ("hubs", 15), ("systems", 3)])
  func `every tier keeps its rules`(id: String, count: Int) throws {
    let tier = try #require(try Self.reading.get().tier(id))

    #expect(tier.judgement.isAcceptable)
    #expect(tier.obstacles.isEmpty)
    #expect(tier.count == count)
    #expect(tier.judgement.groups.allSatisfy { $0.pieces.count == 1 })
    #expect(tier.judgement.groups.reduce(0) { $0 + $1.people } == 1_832_252)
  }

  @Test func `clusters are as compact as the ones that were looked at`() throws {
    let clusters = try #require(try Self.reading.get().tiers.first)

    #expect((2.0...2.6).contains(clusters.meanKilometres))
    #expect(clusters.solution.proof == .bound)
    #expect(clusters.solution.gap > 0 && clusters.solution.gap < 1)
  }

  @Test func `a town with more people than a cluster may have is split`() throws {
    let reading = try Self.reading.get()
    let maidstone = try #require(
      PublishedComparison.all(reading).flatMap(\.entries).first { $0.row.name == "Maidstone" })

    #expect(maidstone.people == 102_314)
    #expect(maidstone.groups.count >= 2)
  }

  @Test func `no two groups of a tier have the same label or name`() throws {
    for tier in try Self.reading.get().tiers {
      #expect(Set(tier.labels).count == tier.count)
      #expect(Set(tier.names).count == tier.count)
    }
  }
}
