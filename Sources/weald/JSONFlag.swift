// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Refuses an empty path, which a script with an unset variable gives and which would mean `/`.
func requirePath(_ path: String?, _ name: String) throws {
  if path?.isEmpty == true { throw ValidationError("\(name) is empty; give a path.") }
}

/// Whether a program will read the output.
struct JSONFlag: ParsableArguments {
  @Flag(help: "Write JSON for another program to read.")
  var json = false
}
