// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import Ledger
import NIOCore
public import PlanPackage
package import Portal
import Synchronization

/// A plan's site in memory: assessments worked out once, pages rendered when first asked for.
public final class LiveSite: Sendable {
  private let central: SiteView
  private let scenarios: [String: SiteView]
  private let knownPaths: Set<String>
  /// What changes while the site runs, when it has a data folder.
  package let portal: Portal?
  private let isSynthetic: Bool
  let live: LiveData?
  /// Rendered pages by scenario and path.
  ///
  /// Only paths of the site are kept, so that made-up
  /// addresses cannot fill the memory.
  private let cache = Mutex<[String: Answer]>([:])

  /// Works the plan out, as it stands and under each scenario.
  ///
  /// `live`: what changes while the site runs; without it the site has the plan's own
  ///   pages only.
  /// - Throws: `PlanError` when the plan cannot be worked out.
  public init(_ reader: PlanReader, live: LiveData? = nil) throws(PlanError) {
    let assessment = try Assessment(reader)
    var others: [String: Assessment] = [:]
    for scenario in assessment.plan.scenarios {
      others[scenario.id] = try Assessment(reader, scenario: scenario.id)
    }
    let isLive = live != nil
    let view = SiteView(assessment, scenarios: others, isLive: isLive)
    central = view
    scenarios = others.mapValues {
      SiteView($0, central: assessment, scenarios: others, isLive: isLive)
    }
    knownPaths = Set(view.paths)
    isSynthetic = live?.data.isSynthetic ?? false
    portal = live.map { Portal($0.services(view)) }
    self.live = live
  }

  /// What the site says to a request.
  package struct Answer: Sendable {
    package let status: Int
    package let contentType: String
    package let bytes: [UInt8]
    /// The same bytes as the server sends them: sending shares the memory and copies nothing.
    let body: ByteBuffer
    let gzipped: ByteBuffer?
    let entityTag: String
  }

  /// The answer to a path with its query: what is searched for, already decoded, and the whole of it
  /// for pages that read more.
  package func answer(
    path: String, scenario: String?, query: String?, fields: String = ""
  ) -> Answer {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let chosen = scenario.flatMap { $0.isEmpty ? nil : $0 }
    guard let view = chosen.map({ scenarios[$0] }) ?? central else {
      return make(notFound("There is no scenario of that name.", central), 404, nil)
    }
    let typed = String((query ?? "").prefix(200))
    if path == "/search" { return make(.page(view.searchPage(typed)), 200, chosen) }
    if path == "/where-i-live", view.hasPlaces, !typed.isEmpty {
      return make(.page(view.whereILivePage(typed)), 200, chosen)
    }
    if !fields.isEmpty, let document = view.clusterDocument(path, query: fields) {
      return make(document, 200, chosen)
    }
    let key = (chosen ?? "") + " " + path
    if let kept = cache.withLock({ $0[key] }) { return kept }
    guard let document = view.document(path) else {
      return make(notFound("There is no page at this address.", view), 404, chosen)
    }
    let answer = make(document, 200, chosen)
    if knownPaths.contains(path) { cache.withLock { $0[key] = answer } }
    return answer
  }

  /// A page of the portal with the site around it.
  package func around(_ page: PortalPage, path: String) -> [UInt8] {
    Array(central.portalPage(page, path: path, isSynthetic: isSynthetic).utf8)
  }

  private func notFound(_ reason: String, _ view: SiteView) -> SiteView.Document {
    .page(view.messagePage("Page not found", reason))
  }

  private func make(_ document: SiteView.Document, _ status: Int, _ scenario: String?) -> Answer {
    var bytes = document.bytes
    if let scenario, document.contentType.hasPrefix("text/html") {
      bytes = Links.rewrite(bytes) { address in
        let (path, fragment) = Links.parts(address)
        let isPage = path != "/style.css" && !path.contains("?")
        return isPage ? path + "?scenario=\(scenario)" + fragment : address
      }
    }
    return Answer(
      status: status, contentType: document.contentType, bytes: bytes,
      body: ByteBuffer(bytes: bytes), gzipped: gzip(bytes).map { ByteBuffer(bytes: $0) },
      entityTag: "\"" + sha256(bytes).prefix(20) + "\"")
  }
}
