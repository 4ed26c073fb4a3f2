// SPDX-License-Identifier: Apache-2.0

import Assessment
import Costing
import Facts
import Foundation
import PlanPackage

/// The gap that documents state, and what they say will close it, with its holes left open.
enum PublishedStack {
  /// The stack of a plan; nil when the plan names no published gap in money.
  ///
  /// A scheme counts by its stated effect in a full year. One without an amount is named and left
  /// open, and what nothing explains is called unexplained.
  static func stack(_ plan: Plan, _ graph: FactGraph) -> Stack? {
    guard let id = plan.metadata.finance?.publishedGap, let gap = millions(graph[id]) else {
      return nil
    }
    let items = plan.schemes.map { scheme in
      Stack.Item(
        label: scheme.label,
        amount: millions(graph[scheme.fullYearEffect]).map {
          .known($0, source: scheme.fullYearEffect.rawValue)
        } ?? .unknown)
    }
    return try? Stack(gap: gap, items: items)
  }

  private static func millions(_ fact: Fact?) -> Double? {
    guard let quantity = fact?.quantity, let pounds = quantity.unit.pounds else { return nil }
    return (quantity.value * Decimal(pounds) / 1_000_000).asDouble
  }
}
