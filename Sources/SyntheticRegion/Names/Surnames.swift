// SPDX-License-Identifier: Apache-2.0

/// Surnames by origin, in a guessed order with the commoner ones first.
enum Surnames {
  static let british = words(
    """
    smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker
    white roberts green hall wood jackson clarke thomas harris edwards hughes turner lewis hill
    cooper ward moore clark harrison martin morris king lee baker morgan allen watson scott carter
    phillips parker james bennett young mitchell cook shaw davis bailey richardson cox marshall
    anderson collins miller price bell simpson griffiths wilkinson webb palmer stevens mason
    chapman rogers adams murphy hunt ellis campbell gray mills barker matthews graham reynolds
    fisher russell butler barnes saunders knight holmes stewart rose lloyd fletcher dixon pearson
    pearce foster harvey armstrong kelly west andrews brooks jenkins perry atkinson bradley kennedy
    elliott cole wells lawrence hart payne hawkins ford spencer gibson grant fox walsh ryan burton
    gordon stone wallace woods hayes dunn crawford day dean newman bird cunningham hudson tucker
    wheeler hamilton bishop burns johnston nicholson burgess watkins freeman lane may lowe page
    sutton warren porter gardner francis o'brien robertson dawson carr rice oliver howard
    macdonald barrett banks osborne parsons field potter long hopkins french cross hodgson arnold
    goodwin hewitt holland hardy ball nash todd swift marsh frost lamb moss sharp read waters
    nicholls pope peacock winter summers flynn doyle sheppard stokes bush norman bolton gill
    whitehead townsend chambers willis hancock lucas fowler skinner sanders giles stephenson
    pritchard hobbs baxter goddard blake booth faulkner tyler wyatt thornton ashton atkins barton
    batchelor beaumont bentley boyle brewer briggs bryant bull burrows cartwright charlton coates
    coleman conway copeland curtis dale daniels dyer eaton finch fitzgerald fleming forster garner
    gilbert godfrey gould greenwood griffin haines hammond hargreaves harper heath henry hicks
    hooper horton houghton humphreys ingram jarvis jennings kemp kent kirby lambert leonard
    lister lynch manning mccarthy middleton morton naylor newton nolan norris o'connor o'neill
    owen parkin perkins pickering pike poole powell preston quinn randall rhodes riley robson rowe
    savage sharpe short sinclair slater spence stanley steele stephens sykes talbot tomlinson
    vaughan wade walton watts welch weston wilkins woodward yates
    """)
  static let easternEuropean = words(
    """
    nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak
    dabrowski kozlowski jankowski mazur krawczyk popescu ionescu popa radu stan dumitru ivanov
    petrov dimitrov georgiev kazlauskas petrauskas berzins kovalenko melnyk horvat novak
    """)
  static let southAsian = words(
    """
    singh patel khan kaur ahmed hussain ali begum shah akhtar sharma kumar iqbal mahmood malik
    chowdhury miah uddin rahman islam gill dhillon sandhu sidhu grewal bibi mistry desai mehta
    joshi nair reddy das rai gurung thapa mirza qureshi sheikh butt
    """)
  static let westAfrican = words(
    """
    mensah owusu boateng asante osei appiah addo okafor okonkwo eze nwosu obi adeyemi adebayo
    ogunleye balogun afolabi oladipo akinola bello ibrahim diallo traore keita conteh kamara
    sesay koroma bangura amoah
    """)
  static let eastAsian = words(
    """
    wang li zhang chen liu yang huang zhao wu zhou lin wong chan lau cheung ng leung ho nguyen tran
    pham le kim park tanaka
    """)
  static let middleEastern = words(
    """
    hassan ali ahmed mohammadi hosseini ahmadi karimi rezaei haddad khoury mansour nasser saleh
    yilmaz kaya demir celik sahin aziz rashid salih mustafa karim abbas jafari
    """)
}
