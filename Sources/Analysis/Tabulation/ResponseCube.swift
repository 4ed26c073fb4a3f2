// SPDX-License-Identifier: Apache-2.0

/// The closed answers of a consultation, stored by column so that any table is quick to count.
public struct ResponseCube: Sendable {
  /// The questions of the form, in order.
  public let questions: [ClosedQuestion]
  /// The names of the responses, in the order they were added.
  public private(set) var ids: [String] = []

  private var known: Set<String> = []
  private let places: [String: Int]
  var columns: [AnswerColumn]
  var channels = NameColumn()
  var areas = NameColumn()
  var respondentTypes = NameColumn()
  var flags: [ResponseFlags] = []

  /// Makes an empty store for a form.
  ///
  /// Throws ``TabulationError`` if two questions share a name or a question has no options.
  public init(questions: [ClosedQuestion]) throws(TabulationError) {
    var places: [String: Int] = [:]
    for (place, question) in questions.enumerated() {
      guard !question.options.isEmpty else { throw .noOptions(question: question.id) }
      guard places.updateValue(place, forKey: question.id) == nil else {
        throw .repeatedQuestion(id: question.id)
      }
    }
    self.places = places
    self.questions = questions
    columns = questions.map(AnswerColumn.init)
  }

  /// How many responses are stored.
  public var count: Int { ids.count }

  /// Stores one response.
  ///
  /// Nothing is stored if it throws.
  ///
  /// Throws ``TabulationError`` if the response is already stored or an answer does not fit.
  public mutating func append(_ response: ClosedResponse) throws(TabulationError) {
    guard !known.contains(response.id) else { throw .repeatedResponse(id: response.id) }
    for (question, answer) in response.answers.sorted(by: { $0.key < $1.key }) {
      try check(answer, to: question, in: response.id)
    }
    known.insert(response.id)
    ids.append(response.id)
    channels.append(response.channel)
    areas.append(response.area)
    respondentTypes.append(response.respondentType)
    flags.append(response.flags)
    for place in columns.indices {
      columns[place].append(response.answers[questions[place].id] ?? .notAsked)
    }
  }

  func place(of question: String) throws(TabulationError) -> Int {
    guard let place = places[question] else { throw .unknownQuestion(id: question) }
    return place
  }

  private func check(
    _ answer: ClosedAnswer, to id: String, in response: String
  ) throws(TabulationError) {
    let question = questions[try place(of: id)]
    var chosen: [Int] = []
    switch answer {
    case .notAsked, .notAnswered: return
    case .single(let option): chosen = [option]
    case .multiple(let options): chosen = options
    }
    if question.kind == .single, chosen.count > 1 {
      throw .severalAnswers(response: response, question: id)
    }
    for option in chosen where !question.options.indices.contains(option) {
      throw .unknownOption(
        response: response, question: id, option: option, optionCount: question.options.count)
    }
  }

  /// Whether each response passes a filter.
  func admitted(by filter: ResponseFilter) -> [Bool] {
    let byChannel = channels.admitted(by: filter.channels)
    let byArea = areas.admitted(by: filter.areas)
    let byType = respondentTypes.admitted(by: filter.respondentTypes)
    return (0..<count).map { response in
      byChannel[Int(channels.codes[response])]
        && byArea[Int(areas.codes[response])]
        && byType[Int(respondentTypes.codes[response])]
        && flags[response].isSuperset(of: filter.requiredFlags)
        && flags[response].isDisjoint(with: filter.forbiddenFlags)
    }
  }
}
