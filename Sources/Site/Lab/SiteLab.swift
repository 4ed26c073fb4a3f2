// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage
import Portal
import Projection

extension SiteView {
  /// Whether readers can change assumptions: the plan has something to project, and the site runs.
  var hasLab: Bool { isLive && ProjectionModel.exists(in: plan) }

  /// What works scenarios out, nil for a plan with nothing to project; one with a mistake says so.
  var laboratory: Laboratory? {
    guard hasLab else { return nil }
    do throws(PlanError) {
      return Laboratory(try ProjectionModel(assessment))
    } catch {
      return Laboratory(fault: "\(error)")
    }
  }
}
