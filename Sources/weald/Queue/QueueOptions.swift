// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// What every question about a queue takes.
struct QueueOptions: ParsableArguments {
  @Option(help: "The unit of time of all rates and times, for the words of the answer.")
  var unit = "day"
  @Flag(help: "Write JSON for another program to read.")
  var json = false

  /// Writes an answer, or says why there is none, with the status 1.
  ///
  /// - Parameters:
  ///   - growthUnit: The unit in which a queue grows, where it is not that of the options.
  ///   - answer: Works it out.
  /// - Throws: The status to end with.
  func write(growthUnit: String? = nil, _ answer: () throws -> QueueAnswer) throws {
    try Terminal.run {
      do {
        try answer().write(json: json, unit: unit)
      } catch let problem as QueueError {
        Terminal.say(problem.words(unit: growthUnit ?? unit))
        throw ExitCode.failure
      }
    }
  }
}

/// How many come.
struct ArrivalsOption: ParsableArguments {
  @Option(parsing: .unconditional, help: "Arrivals in a unit of time.")
  var arrivals: Double
}

/// How long service takes, said in one of two ways.
struct ServiceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "People whom one server completes in a unit of time, when it is busy: a rate.")
  var service: Double?
  @Option(parsing: .unconditional, help: "Instead of --service: the mean time that one takes.")
  var stay: Double?

  func validate() throws {
    guard (service == nil) != (stay == nil) else {
      throw ValidationError("Give either --service, a rate, or --stay, a mean time.")
    }
  }

  /// People whom one server completes in a unit of time.
  func rate() throws -> Double {
    if let service { return service }
    return 1 / (try positiveTime(stay ?? 1, "the stay"))
  }
}

/// A time that can be divided by.
func positiveTime(_ time: Double, _ what: String) throws -> Double {
  guard time.isFinite else { throw QueueError.notANumber(what, time) }
  guard (1e-9...1e9).contains(time) else { throw QueueError.outside(what, time, 1e-9...1e9) }
  return time
}

/// How many servers there are.
struct ServersOption: ParsableArguments {
  @Option(parsing: .unconditional, help: "Servers or beds.")
  var servers: Int
}

/// What happens to people who find no bed.
struct NoBedOption: ParsableArguments {
  @Option(help: "What people do who find no bed: wait, or go elsewhere (elsewhere).")
  var whenFull: WhenFull = .wait

  enum WhenFull: String, ExpressibleByArgument, CaseIterable { case wait, elsewhere }

  var noBed: NoBed { whenFull == .wait ? .waits : .goesElsewhere }
  var words: String { whenFull == .wait ? "wait for a bed" : "are turned away" }
}

/// Numbers separated by commas.
struct NumberList: ExpressibleByArgument {
  let numbers: [Double]

  init?(argument: String) {
    var numbers: [Double] = []
    for cell in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(cell) else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
  }
}
