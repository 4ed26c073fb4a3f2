// SPDX-License-Identifier: Apache-2.0

/// A drawing that anyone can read: its finding in words, its numbers as a table, and the drawing.
///
/// A picture is a value. It knows nothing of plans, facts or web pages, and the same picture always
/// gives the same text, so that pages and reports can be compared byte by byte.
public protocol Picture: Sendable {
  /// The words that go with the drawing.
  var caption: Caption { get }

  /// The same figures as a table, for readers who cannot or would rather not use the drawing.
  var table: DataTable { get }

  /// Draws the picture as one `<svg>` element.
  ///
  /// The element carries class names only (see ``PictureStyle``), so a page with a strict
  /// Content-Security-Policy can hold it.
  func svg(_ layout: Layout) -> String
}

extension Picture {
  /// Name of the picture within its page; every element id in the drawing starts with it.
  public var id: String { caption.id }

  /// The finding, stated in one sentence.
  public var title: String { caption.title }

  /// What a reader who cannot see the drawing needs to know.
  public var summary: String { caption.summary }

  /// Where the figures come from.
  public var sourceLine: String { caption.sourceLine }
}

/// The words that accompany a picture.
public struct Caption: Sendable, Hashable {
  /// Name of the picture within its page.
  ///
  /// Characters other than letters A to Z, digits, `-` and `_` become `-` where an element id is
  /// made, because an id with a space cannot be referred to.
  public var id: String

  /// The finding, stated in one sentence: "Two hospitals do most of the work".
  public var title: String

  /// What a reader who cannot see the drawing needs: its shape, extremes and surprises, in words.
  public var summary: String

  /// Where the figures come from, with dates and price base.
  public var sourceLine: String

  /// Puts the words of a picture together.
  public init(id: String, title: String, summary: String, sourceLine: String = "") {
    self.id = id
    self.title = title
    self.summary = summary
    self.sourceLine = sourceLine
  }
}

/// The two drawings every picture has.
///
/// A page holds both and ``PictureStyle/css`` shows one: the wide one on a screen of at least 50rem
/// and in print, the narrow one below that, so that text never shrinks under 13 pixels on a phone.
public enum Layout: String, Sendable, CaseIterable {
  /// For desktops, tablets held sideways, and print.
  case wide
  /// For phones.
  case narrow

  /// Width of the view box, in its own units.
  public var width: Double {
    switch self {
    case .wide: 960
    case .narrow: 360
    }
  }

  /// Size of all text, in view box units.
  public var textSize: Double {
    switch self {
    case .wide: 16
    case .narrow: 15
    }
  }

  /// Distance from one line of text to the next, in view box units.
  var lineHeight: Double {
    switch self {
    case .wide: 21
    case .narrow: 20
    }
  }
}
