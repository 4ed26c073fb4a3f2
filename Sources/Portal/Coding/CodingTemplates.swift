// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let coding: [(String, [UInt8])] = [
    ("sections", PackageResources.sections_mustache),
    ("coding-grid", PackageResources.coding_grid_mustache),
  ]
}
