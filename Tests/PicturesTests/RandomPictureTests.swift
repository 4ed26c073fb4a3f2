// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

/// Laws again, on pictures made at random; a failure names its seed.
@Suite struct RandomPictureTests {
  @Test(arguments: UInt64(1)...30)
  func `a random picture is well-formed and stays inside the view box`(_ seed: UInt64) throws {
    var random = RandomPictures(seed: seed)
    for picture in random.all() {
      for layout in Layout.allCases {
        let drawn = try #require(Drawn(picture.svg(layout)), "\(picture.id) \(layout)")
        let extent = drawn.extent

        #expect(extent.left >= 0 && extent.right <= drawn.width, "\(picture.id) \(layout)")
        #expect(extent.top >= 0 && extent.bottom <= drawn.height, "\(picture.id) \(layout)")
      }
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `words in a random map never overlap`(_ seed: UInt64) throws {
    var random = RandomPictures(seed: seed)
    let map = random.map()
    for layout in Layout.allCases {
      let drawn = try #require(Drawn(map.svg(layout)))

      #expect(drawn.overlappingWords.isEmpty)
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `words in random scatters and catchments never overlap`(_ seed: UInt64) throws {
    var random = RandomPictures(seed: seed)
    let pictures: [any Picture] = [random.scatter(), random.catchment()]
    for picture in pictures {
      for layout in Layout.allCases {
        let drawn = try #require(Drawn(picture.svg(layout)))

        #expect(drawn.overlappingWords.isEmpty, "\(picture.id) \(layout)")
      }
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `words at the ends of random lines never overlap`(_ seed: UInt64) throws {
    var random = RandomPictures(seed: seed)
    let lines = random.lines()
    for layout in Layout.allCases {
      let drawn = try #require(Drawn(lines.svg(layout)))

      #expect(drawn.overlappingWords.isEmpty)
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `words in random bars, bridges and timelines never overlap`(_ seed: UInt64) throws {
    var random = RandomPictures(seed: seed)
    let pictures: [any Picture] = [random.bars(), random.waterfall(), random.timeline()]
    for picture in pictures {
      for layout in Layout.allCases {
        let drawn = try #require(Drawn(picture.svg(layout)))

        #expect(drawn.overlappingWords.isEmpty, "\(picture.id) \(layout)")
      }
    }
  }
}
