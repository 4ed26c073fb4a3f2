// SPDX-License-Identifier: Apache-2.0

import Sampling

extension StreamRecord {
  init(_ table: StreamTable, key: StreamKey) {
    let isEven = table.hours < 0 && table.weekdays < 0 && table.days < 0
    self.init(
      key: key, interval: isEven && table.perDay > 0 ? 1 / table.perDay : -1,
      perDay: table.perDay, hours: table.hours, weekdays: table.weekdays, days: table.days,
      dayCount: table.dayCount)
  }

  /// Begins a replication.
  mutating func restart() {
    (draws, spare, last, day, expected) = (0, 0, 0, 0, 0)
  }
}

extension FlowMachine {
  mutating func beginArrivals() {
    for stream in 0..<timers.streams {
      streams[stream].restart()
      schedule(stream)
    }
  }

  /// The next patient of a stream comes.
  @inline(__always)
  mutating func arrive(_ stream: Int) {
    schedule(stream)
    let patient = addPatient(from: stream)
    let place = Int(sources[stream].patientClass)
    classes[place].arrivals &+= 1
    let unit = sources[stream].unit
    if isLogging { tell(.arrived, patient, at: unit) }
    come(patient, to: unit)
  }

  /// Finds a place and luck for the next patient of a source.
  @inline(__always)
  mutating func addPatient(from source: Int) -> Int {
    let number = sources[source].number
    sources[source].number = number &+ 1
    identities &+= 1
    return pool.add(
      PatientRecord(
        came: now, patientClass: Int32(truncatingIfNeeded: sources[source].patientClass),
        source: Int32(truncatingIfNeeded: source), number: number, identity: identities))
  }

  @inline(__always)
  private mutating func schedule(_ stream: Int) {
    let interval = streams[stream].interval
    if interval > 0 {
      let time = streams[stream].last + interval * unitTime(stream)
      streams[stream].last = time
      if time < end { heap.add(time: time, subject: stream) }
    } else if let time = nextOfProfile(stream) {
      heap.add(time: time, subject: stream)
    }
  }

  /// An exponential time of mean 1 between two arrivals; a pair is drawn at once.
  @inline(__always)
  private mutating func unitTime(_ stream: Int) -> Double {
    let draw = streams[stream].draws
    streams[stream].draws = draw &+ 1
    guard draw & 1 == 0 else { return streams[stream].spare }
    let luck = streams[stream].key.pair(
      at: SIMD4(draw &>> 1, 0, replication[0], replication[1]))
    streams[stream].spare = -Elementary.logarithm(1 - luck.second)
    return -Elementary.logarithm(1 - luck.first)
  }

  // MARK: Rates that change

  /// When the next patient comes where the rate changes by the hour or the day; nil after the end.
  ///
  /// The time at which the patients expected since the last one reach an exponential number: the
  /// inverse of the rate summed over time (Çinlar 1975). Whole days are passed at once.
  private mutating func nextOfProfile(_ stream: Int) -> Double? {
    guard streams[stream].perDay > 0 else { return nil }
    let record = streams[stream]
    var (day, expected) = (record.day, record.expected + unitTime(stream))
    let hours = record.hours
    let whole = hours < 0 ? 1 : factors[hours + 24]
    while Double(day) < end {
      let rate = self.rate(of: record, on: day)
      if expected < rate * whole {
        streams[stream].day = day
        streams[stream].expected = expected
        let time = Double(day) + (hours < 0 ? expected / rate : hour(of: expected / rate, hours))
        return time < end ? time : nil
      }
      expected -= rate * whole
      day += 1
    }
    return nil
  }

  /// Patients a day, hours aside.
  private func rate(of stream: StreamRecord, on day: Int) -> Double {
    var rate = stream.perDay
    if stream.weekdays >= 0 {
      rate *= factors[stream.weekdays + (horizon.firstWeekday + day) % 7]
    }
    if stream.days >= 0 { rate *= factors[stream.days + day % stream.dayCount] }
    return rate
  }

  /// The share of the day at which a sum of the factors of the hours is reached.
  private func hour(of sum: Double, _ hours: Int) -> Double {
    var (low, high) = (0, 24)
    while high - low > 1 {
      let middle = (low + high) / 2
      if factors[hours + middle] <= sum { low = middle } else { high = middle }
    }
    let (from, to) = (factors[hours + low], factors[hours + low + 1])
    return (Double(low) + (to > from ? min(1, (sum - from) / (to - from)) : 0)) / 24
  }
}
