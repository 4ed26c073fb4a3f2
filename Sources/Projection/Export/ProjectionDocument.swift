// SPDX-License-Identifier: Apache-2.0

import Facts
import Costing
import Foundation
import PlanPackage

/// A projection as other programs read it.
public struct ProjectionDocument: Encodable, Sendable {
  private let stamp: ProjectionStamp
  private let measures: [MeasureEntry]
  private let promises: [PromiseEntry]
  private let influences: [InfluenceEntry]
  private let attributions: [AttributionEntry]
  private let warnings: [WarningEntry]
  private let published: PublishedEntry?

  /// Amounts are in millions of pounds; an item without one is named in documents with none.
  private struct PublishedEntry: Encodable {
    let gap: Double
    let items: [String: Double?]
    let unexplained: Double
  }

  private struct MeasureEntry: Encodable {
    let id: String
    let label: String
    let unit: String
    let isSynthetic: Bool
    let available: Double?
    let doNothing: [SpreadEntry]
    let withPlan: [SpreadEntry]
  }

  private struct SpreadEntry: Encodable {
    let year: String
    let central: Double
    let mean: Double
    let percentile10: Double
    let median: Double
    let percentile90: Double
  }

  private struct PromiseEntry: Encodable {
    let id: String
    let label: String
    let measure: String
    let year: String
    let chance: Double
    let low: Double
    let high: Double
  }

  private struct InfluenceEntry: Encodable {
    let measure: String
    let input: String
    let label: String
    let shareOfVariance: Double
  }

  private struct AttributionEntry: Encodable {
    let measure: String
    let year: String
    let from: Double
    let to: Double
    let parts: [String: Double]
  }

  private struct WarningEntry: Encodable {
    let kind: String
    let text: String
    let file: String
    let row: Int?
  }

  /// Describes the results of a projection.
  public init(_ package: ProjectionPackage) {
    let ensemble = package.ensemble
    func spreads(_ measure: String, _ future: ProjectionCase) -> [SpreadEntry] {
      ensemble.spread(measure, future).map {
        SpreadEntry(
          year: FinancialYear.name($0.year), central: $0.central, mean: $0.mean,
          percentile10: $0.percentile10, median: $0.median, percentile90: $0.percentile90)
      }
    }
    stamp = package.stamp
    measures = package.written.map { measure in
      MeasureEntry(
        id: measure.id, label: measure.label, unit: measure.unit,
        isSynthetic: measure.isSynthetic, available: measure.available,
        doNothing: spreads(measure.id, .doNothing), withPlan: spreads(measure.id, .withPlan))
    }
    promises = package.model.promises.compactMap { promise in
      ensemble.chance(of: promise).map {
        PromiseEntry(
          id: promise.id, label: promise.label, measure: promise.measure,
          year: FinancialYear.name(promise.year), chance: $0.chance, low: $0.low, high: $0.high)
      }
    }
    let drawn = ensemble.drawnInputs()
    influences = package.headlines.flatMap { measure -> [InfluenceEntry] in
      guard let drawn, let year = ensemble.years.last else { return [] }
      return ensemble.influences(measure.id, year, among: drawn).map {
        InfluenceEntry(
          measure: measure.id, input: $0.id, label: $0.label, shareOfVariance: $0.shareOfVariance)
      }
    }
    attributions = package.attributions.map { account in
      AttributionEntry(
        measure: account.measure, year: FinancialYear.name(account.year), from: account.base,
        to: account.withPlan,
        parts: Dictionary(
          account.parts.map { ($0.id, $0.amount) }, uniquingKeysWith: { $0 + $1 }))
    }
    warnings = package.model.warnings.map {
      WarningEntry(kind: $0.kind.rawValue, text: $0.text, file: $0.file, row: $0.row)
    }
    published = package.model.publishedStack.map { stack in
      PublishedEntry(
        gap: stack.gap,
        items: Dictionary(
          stack.items.map { ($0.label, $0.knownAmount) }, uniquingKeysWith: { $1 }),
        unexplained: stack.unexplained)
    }
  }

  /// JSON with sorted keys.
  ///
  /// - Throws: an encoding error, which would be a mistake of ours.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }
}
