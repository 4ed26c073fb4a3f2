// SPDX-License-Identifier: Apache-2.0

/// A picture as a file of its own, to download, print or put in a paper.
///
/// The file holds the title, the drawing, the source line and the stylesheet in light colours, so
/// it looks the same without the page it came from, in a browser or a drawing program.
public struct StandalonePicture: Sendable {
  /// What happens to links, which may lead nowhere outside the site.
  public enum Links: Sendable, Hashable {
    /// Links are taken out and their words kept.
    case removed
    /// Links that start with `/` are put after this address: "https://plan.example".
    case based(on: String)
  }

  private static let margin = 24.0

  private let picture: any Picture
  private let layout: Layout
  private let links: Links

  /// Prepares a picture for download.
  public init(_ picture: any Picture, layout: Layout = .wide, links: Links = .removed) {
    self.picture = picture
    self.layout = layout
    self.links = links
  }

  /// The text of the SVG file.
  public func file() -> String {
    let drawing = relinked(picture.svg(layout))
    let title = TextBlock(picture.title, width: layout.width, layout: layout, style: .strong)
    let source = TextBlock(
      picture.sourceLine, width: layout.width, layout: layout, style: .quiet)
    let drawingTop = Self.margin + title.height + 12
    let drawingHeight = Self.viewBoxHeight(of: drawing)
    let sourceTop = drawingTop + drawingHeight + 12
    let height = sourceTop + source.height + Self.margin
    let width = layout.width + 2 * Self.margin
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(opening(width: width, height: height))
      <style>\(Self.styles)</style>
      <rect width="100%" height="100%" fill="#fff"/>
      \(markup(title, top: Self.margin))\(placed(drawing, top: drawingTop, height: drawingHeight))\
      \(markup(source, top: sourceTop))</svg>

      """
  }

  private static let styles = """

    svg{font-family:\(fonts)}
    \(PictureStyle.plainRules)

    """

  private static let fonts =
    "Source Sans 3,Segoe UI,system-ui,Helvetica Neue,Arial,sans-serif"

  private func opening(width: Double, height: Double) -> String {
    let width = Digits.coordinate(width)
    let height = Digits.coordinate(height)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-size="\(Digits.coordinate(layout.textSize))">
      """
  }

  private func markup(_ block: TextBlock, top: Double) -> String {
    Element(
      name: "g", attributes: [("class", "picture")],
      children: block.elements(x: Self.margin + layout.left, top: top)
    ).markup()
  }

  /// The drawing as an inner `<svg>` with a place and a size.
  private func placed(_ drawing: String, top: Double, height: Double) -> String {
    let place = """
      <svg x="\(Digits.coordinate(Self.margin))" y="\(Digits.coordinate(top))" \
      width="\(Digits.coordinate(layout.width))" height="\(Digits.coordinate(height))"
      """
    return place + drawing.dropFirst("<svg".count)
  }

  /// The last number of the drawing's view box.
  private static func viewBoxHeight(of drawing: String) -> Double {
    let box = attribute("viewBox", in: Substring(drawing)) ?? ""
    return box.split(separator: " ").last.flatMap { Double($0) } ?? 0
  }

  private static func attribute(_ name: String, in markup: Substring) -> Substring? {
    let parts = markup.split(separator: " \(name)=\"", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return parts[1].prefix { $0 != "\"" }
  }

  /// Rewrites links line by line: the writer puts each opening and closing tag on its own line.
  private func relinked(_ drawing: String) -> String {
    switch links {
    case .based(let address):
      return drawing.split(
        separator: "<a class=\"pic-link\" href=\"/", omittingEmptySubsequences: false
      )
      .joined(separator: "<a class=\"pic-link\" href=\"\(Element.escaped(address))/")
    case .removed:
      return drawing.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in
          let tag = line.drop { $0 == " " }
          return !tag.hasPrefix("<a class=\"pic-link\"") && tag != "</a>"
        }
        .joined(separator: "\n")
    }
  }
}
