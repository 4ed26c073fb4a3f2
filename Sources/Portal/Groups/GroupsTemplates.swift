// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let groups: [(String, [UInt8])] = [
    ("groups-list", PackageResources.groups_list_mustache),
    ("groups-page", PackageResources.groups_page_mustache),
    ("groups-desk", PackageResources.groups_desk_mustache),
  ]
}
