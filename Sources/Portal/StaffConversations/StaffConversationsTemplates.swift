// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let staffConversations: [(String, [UInt8])] = [
    ("staff-conversations-list", PackageResources.staff_conversations_list_mustache),
    ("staff-conversations-page", PackageResources.staff_conversations_page_mustache),
    ("staff-conversations-thanks", PackageResources.staff_conversations_thanks_mustache),
    ("staff-conversations-desk", PackageResources.staff_conversations_desk_mustache),
  ]
}
