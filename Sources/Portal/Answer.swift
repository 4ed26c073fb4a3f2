// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the portal answers.
public struct PortalAnswer: Sendable {
  /// What is sent back.
  public enum Body: Sendable {
    /// A page; the site puts its header and footer around it.
    case page(PortalPage)
    /// A file as it is.
    case file(contentType: String, bytes: [UInt8], name: String?)
    /// Look elsewhere, with a question: after every form that was accepted.
    case redirect(String)
  }

  /// The HTTP status.
  public var status: Int
  /// What is sent back.
  public var body: Body
  /// Cookies by name.
  public var cookies: [PortalCookie]
  /// Further headers by name.
  public var headers: [String: String]

  /// A page with a status.
  public static func page(_ page: PortalPage, status: Int = 200) -> PortalAnswer {
    PortalAnswer(status: status, body: .page(page), cookies: [], headers: [:])
  }

  /// A file, offered under a name when it is to be kept.
  public static func file(
    _ contentType: String, _ bytes: [UInt8], name: String? = nil
  ) -> PortalAnswer {
    PortalAnswer(
      status: 200, body: .file(contentType: contentType, bytes: bytes, name: name), cookies: [],
      headers: [:])
  }

  /// A text file.
  public static func text(
    _ contentType: String, _ text: String, name: String? = nil
  ) -> PortalAnswer {
    file(contentType, Array(text.utf8), name: name)
  }

  /// Go on to another page (303), so that a refresh sends nothing twice.
  public static func see(_ path: String) -> PortalAnswer {
    PortalAnswer(status: 303, body: .redirect(path), cookies: [], headers: [:])
  }
}

/// A page of the portal: its title and what stands in the middle, as finished HTML.
public struct PortalPage: Sendable {
  /// The title, for a reader.
  public var title: String
  /// What stands between header and footer, as finished HTML.
  public var html: String
  /// Whether what is shown was made up by a program, which the page then says on top.
  public var isSynthetic: Bool
  /// Whether the page must not be kept by browsers or found by search engines.
  public var isPrivate: Bool
  /// An Atom feed of the same, when there is one.
  public var feed: String?

  /// A page from a template and its model.
  public init(
    _ title: String, template: String, _ model: Any, isPrivate: Bool = false, feed: String? = nil
  ) {
    self.title = title
    html = PortalTemplates.render(template, model)
    isSynthetic = false
    self.isPrivate = isPrivate
    self.feed = feed
  }
}

/// A cookie to be set; always HttpOnly and SameSite=Lax.
public struct PortalCookie: Sendable, Equatable {
  /// The name, for a reader.
  public var name: String
  /// What it holds.
  public var value: String
  /// Seconds; 0 takes the cookie away, nil keeps it until the browser is closed.
  public var age: Int?

  /// A cookie with an age.
  public init(name: String, value: String, age: Int? = nil) {
    self.name = name
    self.value = value
    self.age = age
  }

  /// What the header `Set-Cookie` says; over HTTPS the cookie is kept to HTTPS.
  public func header(isSecure: Bool) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
      + (age.map { "; Max-Age=\($0)" } ?? "")
  }
}

/// Why a request cannot be answered, in words for its reader.
public struct PortalProblem: Error, Sendable, Equatable {
  /// The HTTP status.
  public var status: Int
  /// The title, for a reader.
  public var title: String
  /// What to do about it, in words for its reader.
  public var message: String

  /// A problem with its HTTP status.
  public init(_ status: Int, _ title: String, _ message: String) {
    self.status = status
    self.title = title
    self.message = message
  }

  /// There is nothing at this address.
  public static let notFound = PortalProblem(
    404, "Page not found", "There is no page at this address.")
  /// The person may not do this.
  public static let forbidden = PortalProblem(
    403, "You can’t do this",
    "Your account does not have the right to do this. Ask an administrator if you need it.")
}
