// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The detail of a result, part by part, in the order in which a reader asks.
struct LabDetails {
  let result: LabResult
  let laboratory: Laboratory
  let pictures: LabPictures

  var parts: [LabPage.Part] {
    [years, reasons, promises, matters, knowing, spread, method].compactMap { $0 }
  }

  private var years: LabPage.Part? {
    guard !result.fans.isEmpty else { return nil }
    var part = LabPage.Part(id: "years", heading: "Year by year")
    part.paragraphs = [
      "Nobody knows how things will go, so each picture shows what happened in many runs. The line "
        + "is the middle run. Half of the runs are in the dark band, eight in ten in the light one."
    ]
    part.drawings = pictures.fans
    return part
  }

  private var reasons: LabPage.Part? {
    let drawings = [pictures.change, pictures.makeup].compactMap { $0 }
    guard !drawings.isEmpty else { return nil }
    var part = LabPage.Part(id: "why", heading: "Why")
    part.paragraphs = [
      "These are averages over the first \(min(result.runs, LabBench.accountRuns)) runs, so that "
        + "the parts add up exactly. An average is not the same as the middle run above."
    ]
    part.drawings = drawings
    return part
  }

  private var promises: LabPage.Part? {
    guard let chances = pictures.chances else { return nil }
    var part = LabPage.Part(id: "promises", heading: "How likely each promise is kept")
    part.paragraphs = [
      "The chance is the share of the runs in which the promise is kept. The range beside it is what "
        + "more runs could change it to; it says nothing about whether the assumptions are right."
    ]
    part.drawings = [chances]
    return part
  }

  private var matters: LabPage.Part? {
    guard let tornado = pictures.tornado else { return nil }
    var part = LabPage.Part(id: "matters", heading: "What matters most")
    part.paragraphs =
      [pictures.mostImportant].compactMap { $0 } + [
        "Each bar moves one assumption from the low end of its range to the high end and leaves the "
          + "others in their middle."
      ]
    part.drawings = [tornado]
    return part
  }

  private var knowing: LabPage.Part? {
    guard let information = result.information else { return nil }
    return LabKnowing(information: information, laboratory: laboratory).part
  }

  private var spread: LabPage.Part? {
    guard let histogram = pictures.histogram else { return nil }
    var part = LabPage.Part(id: "spread", heading: "Every run")
    part.drawings = [histogram]
    return part
  }

  private var method: LabPage.Part {
    var part = LabPage.Part(id: "method", heading: "How this is worked out")
    part.paragraphs = [
      "A run draws each assumption once from its range, works out how many people need what, how many "
        + "beds and staff that takes, and what it costs, for each year. Assumptions that tend to go "
        + "together are drawn together. \(NumberStyle().text(Double(result.runs))) runs with the "
        + "seed \(result.seed) were made; a change of yours uses the same luck, so that the "
        + "difference comes from the change and from nothing else.",
      "“8 of 10 runs” means from the 10th to the 90th run of every hundred, in order. Totals are "
        + "added up within each run first. The ranges are as good as the assumptions: what nobody "
        + "thought of is not in them.",
    ]
    return part
  }
}

/// What it would be worth to know more before deciding, in words and as a table.
struct LabKnowing {
  let information: LabResult.Information
  let laboratory: Laboratory

  private let pounds = NumberStyle(prefix: "£", suffix: " million", decimals: 1)

  init(information: LabResult.Information, laboratory: Laboratory) {
    self.information = information
    self.laboratory = laboratory
  }

  var part: LabPage.Part {
    var part = LabPage.Part(id: "knowing", heading: "What knowing more would be worth")
    let known = information.each.compactMap { item in
      laboratory.input(item.input).map { ($0, item.worth) }
    }.sorted { $0.1 > $1.1 }
    let useful = known.filter { $0.1 >= 0.05 }
    part.paragraphs = [sentence(known.first, useful.count)]
    guard !useful.isEmpty else { return part }
    part.paragraphs.append(
      "A study that settled one assumption is worth this at most. Economists call it the expected "
        + "value of partial perfect information (EVPPI).")
    part.grids = [
      Grid(
        "Value of knowing one assumption exactly", ["Assumption", "Worth at most, £ million#"],
        useful.prefix(12).map { input, worth in
          [input.label, NumberStyle(decimals: 1).text(worth)]
        })
    ]
    return part
  }

  private func sentence(_ first: (LabInput, Double)?, _ count: Int) -> String {
    guard let first, count > 0, information.all >= 0.05 else {
      let worth =
        information.all < 0.05 ? "next to nothing" : "at most \(pounds.text(information.all))"
      return
        "Knowing more would not change \(information.decision): in nearly every run the answer "
        + "is the same. It would be worth \(worth)."
    }
    return
      "If everything were known before deciding \(information.decision), the decision would be "
      + "better by \(pounds.text(information.all)) on average. To know “\(first.0.label)” alone would "
      + "be worth \(pounds.text(first.1))."
  }
}
