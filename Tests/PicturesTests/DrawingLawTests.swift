// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

/// What holds for every picture in every layout.
@Suite struct DrawingLawTests {
  @Test(arguments: Sample.all, Layout.allCases)
  func `everything drawn stays inside the view box`(_ sample: Sample, _ layout: Layout) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    let extent = drawn.extent

    #expect(drawn.width == layout.width)
    #expect(extent.left >= 0)
    #expect(extent.right <= drawn.width)
    #expect(extent.top >= 0)
    #expect(extent.bottom <= drawn.height)
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `a drawing is named and described by elements it holds`(
    _ sample: Sample, _ layout: Layout
  ) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    let names = (drawn.root.attributes["aria-labelledby"] ?? "").split(separator: " ")

    #expect(drawn.all("title").first?.text == sample.picture.title)
    #expect(drawn.all("desc").first?.text == sample.picture.summary)
    #expect(names.count == 2)
    #expect(names.allSatisfy { drawn.ids.contains(String($0)) })
  }

  @Test(arguments: Sample.all)
  func `no id is used twice on a page that holds both drawings`(_ sample: Sample) throws {
    let ids = try Layout.allCases.flatMap { layout in
      try #require(Drawn(sample.picture.svg(layout))).ids
    }

    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix(sample.picture.id) })
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `a drawing with links is a group, any other an image`(
    _ sample: Sample, _ layout: Layout
  ) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    #expect(drawn.root.attributes["role"] == (drawn.all("a").isEmpty ? "img" : "group"))
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `a drawing holds no style and no script`(_ sample: Sample, _ layout: Layout) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    #expect(drawn.all("style").isEmpty && drawn.all("script").isEmpty)
    #expect(drawn.elements.allSatisfy { $0.attributes["style"] == nil })
    #expect(drawn.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `text is at least 14 units high`(_ sample: Sample, _ layout: Layout) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    #expect((drawn.root.number("font-size") ?? 0) >= 14)
    #expect(drawn.all("text").allSatisfy { $0.attributes["font-size"] == nil })
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `every class is in the stylesheet`(_ sample: Sample, _ layout: Layout) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    let used = Set(drawn.elements.flatMap(\.classes) + drawn.root.classes)

    for name in used {
      #expect(PictureStyle.css.contains(".\(name)"), "\(name) has no rule")
    }
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `the same picture gives the same text`(_ sample: Sample, _ layout: Layout) {
    #expect(sample.picture.svg(layout) == sample.picture.svg(layout))
  }

  @Test(arguments: Sample.all)
  func `a table has as many cells in each row as columns`(_ sample: Sample) {
    let table = sample.picture.table

    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.caption == sample.picture.title)
  }

  @Test(arguments: Sample.all.filter { $0.name.hasSuffix("-empty") }, Layout.allCases)
  func `a picture without figures says so`(_ sample: Sample, _ layout: Layout) throws {
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    #expect(drawn.words == "No figures yet")
    #expect(sample.picture.table.rows.isEmpty)
  }

  @Test(arguments: Sample.all, Layout.allCases)
  func `a file to download is well-formed`(_ sample: Sample, _ layout: Layout) throws {
    let file = StandalonePicture(sample.picture, layout: layout).file()
    let drawn = try #require(Drawn(file))

    #expect(drawn.all("a").isEmpty)
    #expect(drawn.words.contains("Source: made-up figures for tests."))
  }
}
