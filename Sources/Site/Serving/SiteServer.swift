// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Foundation
package import Hummingbird
import Logging
import NIOCore
import Portal

/// The web server: one route, since the site itself knows its pages.
///
/// The portal, when there is one, is asked first.
public struct SiteServer: Sendable {
  private let site: LiveSite
  private let host: String
  private let port: Int
  private let portal: PortalServer?
  private let onStart: @Sendable (Int) -> Void

  /// Serves a site at an address; `onStart` is told the port once it listens.
  public init(
    site: LiveSite, host: String, port: Int, onStart: @escaping @Sendable (Int) -> Void
  ) {
    self.site = site
    self.host = host
    self.port = port
    self.onStart = onStart
    let origin = site.live?.origin ?? ""
    portal = site.portal.map {
      PortalServer(
        site: site, portal: $0, origin: origin, isBehindProxy: site.live?.isBehindProxy ?? false)
    }
  }

  /// Why the server could not start, in words for its user.
  public struct StartError: Error, CustomStringConvertible, Sendable {
    /// The reason in words for its user.
    public let description: String
  }

  /// Serves until it is told to stop.
  ///
  /// - Throws: `StartError` when the port is in use or may not be used.
  public func run() async throws {
    do {
      let work = Task { [portal] in await portal?.portal.work() }
      defer { work.cancel() }
      try await application().runService()
    } catch let error as IOError {
      let advice =
        switch error.errnoCode {
        case EADDRINUSE:
          "Port \(port) is in use by another program. Choose another: --port \(port + 1)."
        case EACCES: "Port \(port) needs the rights of an administrator. Choose one above 1023."
        default: "The server cannot listen on \(host):\(port): \(error)."
        }
      throw StartError(description: advice)
    }
  }

  func application() -> some ApplicationProtocol {
    var logger = Logger(label: "weald")
    logger.logLevel = .warning
    let onStart = onStart
    return Application(
      router: router(), configuration: .init(address: .hostname(host, port: port)),
      onServerRunning: { channel in onStart(channel.localAddress?.port ?? 0) }, logger: logger)
  }

  private func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.get("/healthz") { _, _ in "ok" }
    for path in ["/", "**"] as [RouterPath] {
      router.get(path) { request, context in await answer(request, context) }
      if portal != nil {
        router.post(path) { request, context in await answer(request, context) }
      }
    }
    return router
  }

  private func answer(_ request: Request, _ context: SiteContext) async -> Response {
    if let response = await portal?.respond(to: request, address: context.address) {
      return response
    }
    return respond(to: request)
  }

  package func respond(to request: Request) -> Response {
    let path = request.uri.path.removingPercentEncoding ?? request.uri.path
    let parameters = request.uri.queryParameters
    let answer = site.answer(
      path: path, scenario: parameters["scenario"].map(String.init),
      query: FormText.value("q", in: request.uri.query ?? ""), fields: request.uri.query ?? "")
    var headers = SiteServer.headers
    headers[.contentType] = answer.contentType
    headers[.eTag] = answer.entityTag
    if request.headers[.ifNoneMatch]?.contains(answer.entityTag) == true {
      return Response(status: .notModified, headers: headers)
    }
    var body = answer.body
    if let gzipped = answer.gzipped, request.headers[.acceptEncoding]?.contains("gzip") == true {
      body = gzipped
      headers[.contentEncoding] = "gzip"
    }
    return Response(
      status: .init(code: answer.status), headers: headers,
      body: .init(byteBuffer: body))
  }

  /// No script, no frame, nothing from elsewhere.
  ///
  /// Pages may be kept but must be asked about.
  static let headers: HTTPFields = {
    var headers = HTTPFields()
    headers[.cacheControl] = "no-cache"
    headers[.vary] = "Accept-Encoding"
    let policy = [
      "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'",
      "base-uri 'none'", "frame-ancestors 'none'",
    ]
    set("Content-Security-Policy", policy.joined(separator: "; "))
    set("X-Content-Type-Options", "nosniff")
    set("Referrer-Policy", "same-origin")
    set("X-Frame-Options", "DENY")
    set("Cross-Origin-Opener-Policy", "same-origin")
    set("Cross-Origin-Resource-Policy", "same-origin")
    set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    func set(_ name: String, _ value: String) {
      if let field = HTTPField.Name(name) { headers[field] = value }
    }
    return headers
  }()
}

/// A request with the address of the other side, which limits go by.
private struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }
}

/// Text as a form sends it in a query.
enum FormText {
  /// The value of a field of a form, decoded: plus signs are spaces, then come percent signs.
  ///
  /// Control characters, which no search needs, are left out.
  static func value(_ name: String, in query: String) -> String? {
    let fields = query.split(separator: "&")
    guard let field = fields.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
    let text = field.dropFirst(name.count + 1).replacing("+", with: " ")
    let decoded = String(text).removingPercentEncoding ?? String(text)
    return String(decoded.unicodeScalars.filter { $0.value >= 32 }.map(Character.init))
  }
}
