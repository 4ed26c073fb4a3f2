// SPDX-License-Identifier: Apache-2.0

import Assessment
import Localities
import PlanPackage
import Synchronization

/// The groups of a plan, worked out when first asked for and kept: the same plan always gives the same.
final class ClusterShelf: Sendable {
  /// Whether the plan has no tiers of groups.
  let isEmpty: Bool
  private let assessment: Assessment
  private let kept = Mutex<Kept?>(nil)

  private enum Kept {
    case reading(GroupingReading)
    case fault(String)
  }

  init(_ assessment: Assessment) {
    self.assessment = assessment
    isEmpty = !GroupingReading.exists(in: assessment.plan)
  }

  private var read: Kept {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }

  private func make() -> Kept {
    do throws(PlanError) {
      return .reading(try GroupingReading(assessment))
    } catch {
      return .fault(error.violations.map(\.description).joined(separator: " "))
    }
  }

  /// What was worked out; nil when it could not be.
  var reading: GroupingReading? {
    guard !isEmpty, case .reading(let reading) = read else { return nil }
    return reading
  }

  /// Why it could not be worked out, in words; nil when it could.
  var fault: String? {
    guard !isEmpty, case .fault(let words) = read else { return nil }
    return words
  }
}
