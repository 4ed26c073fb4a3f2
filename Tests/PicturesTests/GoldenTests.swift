// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pictures
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Sample.all, Layout.allCases)
  func `a drawing is the one that was reviewed`(_ sample: Sample, _ layout: Layout) throws {
    try Golden.expect(sample.picture.svg(layout), in: "\(sample.name)-\(layout.rawValue).svg")
  }

  @Test func `the stylesheet is the one that was reviewed`() throws {
    try Golden.expect(PictureStyle.tokens + PictureStyle.css, in: "pictures.css")
  }

  @Test(arguments: ["bars-links-missing-negative", "map-hospitals"], Layout.allCases)
  func `a file to download is the one that was reviewed`(_ name: String, _ layout: Layout) throws {
    let sample = try #require(Sample.named(name))
    let file = StandalonePicture(sample.picture, layout: layout).file()
    try Golden.expect(file, in: "standalone-\(name)-\(layout.rawValue).svg")
  }
}

/// Reviewed texts kept beside the tests.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")

  /// Compares with the stored text, or stores it when `GOLDEN_RECORD=1`.
  static func expect(_ text: String, in name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["GOLDEN_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if stored != text { Attachment.record(text, named: name) }
    #expect(stored == text, "\(name) differs; see the attachment")
  }
}
