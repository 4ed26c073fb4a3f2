// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let events: [(String, [UInt8])] = [
    ("events-form", PackageResources.events_form_mustache),
    ("events-list", PackageResources.events_list_mustache),
    ("events-items", PackageResources.events_items_mustache),
    ("events-page", PackageResources.events_page_mustache),
    ("events-booking", PackageResources.events_booking_mustache),
    ("events-desk", PackageResources.events_desk_mustache),
    ("events-desk-page", PackageResources.events_desk_page_mustache),
    ("events-register", PackageResources.events_register_mustache),
    ("events-notes", PackageResources.events_notes_mustache),
    ("events-summary", PackageResources.events_summary_mustache),
  ]
}
