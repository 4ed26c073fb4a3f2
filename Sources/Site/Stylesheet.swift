// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The one stylesheet: the colours, Weald's own rules, and those of its pictures.
enum Stylesheet {
  static let bytes =
    Array(PictureStyle.tokens.utf8) + PackageResources.style_css + Array(PictureStyle.css.utf8)
}
