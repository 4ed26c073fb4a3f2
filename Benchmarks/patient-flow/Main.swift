// SPDX-License-Identifier: Apache-2.0

/// Times the simulation of patient flow and prints the answers with the times, as JSON:
/// `patient-flow-bench mm5 [customers]`, `stroke [replications] [threads]` or `year`.
@main
enum Main {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    let name = arguments.popFirst() ?? "mm5"
    let numbers = arguments.compactMap { Int($0) }
    do {
      switch name {
      case "mm5": try FiveServers.run(customers: numbers.first ?? 1_000_000)
      case "stroke":
        try StrokeWards.run(
          replications: numbers.first ?? 150, threads: numbers.dropFirst().first ?? 1)
      case "year": try WholeSystem.run()
      default: print("There is no benchmark \(name). Use mm5, stroke or year.")
      }
    } catch {
      print("The network of the benchmark has problems: \(error)")
    }
  }
}
