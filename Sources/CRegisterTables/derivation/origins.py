"""Writes origins.csv: published shares of the ethnicity main codes, split into origins by assumption.

    python3 origins.py > ../tables/origins.csv
"""

# Pupils by main code, state-funded schools, 2015/16: Department for Education, permanent data table of pupil
# characteristics (Open Government Licence v3). The unclassified 1.3 % are a way of recording, not an origin.
PUPILS = {
    "WBRI": 4822332, "WIRI": 21127, "WIRT": 4975, "WROM": 22092, "WOTH": 388056, "MWBC": 101278, "MWBA": 47472,
    "MWAS": 84133, "MOTH": 130847, "AIND": 196351, "APKN": 293089, "ABAN": 117004, "AOTH": 120458, "BAFR": 253781,
    "BCRB": 85830, "BOTH": 49974, "CHNE": 28915, "OOTH": 119647,
}
# First language other than English, all state-funded pupils 2016: between 20.1 % (primary) and 15.7 % (secondary).
OTHER_THAN_ENGLISH = 0.183

# Main code, extended code, country, parts of the main code, language, share with that language, born abroad, foreign
# nationality, naming group. Parts and probabilities are assumptions: rounded, ordered like the language and nationality
# counts of the school census, and calibrated together to the one published total above.
ORIGINS = """
WBRI WENG GBR 905 ENG 0 .008 0 british
WBRI WWEL GBR 12 ENG 0 .004 0 british
WBRI WSCO GBR 14 ENG 0 .006 0 british
WBRI WCOR GBR 4 ENG 0 .003 0 british
WBRI WOWB GBR 54 ENG 0 .015 0 british
WBRI WENG USA 3 ENG 0 .25 .35 british
WBRI WENG AUS 3 ENG 0 .25 .35 british
WBRI WOWB ZAF 3 AFK .06 .35 .40 british
WBRI WWEL GBR 2 CYM .9 .001 0 british
WIRI WIRI IRL 1 ENG 0 .10 .25 british
WIRT WIRT IRL 1 ENG 0 .03 .20 british
WROM WROM GBR 35 ENG 0 .01 0 british
WROM WROM ROU 35 RMI .93 .62 .90 eastEuropean
WROM WROM SVK 20 RMI .93 .55 .88 eastEuropean
WROM WROM CZE 10 RMI .93 .55 .85 eastEuropean
WOTH WEEU POL 300 POL .94 .42 .86 eastEuropean
WOTH WEEU LTU 72 LIT .93 .45 .88 eastEuropean
WOTH WEEU ROU 72 RMN .94 .62 .90 eastEuropean
WOTH WEEU LVA 30 LTV .92 .48 .88 eastEuropean
WOTH WEEU SVK 24 SLO .93 .45 .85 eastEuropean
WOTH WEEU HUN 26 HGR .93 .48 .88 eastEuropean
WOTH WEEU BGR 28 BUL .94 .55 .88 eastEuropean
WOTH WEEU CZE 14 CZE .92 .42 .82 eastEuropean
WOTH WEEU RUS 20 RUS .88 .40 .65 eastEuropean
WOTH WEEU UKR 8 UKR .88 .35 .60 eastEuropean
WOTH WALB ALB 26 ALB .92 .15 .35 eastEuropean
WOTH WKOS XKX 18 ALB .93 .10 .30 eastEuropean
WOTH WSER SRB 6 SCBS .80 .20 .40 eastEuropean
WOTH WTUK TUR 62 TUR .90 .10 .25 turkishPersian
WOTH WTUC CYP 18 TUR .62 .05 .15 turkishPersian
WOTH WPOR PRT 58 POR .93 .42 .80 latin
WOTH WWEU ESP 30 SPA .88 .50 .78 latin
WOTH WITA ITA 30 ITA .85 .45 .70 latin
WOTH WWEU FRA 30 FRN .80 .40 .65 latin
WOTH WWEU DEU 20 GER .72 .40 .60 latin
WOTH WGRC GRC 18 GRE .76 .25 .45 latin
WOTH WOTW USA 32 ENG 0 .60 .72 british
WOTH WOTW ZAF 26 AFK .22 .48 .52 british
WOTH WOTW AUS 20 ENG 0 .50 .62 british
WOTH WOTW GBR 42 ENG 0 .06 .05 british
MWBC MWBC GBR 1 ENG 0 .006 .01 british
MWBA MWBA GBR 62 ENG 0 .02 .02 british
MWBA MWBA NGA 38 YOR .14 .10 .08 westAfrican
MWAS MWAI GBR 30 ENG 0 .03 .02 british
MWAS MWAI IND 15 PNJG .10 .04 .05 indian
MWAS MWAP PAK 30 URD .22 .04 .04 southAsianMuslim
MWAS MWAO GBR 25 ENG 0 .06 .04 british
MOTH MOTM GBR 52 ENG 0 .04 .04 british
MOTH MWCH CHN 10 CHIM .10 .10 .05 eastAsian
MOTH MWOE BRA 12 PORB .42 .25 .45 latin
MOTH MWOE MAR 12 ARA .35 .12 .15 arabSomali
MOTH MABL UGA 14 LGA .15 .10 .10 westAfrican
AIND AIND IND 240 PNJG .64 .16 .20 indian
AIND AIND IND 195 GUJ .70 .20 .26 indian
AIND AIND IND 110 HIN .74 .38 .48 indian
AIND AIND IND 95 MLM .86 .42 .55 indian
AIND AIND IND 75 TEL .84 .45 .60 indian
AIND AIND IND 60 TAM .84 .42 .55 indian
AIND AIND IND 135 GUJ .72 .12 .15 southAsianMuslim
AIND AAFR KEN 90 GUJ .42 .10 .08 indian
APKN AOPK PAK 560 URD .80 .14 .15 southAsianMuslim
APKN AMPK PAK 330 PNJM .80 .10 .10 southAsianMuslim
APKN AKPA PAK 60 PHR .80 .12 .12 southAsianMuslim
APKN AOPK PAK 50 PAT .90 .22 .22 southAsianMuslim
ABAN ABAN BGD 880 BNGS .91 .11 .10 southAsianMuslim
ABAN ABAN BGD 90 BNG .92 .20 .20 southAsianMuslim
ABAN ABAN ITA 30 BNG .94 .80 .75 southAsianMuslim
AOTH ASLT LKA 260 TAM .88 .22 .24 indian
AOTH ASNL LKA 60 SNH .80 .30 .35 indian
AOTH ANEP NPL 120 NEP .92 .45 .65 indian
AOTH AOTA MUS 60 FRN .50 .25 .25 indian
AOTH AOTA IND 130 URD .75 .30 .35 southAsianMuslim
AOTH AOTA MYS 60 MLY .62 .45 .55 filipino
AOTH AOTA PHL 150 TGLF .75 .48 .55 filipino
AOTH AOTA AFG 160 PAT .92 .35 .35 turkishPersian
BAFR BNGN NGA 265 YOR .50 .22 .30 westAfrican
BAFR BNGN NGA 60 IGB .45 .20 .28 westAfrican
BAFR BGHA GHA 150 AKAT .62 .16 .24 westAfrican
BAFR BSLN SLE 25 KRI .50 .15 .15 westAfrican
BAFR BCON COD 70 LIN .75 .15 .25 westAfrican
BAFR BAOF CIV 40 FRN .85 .35 .50 westAfrican
BAFR BANN AGO 25 POR .88 .35 .55 westAfrican
BAFR BAOF ZWE 60 SHO .42 .20 .25 westAfrican
BAFR BAOF UGA 40 LGA .52 .18 .18 westAfrican
BAFR BAOF KEN 25 SWA .52 .25 .28 westAfrican
BAFR BSOM SOM 190 SOM .94 .22 .22 arabSomali
BAFR BAOF ERI 30 TGR .90 .30 .30 arabSomali
BAFR BSUD SDN 20 ARAS .90 .30 .28 arabSomali
BCRB BCRB JAM 85 ENG 0 .05 .06 british
BCRB BCRB LCA 15 CCF .06 .06 .08 british
BOTH BOTB GBR 55 ENG 0 .05 .04 british
BOTH BOTB NGA 30 YOR .45 .20 .22 westAfrican
BOTH BNAM USA 15 ENG 0 .30 .45 british
CHNE CHKC HKG 40 CHIC .66 .16 .12 eastAsian
CHNE COCH CHN 50 CHIM .82 .36 .42 eastAsian
CHNE CMAL MYS 10 CHIA .50 .30 .35 eastAsian
OOTH OARA IRQ 110 ARAI .92 .32 .30 arabSomali
OOTH OARA SYR 50 ARA .93 .45 .45 arabSomali
OOTH OMRC MAR 70 ARAM .85 .14 .16 arabSomali
OOTH OYEM YEM 65 ARAY .93 .22 .18 arabSomali
OOTH OEGY EGY 50 ARA .85 .35 .40 arabSomali
OOTH OLIB LBY 30 ARA .92 .55 .60 arabSomali
OOTH OOEG DZA 45 ARAG .88 .25 .30 arabSomali
OOTH OIRN IRN 70 PRSA .85 .30 .32 turkishPersian
OOTH OKRD IRQ 100 KURS .93 .25 .25 turkishPersian
OOTH OKRD TUR 50 KURM .90 .15 .22 turkishPersian
OOTH OAFG AFG 140 PRSD .93 .38 .35 turkishPersian
OOTH OVIE VNM 60 VIE .85 .14 .15 eastAsian
OOTH OTHA THA 20 THA .75 .35 .45 eastAsian
OOTH OKOR KOR 20 KOR .90 .70 .80 eastAsian
OOTH OJPN JPN 20 JPN .80 .50 .70 eastAsian
OOTH OFIL PHL 60 TGLF .75 .48 .55 filipino
OOTH OLAM BRA 40 PORB .86 .45 .62 latin
OOTH OLAM COL 40 SPA .86 .35 .60 latin
""".split("\n")

rows = [line.split() for line in ORIGINS if line.strip()]
total = sum(PUPILS.values())
parts = {}
for row in rows:
    parts[row[0]] = parts.get(row[0], 0) + float(row[3])
shares = [PUPILS[row[0]] / total * float(row[3]) / parts[row[0]] for row in rows]
assumed = sum(share * float(row[5]) for share, row in zip(shares, rows))
scale = OTHER_THAN_ENGLISH / assumed

print("# Origins of pupils. A share is of all pupils whose ethnicity is recorded, state-funded schools of England, 2015/16.")
print("# Source: Department for Education, pupil characteristics 2015/16 (Open Government Licence v3): pupils by main code.")
print("# Within a main code the split, and every probability, is a modelling assumption; first language other than English")
print("# is calibrated to 18.3 % of all pupils. Codes: national pupil database code sets (Crown copyright); ISO 3166-1.")
print("ethnicity,extended,country,share,language,other_language,born_abroad,foreign_nationality,naming,source")
for share, row in zip(shares, rows):
    main, extended, country, _, language, other, abroad, foreign, naming = row
    single = parts[main] == float(row[3])
    print(f"{main},{extended},{country},{share:.8f},{language},{min(float(other) * scale, 0.97):.3f},{float(abroad):.3f},"
          f"{float(foreign):.3f},{naming},{'published' if single else 'split'}")
