// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Stewardship

/// A register in a folder of its own, with one file of the example changed.
struct TestRegister {
  let folder: String

  init(replacing file: String = "", with text: String = "", in line: String = "") throws {
    folder = NSTemporaryDirectory() + "weald-register-" + UUID().uuidString
    for (name, content) in ExampleRegister.files(datasets: ["gp", "acute"]) {
      let changed =
        name != file ? content : line.isEmpty ? text : content.replacing(line, with: text)
      try AtomicFile.write(changed, to: folder + "/" + name)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// What is wrong with the register.
  func violations() -> [Violation] {
    do {
      _ = try StewardshipRegister.read(folder: folder)
      return []
    } catch { return error.violations }
  }
}

extension RunRequest {
  /// A run that the example register permits.
  static let permitted = RunRequest(
    command: "link", datasets: ["gp", "acute"], agreement: ExampleRegister.agreement,
    purposes: [ExampleRegister.purpose], day: CalendarDay("2026-11-23").unsafelyThere)

  func with(_ change: (inout RunRequest) -> Void) -> RunRequest {
    var other = self
    change(&other)
    return other
  }
}

extension CalendarDay? {
  /// A day that the test has written itself.
  var unsafelyThere: CalendarDay { self ?? CalendarDay(Date(timeIntervalSince1970: 0)) }
}
