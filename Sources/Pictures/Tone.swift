// SPDX-License-Identifier: Apache-2.0

/// What a bar means, beyond its length.
///
/// Each tone has a colour, a texture that survives black-and-white print and colour blindness, and
/// a word for the table.
public enum Tone: String, Sendable, CaseIterable {
  /// Plain fact: the accent colour, no texture.
  case neutral
  /// Better: green with rising stripes.
  case good
  /// Worse: red with falling stripes.
  case bad
  /// Take care: amber with dots.
  case warning
  /// Nobody has said where this comes from: open hatching.
  case unexplained

  /// The word that stands for the tone in a table; empty for `neutral`.
  public var word: String {
    switch self {
    case .neutral: ""
    case .good: "good"
    case .bad: "bad"
    case .warning: "warning"
    case .unexplained: "not explained"
    }
  }

  /// Class names of a bar of this tone.
  var barClass: String { "pic-bar pic-\(rawValue)" }

  /// The texture laid over the bar, if it has one.
  var texture: Texture? {
    switch self {
    case .neutral: nil
    case .good: .rising
    case .bad: .falling
    case .warning: .dots
    case .unexplained: .hatch
    }
  }
}
