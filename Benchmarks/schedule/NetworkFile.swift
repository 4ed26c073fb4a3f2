// SPDX-License-Identifier: Apache-2.0

import Foundation
import Schedule

/// A network as lines of words, which any program can read.
struct NetworkFile {
  private var items: [WorkItem] = []
  private var links: [WorkLink] = []

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("item", 5):
        let days = words[2...].compactMap { Double($0) }
        guard days.count == 3 else { fatalError("no lengths in: \(line)") }
        items.append(
          WorkItem(words[1], try DurationRange(low: days[0], likely: days[1], high: days[2])))
      case ("link", 5):
        guard let kind = WorkLink.Kind(rawValue: words[3]), let lag = Double(words[4]) else {
          fatalError("no kind or lag in: \(line)")
        }
        links.append(WorkLink(words[1], words[2], kind, lag: lag))
      default: fatalError("neither an item nor a link: \(line)")
      }
    }
  }

  func network() throws -> WorkNetwork { try WorkNetwork(items: items, links: links) }

  /// Links lead from earlier to later items, at most a tenth of the network apart, so that paths are
  /// long; a third of them hold other ends than finish to start.
  static func random(items: Int, links: Int, seed: UInt64) -> String {
    var state = seed
    func draw(_ limit: Int) -> Int {
      // SplitMix64 (Steele, Lea and Flood, 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
    var text = ""
    for item in 0..<items {
      let low = draw(20)
      let likely = low + draw(20)
      text += "item i\(item) \(low) \(likely) \(likely + draw(40))\n"
    }
    let kinds = ["finish-to-start", "finish-to-start", "start-to-start", "finish-to-finish"]
    for _ in 0..<links {
      let to = 1 + draw(items - 1)
      let from = max(0, to - 1 - draw(max(items / 10, 1)))
      text += "link i\(from) i\(to) \(kinds[draw(kinds.count)]) \(draw(4))\n"
    }
    return text
  }
}
