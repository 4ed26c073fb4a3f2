// SPDX-License-Identifier: Apache-2.0

/// Given names in use in Britain, by when their bearers were born, the commoner ones first.
///
/// The order is a guess for made-up people and no statistic.
enum GivenNames {
  /// Born before 1950.
  static let oldMen = words(
    """
    john william george james ronald robert kenneth frederick peter dennis arthur thomas albert
    raymond charles alan frank derek harry edward eric leonard stanley donald roy joseph brian
    reginald henry norman sidney gordon ernest jack walter bernard douglas cyril geoffrey victor
    maurice francis leslie herbert alfred harold percy cecil clifford hubert wilfred horace edgar
    lionel desmond cuthbert
    """)
  /// Born before 1950.
  static let oldWomen = words(
    """
    margaret mary joan doris dorothy joyce jean barbara patricia sheila audrey betty edna irene
    kathleen eileen vera iris hilda elsie winifred gladys marjorie phyllis muriel freda ethel
    florence beryl brenda pamela june sylvia maureen shirley rita beatrice edith olive mabel lilian
    nora evelyn constance peggy gwendoline mavis thelma ivy daisy agnes hettie maud enid
    """)
  /// Born from 1950 to 1979.
  static let middleMen = words(
    """
    david paul andrew mark john michael stephen ian robert richard christopher peter simon anthony
    kevin gary steven martin james philip alan neil nigel timothy colin graham jonathan nicholas
    william adrian brian stuart keith thomas patrick sean carl trevor wayne shaun roger jeremy
    darren lee jason barry terence craig clive malcolm geoffrey raymond dean duncan russell julian
    gerald laurence glenn howard bruce
    """)
  /// Born from 1950 to 1979.
  static let middleWomen = words(
    """
    susan julie karen jacqueline deborah tracey jane helen diane sharon tracy angela sarah alison
    caroline amanda sandra linda catherine elizabeth carol joanne wendy janet dawn christine nicola
    lesley michelle lisa anne fiona claire samantha jennifer elaine lorraine heather gillian
    beverley lynn paula maria maxine andrea denise rachel ruth teresa penelope rosemary hilary
    marion frances yvonne kim debra gail vanessa philippa bridget
    """)
  /// Born since 1980.
  static let youngMen = words(
    """
    thomas james jack daniel joshua matthew oliver harry samuel luke benjamin charlie george ryan
    christopher alexander jake callum adam lewis william joseph jordan connor liam nathan alfie
    noah leo oscar archie henry theo freddie arthur logan ethan lucas max isaac finley dylan
    harrison riley jayden toby mason kieran reece kyle bradley elliott sebastian rory jude scott
    aaron gareth rhys owen louis edward robert michael zachary stanley albie rupert hugo felix
    """)
  /// Born since 1980.
  static let youngWomen = words(
    """
    emily chloe sophie jessica olivia amelia charlotte lauren megan ella lucy grace hannah amy
    rebecca isla ava emma laura poppy freya rosie evie daisy ruby bethany katie sienna phoebe
    florence alice ivy willow harriet eleanor abigail molly holly georgia gemma kirsty leanne kelly
    natasha danielle stephanie victoria elizabeth imogen matilda erin millie eliza maisie lola
    summer elsie martha jasmine niamh zoe natalie hayley kayleigh stacey beatrice francesca
    """)
}
