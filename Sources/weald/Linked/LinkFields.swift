// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LinkageFiles

/// What columns hold, from `kind=column`.
struct LinkFields {
  let fields: [RecordField]

  init(_ texts: [String]) throws {
    fields = RecordField.named(
      try texts.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw ValidationError("--field is kind=column, such as surname=last_name; not “\(text)”.")
        }
        guard let kind = FieldKind(rawValue: parts[0]) else {
          let kinds = FieldKind.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--field “\(parts[0])” is no kind; the kinds are \(kinds).")
        }
        return (kind: kind, header: parts[1])
      })
  }
}
