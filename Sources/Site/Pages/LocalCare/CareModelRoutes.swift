// SPDX-License-Identifier: Apache-2.0

extension SiteView {
  func careModelDocument(_ parts: [String]) -> Document? { nil }

  var careModelPaths: [String] { [] }
}
