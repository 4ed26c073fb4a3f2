// SPDX-License-Identifier: Apache-2.0

import Mustache

/// A model with values that are worked out; a template finds stored ones by itself.
protocol WorkedOut: MustacheParent {
  var workedOut: [String: Any] { get }
}

extension WorkedOut {
  /// The value of a name in a template: false when it is absent, so that the template does not look
  /// for the name further out.
  func child(named name: String) -> Any? {
    if let value = workedOut[name] { return value }
    guard let value = Mirror(reflecting: self).children.first(where: { $0.label == name })?.value
    else { return nil }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value ?? false
  }
}
