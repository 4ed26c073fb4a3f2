// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Testing

/// `datapackage.json` as far as the tests look at it.
private struct Package: Decodable {
  let name: String
  let title: String
  let created: String
  let sources: [[String: String]]
  let contributors: [[String: String]]?
  let resources: [Resource]

  struct Resource: Decodable {
    let name: String
    let path: String
    let bytes: Int
    let hash: String
    let schema: Schema
  }

  struct Schema: Decodable {
    let fields: [Field]
    let primaryKey: [String]?
    let foreignKeys: [ForeignKey]?
  }

  struct Field: Decodable {
    let name: String
    let type: String
  }

  struct ForeignKey: Decodable {
    let fields: [String]
    let reference: Reference
  }

  struct Reference: Decodable {
    let resource: String
    let fields: [String]
  }
}

/// The data package of a good plan after some files are given.
private func package(_ changes: [String: String?] = [:]) throws -> Package {
  let json = try DataPackage(read(changes)).json()
  return try JSONDecoder().decode(Package.self, from: Data(json))
}

@Suite struct `Data packages` {
  @Test func `the package is named after the plan and dated by it`() throws {
    let package = try package()

    #expect(package.name == "plan" && package.title == "The plan")
    #expect(package.created == "2017-12-14T00:00:00Z")
  }

  @Test func `the tables that are there are its resources`() throws {
    let package = try package(["glossary.csv": table("glossary", [:])])

    #expect(package.resources.map(\.name) == ["sources", "facts", "glossary"])
    #expect(package.resources.map(\.path) == ["sources.csv", "facts.csv", "glossary.csv"])
  }

  @Test func `a resource has the size and the hash of its file`() throws {
    let bytes = try Array(table("sources", [:]).utf8)

    let resource = try #require(package().resources.first)

    #expect(resource.bytes == bytes.count && resource.hash == "sha256:" + sha256(bytes))
  }

  @Test func `columns are in the order of the file`() throws {
    let text = "source,also,meaning,term\n,,Too little money,Gap\n"

    let resource = try #require(package(["glossary.csv": text]).resources.last)

    #expect(resource.schema.fields.map(\.name) == ["source", "also", "meaning", "term"])
    #expect(resource.schema.primaryKey == ["term"])
  }

  @Test func `columns that name rows of another table are foreign keys`() throws {
    let resource = try #require(package(["citations.csv": table("citations", [:])]).resources.last)

    let keys = try #require(resource.schema.foreignKeys)
    #expect(keys.map(\.fields) == [["fact"], ["source"]])
    #expect(keys.map(\.reference.resource) == ["facts", "sources"])
    #expect(keys.map(\.reference.fields) == [["id"], ["id"]])
  }

  @Test func `numbers are numbers and dates are dates`() throws {
    let package = try package(["assumptions.csv": table("assumptions", [:])])
    let fields = try #require(package.resources.last).schema.fields

    #expect(fields.first { $0.name == "central" }?.type == "number")
    #expect(fields.first { $0.name == "review_by" }?.type == "date")
  }

  @Test func `the sources of the plan are its sources`() throws {
    #expect(try package().sources == [["title": "The paper"]])
  }

  @Test func `a source with an address has it`() throws {
    let text = try table("sources", ["address": "https://example.org/paper"])

    #expect(
      try package(["sources.csv": text]).sources
        == [["title": "The paper", "path": "https://example.org/paper"]])
  }

  @Test func `contributors are there when the plan names them`() throws {
    #expect(try package().contributors == nil)
    #expect(
      try package(["plan.yaml": planYAML + "contributors: [Ann]\n"]).contributors
        == [["title": "Ann"]])
  }

  @Test func `the same folder gives the same bytes, whatever the order of its files`() throws {
    let given = try files(["glossary.csv": table("glossary", [:])])

    let forwards = try DataPackage(PlanReader(files: given)).json()
    let backwards = try DataPackage(PlanReader(files: given.reversed())).json()

    #expect(forwards == backwards && forwards.last == UInt8(ascii: "\n"))
  }
}

@Suite struct `Digests` {
  // NIST, Secure Hash Standard examples: the empty message and "abc".
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `they are those of the standard`(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }
}
