// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Sampling
import Testing

@Suite struct `Times of stay` {
  static let stays: [StayTime] = [
    .fixed(3), .exponential(mean: 2), .lognormal(location: 1, scale: 0.8),
    .uniform(low: 1, high: 4), .weibull(shape: 0.7, scale: 3), .weibull(shape: 2.5, scale: 3),
    .observed([5, 1, 2, 2, 9]),
  ]

  @Test(arguments: stays)
  func `grow with the share, and the share that stays longer undoes it`(stay: StayTime) {
    var last = -1.0
    for share in stride(from: 0.005, to: 1, by: 0.01) {
      let time = stay.quantile(share)
      #expect(time >= last)
      last = time
      // Where several people stay alike, the share steps over theirs.
      #expect(stay.share(longerThan: time * (1 + 1e-9)) <= 1 - share + 1e-6)
      #expect(stay.share(longerThan: time * (1 - 1e-9)) >= 1 - share - 1e-6)
    }
  }

  @Test(arguments: stays)
  func `have the mean of their quantiles`(stay: StayTime) {
    let count = 200_000
    let sum = (0..<count).reduce(0.0) {
      $0 + stay.quantile((Double($1) + 0.5) / Double(count))
    }
    #expect((sum / Double(count) / stay.mean - 1).magnitude < 1e-3)
    #expect((stay.mean(upTo: 1e4) / stay.mean - 1).magnitude < 1e-9)
  }

  @Test(arguments: stays)
  func `are met in a census by what is left of them`(stay: StayTime) {
    for share in [1e-6, 0.1, 0.5, 0.9, 0.999] {
      let time = stay.equilibriumQuantile(share)
      #expect((stay.mean(upTo: time) / stay.mean - share).magnitude < 1e-10)
    }
  }

  @Test func `fit a mean and a standard deviation, or a mean and a median`() throws {
    let first = try StayTime.lognormal(mean: 7.4, standardDeviation: 8.61)
    #expect((first.mean - 7.4).magnitude < 1e-12)
    let second = try StayTime.lognormal(mean: 42.79, median: 34)
    #expect((second.mean - 42.79).magnitude < 1e-10)
    #expect((second.quantile(0.5) - 34).magnitude < 1e-10)
  }

  @Test func `say why they cannot fit`() {
    #expect(throws: StayFitError.meanNotAboveMedian(mean: 5, median: 9)) {
      try StayTime.lognormal(mean: 5, median: 9)
    }
    #expect(throws: StayFitError.invalid(name: "mean", value: -1)) {
      try StayTime.lognormal(mean: -1, standardDeviation: 1)
    }
    #expect(
      StayFitError.meanNotAboveMedian(mean: 5, median: 9).description
        .contains("the mean is above the median"))
  }
}
