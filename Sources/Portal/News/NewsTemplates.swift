// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  /// The templates of news, newsletter, library and enquiries.
  static let news: [(String, [UInt8])] = [
    ("news-blocks", PackageResources.news_blocks_mustache),
    ("news-form", PackageResources.news_form_mustache),
  ]
}
