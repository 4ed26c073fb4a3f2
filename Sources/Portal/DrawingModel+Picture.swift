// SPDX-License-Identifier: Apache-2.0

import Pictures

extension DrawingModel {
  /// A picture with its table under a caption of its own.
  init(_ picture: some Picture) {
    let table = picture.table
    self.init(
      id: picture.id, title: picture.title, wide: picture.svg(.wide),
      narrow: picture.svg(.narrow),
      table: Grid(
        "Figures: \(picture.title)", table.columns.map { $0.heading + ($0.isNumeric ? "#" : "") },
        table.rows))
  }
}
