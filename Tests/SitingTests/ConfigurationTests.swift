// SPDX-License-Identifier: Apache-2.0
import Siting
import Testing

@Suite struct `A configuration` {
  @Test(arguments: [0, 1, 63, 64, 65, 200]) func `holds any number of sites`(count: Int) {
    let odd = (0..<count).filter { !$0.isMultiple(of: 2) }

    let configuration = Configuration(siteCount: count, open: odd)

    #expect(configuration.siteCount == count)
    #expect(configuration.openSites == odd)
    #expect(configuration.openCount == odd.count)
    #expect(configuration == Configuration(configuration.flags))
  }

  @Test func `opens and closes single sites`() {
    var configuration = Configuration(siteCount: 70)

    configuration[69] = true
    configuration[3] = true
    configuration[3] = false

    #expect(configuration.openSites == [69])
  }

  @Test func `leaves out sites that don't exist`() {
    #expect(Configuration(siteCount: 2, open: [-1, 1, 2]).openSites == [1])
    #expect(Configuration(siteCount: -4).siteCount == 0)
  }

  @Test func `orders by the first site that differs`() {
    let sorted = [[true, false], [false, true], [false, false], [true, true]]
      .map(Configuration.init).sorted()

    #expect(
      sorted.map(\.flags) == [[false, false], [false, true], [true, false], [true, true]])
  }
}
