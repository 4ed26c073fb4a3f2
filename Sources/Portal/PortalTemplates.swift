// SPDX-License-Identifier: Apache-2.0

import Mustache
import Templating

/// The templates of the portal, which are part of the program.
enum PortalTemplates {
  static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("the template “\(name)” cannot be read: \(error)")
      }
    }
    return library
  }()

  /// What a template makes of its model.
  static func render(_ name: String, _ model: Any) -> String {
    guard let text = library.render(ReflectedModel(model), withTemplate: name) else {
      preconditionFailure("there is no template “\(name)”")
    }
    return text
  }

  /// Each family lists its templates in its own file.
  private static let sources: [(String, [UInt8])] =
    shared + consultations + forms + results + exports + events + groups + contactLog
    + staffConversations + news + respond + people + coding + lab

  private static let shared: [(String, [UInt8])] = [
    ("problem", PackageResources.problem_mustache),
    ("field", PackageResources.field_mustache),
    ("errors", PackageResources.errors_mustache),
    ("grid", PackageResources.grid_mustache),
  ]
}
