// SPDX-License-Identifier: Apache-2.0

/// Where activity is counted: a channel at a point of delivery and a site.
struct PlaceTable: Sendable {
  /// What is counted at a place; spells have admissions and days in bed.
  enum Channel: Int32, Sendable {
    case admissions
    case attendances
    case remoteAttendances
    case arrivals

    init(_ kind: ActivityKind) {
      switch kind {
      case .spells: self = .admissions
      case .outpatients: self = .attendances
      case .emergency: self = .arrivals
      }
    }

    var measures: [Measure] {
      switch self {
      case .admissions: [.admissions, .bedDays]
      case .attendances: [.attendances]
      case .remoteAttendances: [.remoteAttendances]
      case .arrivals: [.arrivals]
      }
    }
  }

  private var names = CategoryColumn(name: "names")
  private var pods = PairInterner()
  private var sites = PairInterner()

  /// The number of places.
  var count: Int { sites.pairs.count }

  /// The number of a place.
  mutating func place(_ channel: Channel, pod: String, site: String) -> Int32 {
    sites.place(pods.place(channel.rawValue, names.code(pod)), names.code(site))
  }

  /// What a place is.
  func name(_ place: Int) -> (channel: Channel, pod: String, site: String) {
    let pair = sites.pairs[place]
    let pod = pods.pairs[Int(pair.first)]
    return (
      Channel(rawValue: pod.first) ?? .admissions, names.labels[Int(pod.second)],
      names.labels[Int(pair.second)]
    )
  }

  /// The place to which a strategy moves what is at a place.
  mutating func destination(of effect: RowStrategy.Effect, from place: Int32) -> Int32? {
    let (_, pod, site) = name(Int(place))
    switch effect {
    case .dayCase(let pod): return self.place(.admissions, pod: pod, site: site)
    case .outpatient(let pod): return self.place(.attendances, pod: pod, site: site)
    case .sameDay(let pod): return self.place(.arrivals, pod: pod, site: site)
    case .remote: return self.place(.remoteAttendances, pod: pod, site: site)
    case .avoidance, .lengthOfStay, .preOperativeDays: return nil
    }
  }
}

/// The finest cells in which activity is counted: place, sex, band of age and specialty.
struct CellTable: Sendable {
  private(set) var places = PlaceTable()
  private var people = PairInterner()
  private var cells = PairInterner()
  private var specialties = CategoryColumn(name: "specialties")

  /// The number of cells.
  var count: Int { cells.pairs.count }

  /// The number of a cell.
  mutating func cell(place: Int32, sexAndAge: Int32, specialty: Int32) -> Int32 {
    cells.place(people.place(place, sexAndAge), specialty)
  }

  /// The number of the code of a specialty over all tables.
  mutating func specialty(_ name: String) -> Int32 { specialties.code(name) }

  mutating func place(_ channel: PlaceTable.Channel, pod: String, site: String) -> Int32 {
    places.place(channel, pod: pod, site: site)
  }

  /// The cell to which a strategy moves what is in a cell.
  mutating func destination(of effect: RowStrategy.Effect, from cell: Int32) -> Int32? {
    let (place, sexAndAge, specialty) = parts(Int(cell))
    guard let destination = places.destination(of: effect, from: place) else { return nil }
    return self.cell(place: destination, sexAndAge: sexAndAge, specialty: specialty)
  }

  /// The place, people and specialty of a cell.
  func parts(_ cell: Int) -> (place: Int32, sexAndAge: Int32, specialty: Int32) {
    let pair = cells.pairs[cell]
    let people = people.pairs[Int(pair.first)]
    return (people.first, people.second, pair.second)
  }

  func specialtyName(_ place: Int32) -> String { specialties.labels[Int(place)] }
}
