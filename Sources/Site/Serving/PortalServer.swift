// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Portal

/// From a request over HTTP to the portal and back.
struct PortalServer: Sendable {
  let site: LiveSite
  let portal: Portal
  /// The scheme and host under which people read the site.
  ///
  /// Links in mails are made of it, so it comes from who runs the server and never from a request.
  let origin: String
  /// Whether the last address of `X-Forwarded-For` is the one that is asking.
  let isBehindProxy: Bool

  /// The largest form that is read, in bytes.
  static let largestForm = 2_000_000

  /// The answer of the portal, or nil when the path belongs to the plan's own pages.
  func respond(to request: Request, address: String) async -> Response? {
    let fields: FormFields
    switch await posted(request) {
    case .success(let posted): fields = posted
    case .failure(let refusal):
      return response(to: request, refusal.answer)
    }
    let asked = PortalRequest(
      method: request.method == .post ? .post : .get, path: PortalServer.parts(request.uri.path),
      query: FormFields(encoded: request.uri.query ?? ""), fields: fields,
      cookies: PortalServer.cookies(request), address: asking(request, address),
      isSecure: isSecure, origin: origin, headers: PortalServer.headers(request))
    guard let answer = await portal.answer(asked) else {
      return request.method == .post ? response(to: request, Refusal.noForm.answer) : nil
    }
    return response(to: request, answer)
  }

  private enum Refusal: Error {
    case tooLarge, wrongKind, noForm

    var answer: PortalAnswer {
      let problem =
        switch self {
        case .tooLarge:
          PortalProblem(
            413, "That is too long",
            "A form can hold two million characters at most. Go back and make it shorter.")
        case .wrongKind:
          PortalProblem(
            415, "That cannot be read", "A form has to be sent as a browser sends it.")
        case .noForm: PortalProblem(405, "Nothing to send here", "This address takes no forms.")
        }
      return .page(
        PortalPage(problem.title, template: "problem", problem, isPrivate: true),
        status: problem.status)
    }
  }

  private func posted(_ request: Request) async -> Result<FormFields, Refusal> {
    guard request.method == .post else { return .success(FormFields()) }
    let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
      return .failure(.wrongKind)
    }
    do {
      let body = try await request.body.collect(upTo: PortalServer.largestForm)
      return .success(FormFields(encoded: String(buffer: body)))
    } catch {
      return .failure(.tooLarge)
    }
  }

  private func response(to request: Request, _ answer: PortalAnswer) -> Response {
    var headers = SiteServer.headers
    for cookie in answer.cookies {
      headers.append(HTTPField(name: .setCookie, value: cookie.header(isSecure: isSecure)))
    }
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let status = HTTPResponse.Status(code: answer.status)
    switch answer.body {
    case .redirect(let path):
      headers[.location] = path
      headers[.cacheControl] = "no-store"
      return Response(status: status, headers: headers)
    case .file(let type, let bytes, let name):
      headers[.contentType] = type
      if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
      return Response(
        status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    case .page(let page):
      headers[.contentType] = "text/html; charset=utf-8"
      if page.isPrivate { headers[.cacheControl] = "no-store" }
      return Response(
        status: status, headers: headers,
        body: .init(byteBuffer: ByteBuffer(bytes: site.around(page, path: request.uri.path))))
    }
  }

  /// The address that limits go by: the last in the list, which the server in front wrote itself.
  private func asking(_ request: Request, _ address: String) -> String {
    guard isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    else { return address }
    return last.trimmingCharacters(in: .whitespaces)
  }

  private var isSecure: Bool { origin.hasPrefix("https:") }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
  }

  private static func cookies(_ request: Request) -> [String: String] {
    var cookies: [String: String] = [:]
    for part in (request.headers[.cookie] ?? "").split(separator: ";") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      cookies[halves[0].trimmingCharacters(in: .whitespaces)] = String(halves[1])
    }
    return cookies
  }

  private static func headers(_ request: Request) -> [String: String] {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    return headers
  }
}
