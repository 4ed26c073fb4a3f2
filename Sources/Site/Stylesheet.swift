// SPDX-License-Identifier: Apache-2.0

import Pictures
import Portal

/// The one stylesheet: the colours, Weald's own rules, and those of its pictures.
enum Stylesheet {
  static let bytes =
    Array(PictureStyle.tokens.utf8) + PackageResources.style_css + PortalStyle.css
    + Array(PictureStyle.css.utf8)
}
