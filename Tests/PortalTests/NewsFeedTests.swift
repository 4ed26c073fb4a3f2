// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@testable import Portal

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML text in order, with their parent, attributes and text.
final class NewsFeedReader: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let parent: String
    let place: Int
    let attributes: [String: String]
    var text = ""
  }

  var elements: [Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let parent = open.last.map { elements[$0].name } ?? ""
    let place = open.last ?? -1
    open.append(elements.count)
    elements.append(Element(name: name, parent: parent, place: place, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    _ = open.popLast()
  }

  static func read(_ xml: String) throws -> [Element] {
    let reader = NewsFeedReader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "the feed is not well-formed XML")
    return reader.elements
  }
}

@Suite("The Atom feed")
struct NewsFeedTests {
  static func check(_ xml: String) throws -> [NewsFeedReader.Element] {
    let elements = try NewsFeedReader.read(xml)
    let feed = try #require(elements.first)
    #expect(feed.name == "feed")
    #expect(feed.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    for parent in elements.indices where ["feed", "entry"].contains(elements[parent].name) {
      let children = elements.filter { $0.place == parent }
      for name in ["id", "title", "updated"] {
        #expect(children.count { $0.name == name } == 1, "RFC 4287 wants one \(name)")
      }
      let alternates = children.filter { $0.name == "link" && $0.attributes["rel"] == "alternate" }
      #expect(alternates.count == 1)
    }
    #expect(elements.contains { $0.name == "author" && $0.parent == "feed" })
    #expect(elements.count { $0.name == "link" && $0.attributes["rel"] == "self" } == 1)
    for element in elements where ["updated", "published"].contains(element.name) {
      #expect(element.text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    }
    let ids = elements.filter { $0.name == "id" }.map(\.text)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(
        id.wholeMatch(
          of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil)
    }
    return elements
  }

  @Test("An empty feed is a whole feed")
  func empty() async throws {
    let house = try NewsHouse()
    let seen = await house.get("/news.atom")
    #expect(seen.status == 200)
    _ = try Self.check(seen.html)
  }

  @Test("Every entry is as RFC 4287 wants it, escaped, and its id stays after a correction")
  func strict() async throws {
    let house = try NewsHouse()
    let article = NewsArticle(
      kind: .update, title: "Fish & chips <b>\"now\"</b>\u{1}", summary: "]]> & more",
      text: "A < B & C", workstreams: ["stroke"])
    for id in ["a", "b"] {
      try await house.data.ledger.append(NewsEvent.drafted(article), subject: id, by: .program)
      try await house.data.ledger.append(NewsEvent.published, subject: id, by: .program)
    }
    try await house.data.ledger.append(NewsEvent.drafted(article), subject: "draft", by: .program)
    let before = try Self.check(await house.get("/news.atom").html)
    #expect(before.count { $0.name == "entry" } == 2)
    #expect(
      before.first { $0.name == "title" && $0.parent == "entry" }?.text
        == "Fish & chips <b>\"now\"</b>")
    let content = try #require(before.first { $0.name == "content" })
    #expect(content.attributes["type"] == "html")
    #expect(content.text == "<p>A &lt; B &amp; C</p>")
    house.pass(days: 1)
    try await house.data.ledger.append(
      NewsEvent.corrected(article, whatChanged: "x"), subject: "a", by: .program)
    let after = try Self.check(await house.get("/news.atom").html)
    let ids = { (all: [NewsFeedReader.Element]) in Set(all.filter { $0.name == "id" }.map(\.text)) }
    #expect(ids(before) == ids(after))
    #expect(
      before.first { $0.name == "updated" }?.text != after.first { $0.name == "updated" }?.text)
  }

  @Test("Who has the feed already is told so in a word")
  func conditional() async throws {
    let house = try NewsHouse()
    let first = await house.get("/news.atom")
    var request = NewsHouse.request(.get, "/news.atom")
    request.headers["if-none-match"] = first.headers["ETag"] ?? ""
    let again = NewsHouse.Seen(await house.portal.answer(request))
    #expect(again.status == 304)
    #expect(again.html.isEmpty)
    _ = await NewsPortalTests.published(house)
    let changed = NewsHouse.Seen(await house.portal.answer(request))
    #expect(changed.status == 200)
  }
}
