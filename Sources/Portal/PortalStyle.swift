// SPDX-License-Identifier: Apache-2.0

import Papers

/// The rules of the portal's pages, which the site's one stylesheet takes in.
public enum PortalStyle {
  /// The rules of every family, as UTF-8.
  public static let css: [UInt8] =
    PackageResources.style_base_css
    + PackageResources.style_consultations_css + PackageResources.style_forms_css
    + PackageResources.style_respond_css + PackageResources.style_people_css
    + PackageResources.style_coding_css + PackageResources.style_lab_css
    + Array(PaperHTML.styles.utf8)
}
