// SPDX-License-Identifier: Apache-2.0

/// A page that has a paper in its middle, between what a page of sections has above and below.
struct PaperPage {
  let head: SectionPage
  let body: String
  let tail: SectionPage

  func answer(isPrivate: Bool) -> PortalAnswer {
    let above = head.answer(isPrivate: isPrivate)
    let below = tail.answer(isPrivate: isPrivate)
    guard case .page(var page) = above.body, case .page(let end) = below.body else { return above }
    page.html += body + PaperPage.withoutHeading(end.html)
    var answer = above
    answer.body = .page(page)
    return answer
  }

  /// The part of the file of a paper that a page of the site can hold.
  static func body(of file: String) -> String {
    guard let start = file.firstRange(of: "<div class=\"paper\">"),
      let end = file.firstRange(of: "</main>")
    else { return "" }
    return String(file[start.lowerBound..<end.lowerBound])
  }

  /// A page has one title, which the head has given.
  private static func withoutHeading(_ html: String) -> String {
    guard let start = html.firstRange(of: "<h1>"), let end = html.firstRange(of: "</h1>") else {
      return html
    }
    return String(html[..<start.lowerBound] + html[end.upperBound...])
  }
}
