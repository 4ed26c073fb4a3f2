// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PlanPackage
import Site
import Testing

private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// The starter plan's site, with files replaced or added.
private func site(_ changes: [String: String] = [:]) throws -> LiveSite {
  var files = Dictionary(
    StarterPlan.files(name: "test", title: "Test", area: "Here").map { ($0.path, $0.text) },
    uniquingKeysWith: { first, _ in first })
  files.merge(changes) { _, new in new }
  return try LiveSite(
    PlanReader(files: files.map { PlanFile(path: $0.key, bytes: Array($0.value.utf8)) }))
}

/// What the server says to a request, without a socket.
private func respond(_ path: String, _ headers: HTTPFields = [:]) throws -> Response {
  let server = SiteServer(site: try site(), host: "127.0.0.1", port: 0) { _ in }
  let head = HTTPRequest(
    method: .get, scheme: "http", authority: "localhost", path: path, headerFields: headers)
  return server.respond(to: Request(head: head, body: .init(buffer: ByteBuffer())))
}

@Suite struct `The server` {
  @Test func `answers every path of the Kent and Medway site`() throws {
    let reader = try PlanReader(folder: repository + "/Plans/kent-and-medway")
    let live = try LiveSite(reader)
    // The pages of patient flow are simulated; the test of the links of files works them out.
    for path in try StaticSite(reader).paths where !path.hasPrefix("/flow") {
      let answer = live.answer(path: path, scenario: nil, query: nil)
      #expect(answer.status == 200, "\(path)")
      #expect(!answer.bytes.isEmpty, "\(path)")
    }
  }

  @Test func `sends a strict policy with every page`() throws {
    let response = try respond("/")
    let policy = response.headers[try #require(HTTPField.Name("Content-Security-Policy"))]
    #expect(response.status == .ok)
    #expect(policy?.contains("default-src 'none'") == true)
    #expect(policy?.contains("unsafe") == false)
  }

  @Test func `says not modified to a browser that has the page`() throws {
    let tag = try #require(try respond("/facts").headers[.eTag])
    let response = try respond("/facts", [.ifNoneMatch: tag])
    #expect(response.status == .notModified)
    #expect(response.body.contentLength == 0)
  }

  @Test func `compresses for a browser that can read it`() throws {
    let plain = try respond("/")
    let packed = try respond("/", [.acceptEncoding: "gzip, br"])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(try #require(packed.body.contentLength) < #require(plain.body.contentLength))
  }

  @Test(arguments: ["/nope", "/facts/no.such.fact", "/sources/none", "/../etc/passwd", "/%00"])
  func `says that there is no such page`(path: String) throws {
    #expect(try respond(path).status == .notFound)
    let answer = try site().answer(path: path, scenario: nil, query: nil)
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("Every figure"))
  }
}

@Suite struct `A page` {
  @Test func `shows a figure as a link to where it comes from`() throws {
    let html = try page("/")
    #expect(html.contains("href=\"/facts/money.deficit\""))
    #expect(html.contains(">£4 million</a>"))
  }

  @Test func `says on every page that a synthetic plan is synthetic`() throws {
    for path in ["/", "/facts", "/facts/money.cost", "/money", "/findings", "/scenarios"] {
      #expect(try page(path).contains("<strong>Synthetic.</strong>"), "\(path)")
    }
  }

  @Test func `keeps the scenario in every link and says what moved`() throws {
    let html = try page("/", scenario: "higher-need")
    #expect(html.contains("What if: Need grows faster."))
    #expect(html.contains("href=\"/facts?scenario=higher-need\""))
    #expect(html.contains("was £9 million"))
    #expect(!html.contains("href=\"/facts\""))
  }

  @Test func `writes out what a search or a plan puts in it`() throws {
    let hostile = "<script>alert(1)</script>"
    let answer = try site().answer(path: "/search", scenario: nil, query: hostile)
    #expect(!String(decoding: answer.bytes, as: UTF8.self).contains(hostile))

    let glossary = "term,meaning,also,source\n\(hostile),\(hostile),,\n"
    #expect(try !page("/glossary", ["glossary.csv": glossary]).contains(hostile))
  }

  @Test func `leaves raw HTML in prose out`() throws {
    let prose = "---\ntitle: T\nanswer: A\n---\n\n<script>alert(1)</script> [x](javascript:y)\n"
    let html = try page("/", ["pages/index.md": prose])
    #expect(!html.contains("<script>"))
    #expect(!html.contains("javascript:"))
  }

  @Test func `finds figures, words and bodies by search`() throws {
    let html = try page("/search", query: "overspend")
    #expect(html.contains("/facts/money.deficit"))
    #expect(html.contains("/glossary#deficit"))
  }

  @Test func `gives a fact as JSON and as CSV`() throws {
    let json = try site().answer(path: "/facts/money.cost.json", scenario: nil, query: nil)
    let csv = try site().answer(path: "/facts/money.cost.csv", scenario: nil, query: nil)
    #expect(json.contentType == "application/json")
    #expect(
      String(decoding: csv.bytes, as: UTF8.self).contains("money.cost,Cost of health and care,104"))
  }

  private func page(
    _ path: String, _ changes: [String: String] = [:], scenario: String? = nil,
    query: String? = nil
  ) throws -> String {
    let answer = try site(changes).answer(path: path, scenario: scenario, query: query)
    #expect(answer.status == 200)
    return String(decoding: answer.bytes, as: UTF8.self)
  }
}

@Suite struct `The static site` {
  @Test func `links only to files that it writes`() throws {
    let reader = try PlanReader(folder: repository + "/Plans/kent-and-medway")
    let site = try StaticSite(reader)
    let names = Set(site.paths.map { site.file($0).name })
    for path in site.paths where !path.hasPrefix("/facts/") {
      let file = site.file(path)
      guard file.name.hasSuffix(".html") else { continue }
      let html = String(decoding: file.bytes, as: UTF8.self)
      for match in html.matches(of: /(?:href|src)="([^"#:]+)(?:#[^"]*)?"/) {
        #expect(names.contains(resolve(String(match.output.1), from: file.name)), "\(path)")
      }
    }
  }

  @Test func `has no form, since a file cannot answer`() throws {
    let reader = try PlanReader(folder: repository + "/Plans/kent-and-medway")
    let html = String(decoding: try StaticSite(reader).file("/").bytes, as: UTF8.self)
    #expect(!html.contains("<form"))
  }

  private func resolve(_ link: String, from name: String) -> String {
    var parts = name.split(separator: "/").dropLast().map(String.init)
    for step in link.split(separator: "/") {
      if step == ".." { parts.removeLast() } else { parts.append(String(step)) }
    }
    return parts.joined(separator: "/")
  }
}

@Suite struct `Rewriting links` {
  @Test func `are changed only where they start at the root of the site`() {
    let html = Array("<a href=\"/a#b\">/c</a> <a href=\"#d\"> <a href=\"https://e/f\">".utf8)
    let changed = Links.rewrite(html) { "X" + $0 }
    #expect(
      String(decoding: changed, as: UTF8.self)
        == "<a href=\"X/a#b\">/c</a> <a href=\"#d\"> <a href=\"https://e/f\">")
  }
}
