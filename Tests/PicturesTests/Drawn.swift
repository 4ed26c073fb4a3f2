// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pictures

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing read back from its text, so that tests can measure it.
struct Drawn {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    /// Names in the class attribute.
    var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

    func number(_ attribute: String) -> Double? { attributes[attribute].flatMap { Double($0) } }
  }

  let root: Element
  /// Everything drawn, in order; what stands in `<defs>` is left out.
  let elements: [Element]
  /// Ids of all elements, patterns too.
  let ids: [String]

  /// Reads a drawing; nil when it is not well-formed.
  init?(_ markup: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = reader
    guard parser.parse(), let root = reader.elements.first else { return nil }
    self.root = root
    elements = Array(reader.elements.dropFirst())
    ids = reader.ids
  }

  var width: Double { viewBox[2] }
  var height: Double { viewBox[3] }

  private var viewBox: [Double] {
    (root.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
  }

  func all(_ name: String, class wanted: String? = nil) -> [Element] {
    elements.filter { $0.name == name && (wanted == nil || $0.classes.contains(wanted ?? "")) }
  }

  /// All printed words, joined by spaces.
  var words: String { all("text").map(\.text).joined(separator: " ") }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    var ids: [String] = []
    private var open: [Int] = []
    private var depthInDefinitions = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      if let id = attributes["id"] { ids.append(id) }
      if name == "defs" || depthInDefinitions > 0 {
        depthInDefinitions += 1
        return
      }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard depthInDefinitions == 0, let last = open.last else { return }
      elements[last].text += text
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if depthInDefinitions > 0 {
        depthInDefinitions -= 1
      } else {
        open.removeLast()
      }
    }
  }
}

extension Drawn {
  /// Left, right, top and bottom of everything drawn, with text as wide as the estimate of 0.56 em
  /// a character says.
  var extent: (left: Double, right: Double, top: Double, bottom: Double) {
    var xs: [Double] = []
    var ys: [Double] = []
    for element in elements {
      let (x, y) = points(of: element)
      xs += x
      ys += y
    }
    return (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0)
  }

  private func points(of element: Element) -> (x: [Double], y: [Double]) {
    switch element.name {
    case "rect":
      let x = element.number("x") ?? 0
      let y = element.number("y") ?? 0
      return ([x, x + (element.number("width") ?? 0)], [y, y + (element.number("height") ?? 0)])
    case "line":
      return (
        ["x1", "x2"].compactMap(element.number), ["y1", "y2"].compactMap(element.number)
      )
    case "circle":
      let x = element.number("cx") ?? 0
      let y = element.number("cy") ?? 0
      let radius = element.number("r") ?? 0
      return ([x - radius, x + radius], [y - radius, y + radius])
    case "path": return pathPoints(element.attributes["d"] ?? "")
    case "text": return textPoints(element)
    default: return ([], [])
    }
  }

  private func pathPoints(_ data: String) -> (x: [Double], y: [Double]) {
    let numbers = data.split { "MLZ ".contains($0) }.compactMap { Double($0) }
    let pairs = numbers.indices
    return (
      pairs.filter { $0 % 2 == 0 }.map { numbers[$0] },
      pairs.filter { $0 % 2 == 1 }.map { numbers[$0] }
    )
  }

  private func textPoints(_ element: Element) -> (x: [Double], y: [Double]) {
    let size = root.number("font-size") ?? 16
    let width = Double(element.text.count) * 0.56 * size
    let x = element.number("x") ?? 0
    let y = element.number("y") ?? 0
    let left =
      switch element.attributes["text-anchor"] {
      case "end": x - width
      case "middle": x - width / 2
      default: x
      }
    return ([left, left + width], [y - size * 0.8, y + size * 0.2])
  }
}

extension Drawn {
  /// Pairs of texts whose boxes overlap by more than a unit.
  var overlappingWords: [String] {
    let size = root.number("font-size") ?? 16
    let boxes = all("text").map { text -> (text: String, x: [Double], y: [Double]) in
      let points = textPoints(text)
      return (text.text, points.x, [points.y[0] + size * 0.1, points.y[1] - size * 0.1])
    }
    var pairs: [String] = []
    for (index, first) in boxes.enumerated() {
      for second in boxes.dropFirst(index + 1)
      where first.x[0] + 1 < second.x[1] && second.x[0] + 1 < first.x[1]
        && first.y[0] < second.y[1] && second.y[0] < first.y[1]
      {
        pairs.append("\(first.text) | \(second.text)")
      }
    }
    return pairs
  }
}
