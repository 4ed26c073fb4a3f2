// SPDX-License-Identifier: Apache-2.0

import Mustache

/// The templates of papers, which are part of the program.
enum PaperTemplates {
  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    let sources = [
      ("paper", PackageResources.paper_mustache),
      ("paper-body", PackageResources.paper_body_mustache),
      ("paper-facts", PackageResources.paper_facts_mustache),
    ]
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
    guard let text = library.render(model, withTemplate: name) else {
      preconditionFailure("there is no template “\(name)”")
    }
    return text
  }
}
