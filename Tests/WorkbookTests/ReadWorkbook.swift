// SPDX-License-Identifier: Apache-2.0

import Foundation
import Workbook

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A workbook read back from its file with `unzip`, so that tests see what Excel would.
struct ReadWorkbook {
  struct Tab {
    let name: String
    /// Words and numbers by cell: "A1".
    let cells: [String: String]
    /// Kind of each cell: "s" for words, "n" for numbers, "f" for formulas.
    let kinds: [String: String]
    let xml: String
  }

  let tabs: [Tab]
  /// The text of every part by its name in the archive.
  let parts: [String: String]

  static let unzip = ["/usr/bin/unzip", "/bin/unzip", "/usr/local/bin/unzip"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  init(_ file: URL) throws {
    var parts: [String: String] = [:]
    for name in try Self.run(["-Z1", file.path]).split(separator: "\n").map(String.init) {
      // unzip reads brackets in names as patterns.
      let pattern = name.replacingOccurrences(of: "[", with: "\\[")
      parts[name] = try Self.run(["-p", file.path, pattern])
    }
    self.parts = parts
    let strings = Elements(parts["xl/sharedStrings.xml"] ?? "").texts(of: "si")
    let names = Elements(parts["xl/workbook.xml"] ?? "").attributes("name", of: "sheet")
    tabs = names.enumerated().map { index, name in
      let xml = parts["xl/worksheets/sheet\(index + 1).xml"] ?? ""
      return Tab(name: name, xml: xml, strings: strings)
    }
  }

  /// The tab with that name.
  subscript(name: String) -> Tab? { tabs.first { $0.name == name } }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: unzip ?? "unzip")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension ReadWorkbook.Tab {
  fileprivate init(name: String, xml: String, strings: [String]) {
    var cells: [String: String] = [:]
    var kinds: [String: String] = [:]
    for cell in Elements(xml).all where cell.name == "c" {
      let place = cell.attributes["r"] ?? ""
      let isString = cell.attributes["t"] == "s"
      kinds[place] = cell.childNames.contains("f") ? "f" : isString ? "s" : "n"
      cells[place] = isString ? strings[Int(cell.text) ?? 0] : cell.text
    }
    self.init(name: name, cells: cells, kinds: kinds, xml: xml)
  }
}

/// All elements of a piece of XML with their text, children included.
final class Elements: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    var childNames: [String] = []
  }

  private(set) var all: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ xml: String) {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func texts(of name: String) -> [String] { all.filter { $0.name == name }.map(\.text) }

  func attributes(_ attribute: String, of name: String) -> [String] {
    all.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if let parent = open.last { all[parent].childNames.append(name) }
    open.append(all.count)
    all.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { all[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}

/// A folder that is removed at the end of the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("workbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Names of the files in it, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}
