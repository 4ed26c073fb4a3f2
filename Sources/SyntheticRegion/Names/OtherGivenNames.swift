// SPDX-License-Identifier: Apache-2.0

/// Given names of other origins, in a guessed order.
enum OtherGivenNames {
  static let easternEuropeanMen = words(
    """
    piotr andrzej tomasz krzysztof pawel marcin jakub mateusz michal lukasz adam kamil wojciech
    marek dariusz ion andrei mihai stefan vasile florin cristian bogdan ivan dimitar georgi petar
    jonas tomas mantas janis vladislav
    """)
  static let easternEuropeanWomen = words(
    """
    anna katarzyna malgorzata agnieszka ewa magdalena joanna monika aleksandra natalia zofia julia
    karolina justyna beata maria elena ioana andreea mihaela alina gabriela ivana desislava
    radka ruta egle inga olena svetlana irina tatiana
    """)
  static let southAsianMen = words(
    """
    mohammed ali ahmed imran bilal usman hamza ibrahim yusuf rajesh sanjay amit vijay anil suresh
    rahul arjun rohan harpreet gurpreet jaspal manjit balwinder sukhdev kiran nikhil tariq asif
    farhan zain rashid abdul
    """)
  static let southAsianWomen = words(
    """
    fatima aisha zainab maryam ayesha khadija sana nadia shabana rukhsana priya anita sunita meena
    kavita deepa nisha pooja asha lakshmi harpreet gurpreet manpreet jasvinder sukhvinder parveen
    nasreen yasmin saima hina amina kiran
    """)
  static let westAfricanMen = words(
    """
    emmanuel samuel daniel kwame kofi kwesi chinedu emeka obinna tunde olumide babatunde segun
    ayodele ikenna chukwuma yaw kojo ibrahim abdoulaye sekou mamadou joseph david michael isaac
    femi kunle nnamdi tobi
    """)
  static let westAfricanWomen = words(
    """
    blessing grace mary ngozi chioma adaeze ifeoma nkechi folake yetunde abimbola funmilayo
    oluwaseun titilayo ama akosua abena efua adwoa fatou aminata mariama esther ruth comfort
    patience mercy joy temitope ifunanya
    """)
  static let eastAsianMen = words(
    """
    wei jun ming jian hao lei qiang bo feng chen tao kai yong minh duc hung tuan anh kenji hiroshi
    """)
  static let eastAsianWomen = words(
    """
    mei li xiu ying fang yan jing na hui lan xia ling yu linh huong thuy mai lien yuki akiko
    """)
  static let middleEasternMen = words(
    """
    omar hassan hussein mustafa ahmad khaled yousef mahmoud samir karim reza ali mehdi amir farid
    serdar murat emre burak rebwar
    """)
  static let middleEasternWomen = words(
    """
    layla maryam noor hala rania zeinab samira leila shirin parisa nasrin fatemeh dina hanan
    salma ayse elif zeynep emine shilan
    """)
}
