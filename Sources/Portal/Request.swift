// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a browser asks of the portal.
public struct PortalRequest: Sendable {
  /// How something is asked: a page, or a form that was posted.
  public enum Method: Sendable { case get, post }

  /// Whether a page is asked for or a form was posted.
  public var method: Method
  /// The parts of the path, decoded: `/events/7` is `["events", "7"]`.
  public var path: [String]
  /// What stands after the question mark of the address.
  public var query: FormFields
  /// What was posted; empty for a question.
  public var fields: FormFields
  /// Cookies by name.
  public var cookies: [String: String]
  /// The address of the other side, for limits only; it is never stored.
  public var address: String
  /// Whether the browser came by HTTPS, so that cookies can be kept to it.
  public var isSecure: Bool
  /// The scheme and host under which the site is read, such as "https://plan.example".
  public var origin: String
  /// A conditional or other header that a part needs, by lower-case name.
  public var headers: [String: String]

  /// A request.
  public init(
    method: Method, path: [String], query: FormFields = FormFields(),
    fields: FormFields = FormFields(), cookies: [String: String] = [:],
    address: String = "127.0.0.1", isSecure: Bool = false,
    origin: String = "http://127.0.0.1:8080", headers: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
    self.cookies = cookies
    self.address = address
    self.isSecure = isSecure
    self.origin = origin
    self.headers = headers
  }

  /// The path as it is written, starting with a slash.
  public var fullPath: String { "/" + path.joined(separator: "/") }
}

/// The fields of a form, in the order in which they were sent; a name can come more than once.
public struct FormFields: Sendable, Equatable {
  /// Names and values in the order in which they were sent.
  public private(set) var pairs: [(name: String, value: String)]

  /// Fields by name and value.
  public init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  /// The fields of an `application/x-www-form-urlencoded` text.
  ///
  /// Control characters but tab and line ends are left out, and line ends are made `\n`.
  public init(encoded: String) {
    pairs = encoded.split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        FormFields.decode(halves.first ?? ""), FormFields.decode(halves.count > 1 ? halves[1] : "")
      )
    }
  }

  /// The first value of a name, with the space around it taken off; empty when there is none.
  public subscript(name: String) -> String {
    (pairs.first { $0.name == name }?.value ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Every value of a name.
  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Whether a name was sent at all.
  public func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  /// The same with a field more, or another value for one.
  public func with(_ name: String, _ value: String) -> FormFields {
    FormFields(pairs.filter { $0.name != name } + [(name, value)])
  }

  /// Whether both have the same names and values in the same order.
  public static func == (one: FormFields, other: FormFields) -> Bool {
    one.pairs.map(\.name) == other.pairs.map(\.name)
      && one.pairs.map(\.value) == other.pairs.map(\.value)
  }

  private static func decode(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    let decoded = String(spaced).removingPercentEncoding ?? String(spaced)
    let lines = decoded.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return String(
      String.UnicodeScalarView(
        lines.unicodeScalars.filter { $0.value >= 32 || $0 == "\n" || $0 == "\t" }))
  }
}
