// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import Sampling
import Testing

@Suite struct `Warm-up by MSER-5` {
  @Test func `cuts where the standard error of the rest is smallest`() {
    // The first five batches fall from 100 to 13, the rest go round 10. Batch 5 is the best cut,
    // which a search of every cut finds as well.
    let batches = [100, 60, 36, 21.6, 13] + (0..<20).map { [10.0, 11, 9][$0 % 3] }
    let series = batches.flatMap { Array(repeating: $0, count: 5) }
    #expect(WarmUp.mser5(series) == .cut(observations: 25))
  }

  @Test func `cuts nothing of a series that is level`() {
    #expect(WarmUp.mser5(Array(repeating: 3, count: 100)) == .cut(observations: 0))
  }

  @Test func `asks for a longer run when the best cut lies in the second half`() {
    let rising = (0..<200).map(Double.init)
    #expect(WarmUp.mser5(rising) == .runLonger)
    #expect(WarmUp.mser5([1, 2, 3]) == .runLonger)
    #expect(WarmUp.mser5([]) == .runLonger)
  }
}

@Suite struct `Steady or not` {
  @Test func `one server forgets as the exact answer says`() {
    // 1 / (μ (1 − √ρ)²) for μ = 1 and ρ = 0.81.
    #expect(abs(Relaxation(load: 0.81, servers: 1, meanStay: 1).days - 100) < 1e-9)
  }

  @Test func `refuses a rehabilitation unit at a load of 0.977 after 250 days`() {
    // The unit of the published stroke use case of PathSimR: 20 beds, 24 + 1.855 days.
    let unit = Relaxation(load: 0.977, servers: 20, meanStay: 25.9)
    #expect(!unit.hasSettled(warmUp: 250, length: 365))
    #expect(unit.startLeft(warmUp: 250, length: 365) > 0.9)
    #expect(unit.warmUpNeeded > 20_000)
  }

  @Test func `accepts a ward at a load of 0.8 with stays of 5 days after a year`() {
    for beds in [10, 20, 50] {
      #expect(
        Relaxation(load: 0.8, servers: beds, meanStay: 5).hasSettled(warmUp: 365, length: 365))
    }
  }

  @Test func `nothing settles where more comes than can be cared for, but behind a limit all does`()
  {
    let endless = Relaxation(load: 1.1, servers: 5, meanStay: 2)
    #expect(endless.days == .infinity)
    #expect(endless.startLeft(warmUp: 1e9, length: 1e9) == 1)
    let limited = Relaxation(load: 1.1, servers: 5, meanStay: 2, queueLimit: 0)
    #expect(limited.hasSettled(warmUp: 30, length: 30))
    let unlimited = Relaxation(load: 0, servers: nil, meanStay: 7)
    #expect(unlimited.days == 7)
  }

  @Test func `irregular stays take longer`() {
    let regular = Relaxation(load: 0.9, servers: 4, meanStay: 3)
    let irregular = Relaxation(load: 0.9, servers: 4, meanStay: 3, squaredVariation: 3)
    #expect(abs(irregular.days - 2 * regular.days) < 1e-9)
  }

  @Test func `a long run without warm-up is as good as a warm-up`() {
    let unit = Relaxation(load: 0, servers: nil, meanStay: 10)
    #expect(!unit.hasSettled(warmUp: 0, length: 100))
    #expect(unit.hasSettled(warmUp: 0, length: 201))
    #expect(unit.hasSettled(warmUp: 30, length: 1))
  }

  @Test func `drift within the counted run is told from luck`() throws {
    func series(slope: Double) -> [[Double]] {
      (0..<12).map { replication in
        var stream = RandomStream(seed: 3, purpose: "drift", index: replication)
        return (0..<101).map { Double($0) * slope + stream.normal() }
      }
    }
    #expect(try !#require(Drift.of(series(slope: 0))).isClear)
    let rising = try #require(Drift.of(series(slope: 0.05)))
    #expect(rising.isClear)
    // The halves of 50 lie 51 days apart.
    #expect(abs(rising.change.mean - 51 * 0.05) < 0.4)
    #expect(Drift.of([[1]]) == nil)
  }
}

@Suite struct `One long run` {
  private func run(correlation: Double, count: Int = 20_000) -> [Double] {
    var stream = RandomStream(seed: 9, purpose: "batches")
    var value = 0.0
    return (0..<count).map { _ in
      value = correlation * value + stream.normal()
      return value
    }
  }

  @Test func `twenty batches give an interval, fewer none`() throws {
    let found = try #require(BatchMeans.of(run(correlation: 0.5)))
    #expect(found.batchSize == 1000)
    #expect(found.estimate.replications == 20)
    #expect(found.looksIndependent)
    // The mean is 0; its standard error 2 / √20,000.
    #expect(abs(found.estimate.mean) < 4 * 2 / 20_000.0.squareRoot())
    #expect(BatchMeans.of(run(correlation: 0.5), batches: 19) == nil)
    #expect(BatchMeans.of([1, 2, 3]) == nil)
  }

  @Test func `batches that hang together are said to`() throws {
    let found = try #require(BatchMeans.of(run(correlation: 0.999, count: 2000), batches: 25))
    #expect(!found.looksIndependent)
    #expect(found.lagOne > 0.5)
  }

  @Test func `batches hold whole cycles`() throws {
    let weekly = (0..<1000).map { [1.0, 1, 1, 1, 1, 0, 0][$0 % 7] }
    let found = try #require(BatchMeans.of(weekly, cycle: 7))
    #expect(found.batchSize == 49)
    #expect(abs(found.estimate.mean - 5.0 / 7) < 1e-12)
  }
}

@Suite struct `Bands by day` {
  @Test func `are quantiles over replications`() throws {
    let bands = try #require(
      DayBands.of([[1, 10], [2, 20], [3, 30]], shares: [0.5, 0]))
    #expect(bands.shares == [0, 0.5])
    #expect(bands.quantiles == [[1, 2], [10, 20]])
    #expect(bands.means == [2, 20])
    #expect(DayBands.of([]) == nil)
    #expect(DayBands.of([[1], []]) == nil)
  }
}
