// SPDX-License-Identifier: Apache-2.0

import Forms

/// The forms of a plan: YAML files in `engagement/forms/`, each named after its form.
enum FormFiles {
  private static let folder = "engagement/forms/"

  static func isForm(_ path: String) -> Bool { path.hasPrefix(folder) && path.hasSuffix(".yaml") }

  /// The names of the files of forms, those that cannot be read too: each has the id of its form.
  static func names(of files: [PlanFile]) -> Set<String> {
    Set(
      files.map(\.path).filter(isForm).map {
        String($0.dropFirst(folder.count).dropLast(".yaml".count))
      })
  }

  /// The forms that can be read, in order of id, and what is wrong with the others.
  static func read(_ files: [PlanFile], _ violations: inout [Violation]) -> [FormDefinition] {
    var forms: [FormDefinition] = []
    for file in files where isForm(file.path) {
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        violations.append(
          Violation(
            file: file.path, found: "bytes that are not UTF-8", expected: "text in UTF-8",
            advice: "Save the file as UTF-8."))
        continue
      }
      do {
        let form = try FormYAML.read(text, file: file.path)
        if let wrong = misnamed(form, file) { violations.append(wrong) }
        forms.append(form)
      } catch {
        violations += error.problems.map { problem in
          Violation(
            file: file.path, row: problem.line, found: "a form that cannot be asked",
            expected: "a form as docs/engagement.md describes it", advice: problem.message)
        }
      }
    }
    return forms.sorted { $0.id < $1.id }
  }

  private static func misnamed(_ form: FormDefinition, _ file: PlanFile) -> Violation? {
    guard file.path != "\(folder)\(form.id).yaml" else { return nil }
    return Violation(
      file: file.path, found: "the form “\(form.id)”", expected: "the name \(form.id).yaml",
      advice: "Give the file the name of its form.")
  }
}
