// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let coding: [(String, [UInt8])] = [
    ("coding-sections", PackageResources.coding_sections_mustache),
    ("coding-grid", PackageResources.coding_grid_mustache),
  ]
}
