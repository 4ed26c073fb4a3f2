// SPDX-License-Identifier: Apache-2.0

import Yams

/// Forms as text that an engagement officer can read and write.
public enum FormYAML {
  /// The longest text that is read, in characters.
  public static let limit = 1_000_000

  /// The form that a text describes, ready to be asked.
  ///
  /// - Throws: `FormReadingError` with every problem of the text and of the form, by line.
  public static func read(
    _ text: String, file: String
  ) throws(FormReadingError) -> FormDefinition {
    let draft = try draft(text, file: file)
    guard draft.problems.isEmpty else {
      throw FormReadingError(file: file, problems: draft.problems)
    }
    return draft.form
  }

  /// The form that a text describes, and what keeps it from being asked yet, by line.
  ///
  /// - Throws: `FormReadingError` when the text does not describe a form.
  public static func draft(
    _ text: String, file: String
  ) throws(FormReadingError) -> (form: FormDefinition, problems: [FormReadingProblem]) {
    let root = try compose(text, file)
    var reader = FormReader()
    let form = reader.form(root)
    guard reader.problems.isEmpty else {
      throw FormReadingError(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    let problems = FormChecker.problems(in: form).map { problem in
      FormReadingProblem(line: reader.lines.line(of: problem.place), message: "\(problem)")
    }
    return (form, problems.sorted { $0.line < $1.line })
  }

  /// The text of a form; reading it gives the same form.
  public static func write(_ form: FormDefinition) -> String {
    var writer = FormWriter()
    writer.write(form)
    return writer.text
  }

  private static func compose(_ text: String, _ file: String) throws(FormReadingError) -> Node {
    func failure(_ line: Int, _ message: String) -> FormReadingError {
      FormReadingError(
        file: file, problems: [FormReadingProblem(line: line, message: message)])
    }
    guard text.utf8.count <= limit else {
      throw failure(
        1, "The text has \(grouped(text.utf8.count)) bytes; \(grouped(limit)) can be read at most.")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      let (line, reason) = explain(error)
      throw failure(line, reason)
    }
    guard let root, root.mapping != nil else {
      throw failure(1, "There is no form here. Start with “id:”, “title:” and “sections:”.")
    }
    return root
  }

  private static func explain(_ error: any Error) -> (line: Int, message: String) {
    let advice =
      " Check the spaces at the start of this line and the one before. Put a text that has a colon "
      + "or starts with a sign in double quotes, \"like this\"."
    guard let error = error as? YamlError else { return (1, "The text cannot be read.") }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (mark.line, "This is not written as expected (\(problem)).\(advice)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: "”, “")
      return (context.mark.line, "“\(names)” is given twice. Keep one of them.")
    case .reader(let problem, _, _, _):
      return (1, "The text has a character that cannot be read (\(problem)). Take it out.")
    default: return (1, "The text cannot be read (\(error)).")
    }
  }
}

/// Why a text could not be read as a form.
public struct FormReadingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the file, or what stands for it.
  public let file: String
  /// Every problem that was found, in the order of lines.
  public let problems: [FormReadingProblem]

  /// Problems of a file.
  public init(file: String, problems: [FormReadingProblem]) {
    self.file = file
    self.problems = problems
  }

  /// File, line and problem, one problem a line.
  public var description: String {
    problems.map { "\(file), line \($0.line): \($0.message)" }.joined(separator: "\n")
  }
}

/// What is wrong on a line, and what to do.
public struct FormReadingProblem: Sendable, Equatable {
  /// From 1.
  public let line: Int
  /// What was found and what to do.
  public let message: String

  /// A problem on a line.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
