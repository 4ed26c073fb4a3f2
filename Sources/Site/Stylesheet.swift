// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The one stylesheet: Weald's own rules and those of its pictures.
enum Stylesheet {
  static let bytes = PackageResources.style_css + Array(PictureStyle.css.utf8)
}
