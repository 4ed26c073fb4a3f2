// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let contactLog: [(String, [UInt8])] = [
    ("contact-log-list", PackageResources.contact_log_list_mustache),
    ("contact-log-requests", PackageResources.contact_log_requests_mustache),
  ]
}
