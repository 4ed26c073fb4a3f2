// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  /// The templates of the staff's door, desk and accounts.
  static let people: [(String, [UInt8])] = [
    ("people-audit", PackageResources.people_audit_mustache),
    ("people-bar", PackageResources.people_bar_mustache),
    ("people-desk", PackageResources.people_desk_mustache),
    ("people-form", PackageResources.people_form_mustache),
    ("people-kept", PackageResources.people_kept_mustache),
    ("people-list", PackageResources.people_list_mustache),
    ("people-outbox", PackageResources.people_outbox_mustache),
    ("people-person", PackageResources.people_person_mustache),
    ("people-told", PackageResources.people_told_mustache),
    ("people-too-many", PackageResources.people_too_many_mustache),
  ]
}
