// SPDX-License-Identifier: Apache-2.0

/// The rules of the portal's pages, which the site's one stylesheet takes in.
public enum PortalStyle {
  /// The rules of every family, as UTF-8.
  public static let css: [UInt8] = PackageResources.style_base_css
}
