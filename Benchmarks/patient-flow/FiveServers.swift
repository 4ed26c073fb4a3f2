// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// Five beds, four arrivals a day, stays of a day on average: M/M/5.
enum FiveServers {
  static func run(customers: Int) throws {
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "All")],
      units: [
        FlowUnit(
          id: "ward", name: "Ward", kind: .beds([BedGroup(calendar: BedCalendar(beds: 5))]))
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 4)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 1),
          routes: [Route(chance: 1, to: nil, name: "home")])
      ])
    let watch = Stopwatch()
    let plan = try FlowPlan(
      network, horizon: FlowHorizon(warmUp: 0, length: Double(customers) / 4))
    var kernel = FlowKernel(plan, seed: 7)
    let result = kernel.run(replication: 1)
    let (processor, clock) = (watch.processorSeconds, watch.clockSeconds)
    let ward = result.units[0]
    printJSON([
      ("cpu", processor), ("wall", clock), ("customers", Double(ward.arrivals)),
      ("events", Double(result.events)),
      ("meanWait", ward.daysWaited / Double(ward.admissions)),
      ("probabilityOfWaiting", Double(ward.foundFull) / Double(ward.arrivals)),
      ("meanQueue", ward.meanQueue),
    ])
  }
}
