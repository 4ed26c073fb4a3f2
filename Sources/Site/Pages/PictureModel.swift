// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import Pictures

/// A picture as the template `picture` shows it.
struct PictureModel {
  let id: String
  let title: String
  let wide: String
  let narrow: String
  let sourceLine: String?
  let table: TableModel
  /// The figures that it shows, as HTML.
  let figures: [FigureLine]
  /// Whether the drawing and its table have addresses of their own.
  var hasDownload = true

  struct FigureLine {
    let html: String
    let label: String
  }
}

extension SiteView {
  func pictureModel(_ entry: Assessment.PictureEntry) -> PictureModel {
    let picture = entry.picture
    return PictureModel(
      id: entry.id, title: picture.title, wide: picture.svg(.wide), narrow: picture.svg(.narrow),
      sourceLine: picture.sourceLine.isEmpty ? nil : picture.sourceLine,
      table: TableModel(picture.table),
      figures: entry.facts.compactMap { id in
        graph[id].map { .init(html: figure.html(id), label: $0.label) }
      })
  }

  /// A picture as it stands in a page.
  func pictureHTML(_ id: String) -> String {
    guard let entry = assessment.picture(id) else { return "" }
    return Templates.render("picture", pictureModel(entry))
  }

  /// The page of a picture, or the picture as a file.
  func pictureDocument(_ name: String) -> Document? {
    if name.hasSuffix(".svg"), let entry = assessment.picture(String(name.dropLast(4))) {
      let file = StandalonePicture(entry.picture).file()
      return Document(contentType: "image/svg+xml; charset=utf-8", bytes: Array(file.utf8))
    }
    if name.hasSuffix(".csv"), let entry = assessment.picture(String(name.dropLast(4))) {
      let csv = entry.picture.table.csv()
      return Document(contentType: "text/csv; charset=utf-8", bytes: Array(csv.utf8))
    }
    guard let entry = assessment.picture(name) else { return nil }
    let model = ProseModel(
      chrome: chrome(entry.picture.title, path: "/pictures/\(name)"), heading: entry.picture.title,
      answer: HTML.escape(entry.picture.summary), html: pictureHTML(name), tables: [])
    return .page(Templates.render("prose", model))
  }
}
