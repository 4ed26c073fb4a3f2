// SPDX-License-Identifier: Apache-2.0

import Queueing

/// Published and exact results about queues and beds.
enum QueueingCases {
  static var all: [ValidationCase] { pools + blocking + strokeToday + strokeMore }

  private static let paper =
    "Monks and others, BMC Health Services Research 2016;16:530 and its additional file 1"

  private static var pools: [ValidationCase] {
    let queue = try? MMcQueue(arrivalRate: 4, serviceRate: 1, servers: 5)
    return [
      row(
        "queue-mm5", "Share who wait for five servers at load 4",
        "Exact case: 128 in 231, from the sums of Erlang’s delay formula", 0.554113,
        queue?.probabilityOfWaiting, "share", 0.0000005, test: "MMcTests"),
      row(
        "queue-erlang-b", "Share turned away from ten servers at load 5",
        "Printed tables of Erlang’s loss formula", 0.01838,
        try? ErlangB.blocking(load: 5, servers: 10), "share", 0.000005, test: "MMcTests"),
    ].compactMap { $0 }
  }

  private static var blocking: [ValidationCase] {
    let chain = try? BlockingChain(
      .init(
        arrivalRate: 4, acuteStay: 5, acuteBeds: 26, communityShare: 0.25, communityStay: 20,
        communityBeds: 24, queueLimit: 60))
    let source =
      "Exact case: 26 acute and 24 community beds, solved as a chain of 4,086 states by another program"
    return [
      row(
        "queue-blocking-blocked", "People ready to leave who keep an acute bed", source, 1.01053,
        chain?.blocked, "people", 0.000005, test: "BlockingTests"),
      row(
        "queue-blocking-acute", "Acute beds in use", source, 20.99970, chain?.acuteOccupied, "beds",
        0.000005, test: "BlockingTests"),
      row(
        "queue-blocking-waiting", "Share who find no acute bed free", source, 0.257911,
        chain?.probabilityOfWaiting, "share", 0.0000005, test: "BlockingTests"),
      row(
        "queue-blocking-queue", "Mean number waiting for an acute bed", source, 2.44902,
        chain?.meanQueue, "people", 0.000005, test: "BlockingTests"),
    ].compactMap { $0 }
  }

  /// Present demand, in both readings of the paper: acute beds, then rehabilitation.
  private static var strokeToday: [ValidationCase] {
    let acute = StrokeCapacityModel.Reading.allCases.flatMap { reading in
      let ward = (try? StrokeCapacityModel(reading: reading))?.acute
      return [(10, 7.0), (11, 11), (12, 16), (13, 28), (14, 50)].compactMap { beds, published in
        row(
          "stroke-acute-\(beds)-\(reading.rawValue)",
          "Stroke: 1 in so many finds none of \(beds) acute beds, reading \(reading.rawValue)",
          paper,
          published, oneIn(ward, beds), "people", 0.5, because: loads, test: "StrokeCapacityTests")
      }
    }
    let ward = (try? StrokeCapacityModel(reading: .mortalityStay))?.rehabilitation
    let rehabilitation = [(10, 5.0), (12, 9), (13, 13), (14, 20), (15, 35), (16, 57)]
      .compactMap { beds, published in
        row(
          "stroke-rehabilitation-\(beds)",
          "Stroke: 1 in so many finds none of \(beds) rehabilitation beds", paper, published,
          oneIn(ward, beds), "people", 0.5, because: chance, test: "StrokeCapacityTests")
      }
    return acute + rehabilitation
  }

  /// Five per cent more demand: reading B fits every row.
  private static var strokeMore: [ValidationCase] {
    let model = try? StrokeCapacityModel(reading: .stayWithoutSupport, scenario: .demand(1.05))
    return [(10, 6.0), (11, 9), (12, 13), (13, 21), (14, 34)].compactMap { beds, published in
      row(
        "stroke-more-\(beds)",
        "Stroke, 5% more demand: 1 in so many finds none of \(beds) acute beds, reading B", paper,
        published, oneIn(model?.acute, beds), "people", 0.5, because: "",
        test: "StrokeCapacityTests")
    }
  }

  private static let loads =
    "the paper can be read in two ways (the stay of stroke patients who leave neither for "
    + "rehabilitation nor with early supported discharge), and no one load gives all of its rows; "
    + "theirs is a simulation of 150 runs, ours exact for the stated parameters"
  private static let chance =
    "theirs is a simulation of 150 runs, whose additional file prints 33 and 50 for 15 and 16 beds; "
    + "ours is exact for the stated parameters"

  private static func oneIn(_ ward: InfiniteServerQueue?, _ beds: Int) -> Double? {
    (try? ward?.delay(beds: beds)).map { 1 / $0 }
  }

  private static func row(
    _ id: String, _ result: String, _ source: String, _ theirs: Double, _ ours: Double?,
    _ unit: String, _ tolerance: Double, because explanation: String = "", test: String
  ) -> ValidationCase? {
    ours.map {
      ValidationCase(
        id: id, engine: "Queueing", result: result, source: source, theirs: theirs, ours: $0,
        unit: unit, tolerance: tolerance, explanation: explanation, test: test)
    }
  }
}
