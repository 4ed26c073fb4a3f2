// SPDX-License-Identifier: Apache-2.0

/// Short forms that people use for a given name.
enum Nicknames {
  private static let lines: [[[UInt8]]] = [
    words("william bill will billy"), words("robert bob rob bobby"),
    words("richard dick rick rich"),
    words("james jim jamie jimmy"), words("john jack johnny"), words("thomas tom tommy"),
    words("michael mike mick"), words("david dave"), words("stephen steve"), words("steven steve"),
    words("christopher chris"), words("anthony tony"), words("andrew andy drew"),
    words("nicholas nick nicky"), words("matthew matt"), words("daniel dan danny"),
    words("samuel sam"), words("benjamin ben"), words("joseph joe"), words("joshua josh"),
    words("edward ted eddie ed"), words("frederick fred freddie"), words("alexander alex sandy"),
    words("charles charlie chuck"), words("henry harry"), words("albert bert"),
    words("leonard len"), words("ronald ron"), words("kenneth ken"), words("raymond ray"),
    words("reginald reg"), words("stanley stan"), words("timothy tim"), words("gregory greg"),
    words("philip phil"), words("peter pete"), words("terence terry"), words("geoffrey geoff"),
    words("jonathan jon"), words("nathan nat"), words("zachary zac"), words("francis frank"),
    words("elizabeth liz beth betty lizzie"), words("margaret maggie peggy meg"),
    words("catherine kate cathy"), words("patricia pat trish"), words("jennifer jenny jen"),
    words("susan sue"), words("deborah debbie deb"), words("jacqueline jackie"),
    words("christine chris chrissie"), words("dorothy dot dolly"), words("barbara babs"),
    words("victoria vicky tori"), words("rebecca becky becca"), words("samantha sam sammy"),
    words("charlotte lottie charlie"), words("eleanor ellie nell"), words("abigail abby"),
    words("isabella bella"), words("amanda mandy"), words("pamela pam"), words("penelope penny"),
    words("rosemary rosie"), words("jessica jess jessie"), words("bethany beth"),
    words("katherine kate kathy"), words("kathleen kath kathy"), words("theresa terri"),
    words("teresa terri tess"), words("gillian gill"), words("valerie val"),
    words("alexandra alex"), words("stephanie steph"), words("danielle dani"),
    words("natasha tasha"), words("mohammed mo"), words("krzysztof kris"),
    words("katarzyna kasia"), words("malgorzata gosia"), words("aleksandra ola"),
    words("emmanuel manny"),
  ]

  /// What a formal name is shortened to, by its bytes.
  static let all: [[UInt8]: [[UInt8]]] = Dictionary(
    uniqueKeysWithValues: lines.compactMap { line in
      line.first.map { ($0, Array(line.dropFirst())) }
    })
}
