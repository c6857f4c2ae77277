"""Writes syllables.csv: the pieces that generated names are put together from.

    python3 syllables.py > ../tables/syllables.csv

A name is ONSET VOWEL [MEDIAL VOWEL] ENDING. Onsets and medials hold no vowel letter (a e i o u), vowels nothing else, and an
ending is consonants, one run of vowels, consonants: so a name can be taken apart in one way only, and two names are equal only
if all their pieces are. Endings belong to one naming group for each kind of name, so names of different groups differ too.
"""
import re
from name_lists import GROUPS

ONSETS = {
    "british": "b br bl c cl cr d dr f fl g gr h j k l m n p pr r s sh sl st t th tr v w wh z",
    "southAsianMuslim": "b d f g h j k kh l m n r s sh t w y z q gh sk m'h th ch br dr ms v p zh st zr kr sr",
    "indian": "b bh ch d dh g gh h j k kh kr l m n p pr r s sh shr sr sv t th tr v vy y gy dr br",
    "westAfrican": "b d f g gb h j k kp kw l m mb mp n nd ng ny nk p r s sh t ts w y z ch ob nt kl",
    "arabSomali": "b d dh f g gh h j k kh l m n q r s sh t th w x y z br dr kr sl ts zh sk fr gr",
    "turkishPersian": "b c ch d f g h j k kh l m n p r s sh t v y z br sh'k z'k kr fr gr tr d'r zh st sk pr",
    "eastEuropean": "b br c cz d dr f g gr h j k kr kl l m mi n p pr r s st sz t tr v w wl z zd sk sl",
    "latin": "b br c cr d f fl fr g gr h j l m n p pl pr qu r s t tr v z ch gl cl dr s'l vr st",
    "eastAsian": "b ch d f g h j k l m n p q r s sh t w x y z zh ts ph th tr kh ng nh gw kw hs",
    "filipino": "b d g h k l m n p r s t w y j c ch f v br tr pr cr d'l gr kr pl sy ng bl z ly",
}
VOWELS = {
    "british": "a e i o u ea ai oo", "southAsianMuslim": "a aa i e u o ee ai", "indian": "a i u e o aa ee ai",
    "westAfrican": "a e i o u ay ai oo", "arabSomali": "a i u e aa o ou ei", "turkishPersian": "a e i o u ay ai ei",
    "eastEuropean": "a e i o u ie ia au", "latin": "a e i o u ia ei ua", "eastAsian": "a i o u ia ai ao uo",
    "filipino": "a i o e u ia ai ua",
}
MEDIALS = {
    "british": "b d f g l m n p r s t v ck ld ll lm mb nd ng nn nt rd rl rm rn rr rs rt st th sh nl",
    "southAsianMuslim": "b d f g h j k kh l m n r s sh t z w y hm hr mr nw rf rz sk st mt bd fs qb nd rk",
    "indian": "b bh d dh g h j k l m n ng nd nk p r s sh t th v y ksh nt nj ry rv rm sw tr dr kr",
    "westAfrican": "b d f g gb h j k l m mb mp n nd ng nk nt ny p r s sh t w y z kw ts mw nz ch bw",
    "arabSomali": "b d f g h j k kh l m n q r s sh t w y z dh lm bd hm mr nw rs sm ss th rh ms br",
    "turkishPersian": "b c d f g h k l m n p r s sh t v y z kh rd rm rs lk md nd st kb mr zg hr nj rk",
    "eastEuropean": "b d g k l m n p r s t v w z cz sz ch dz lk nk rk rn st sl zn zl br dr vl vr ld rz",
    "latin": "b c d f g l m n p r s t v z ll nd nt nc rr rt st lv rd rm br dr gl ss rc mb rn sc",
    "eastAsian": "h k l m n ng sh ch x y z zh j q w nh nk nl nm ngh ngl ngm nsh nch nx nz nzh nj nq nw ngw ngy",
    "filipino": "b d g h k l m n ng p r s t w y nd nt lb lm mb mp nl ns rl rm sm st tl gt gl ngk",
}
# Consonants and rimes of the endings: the first four
# consonants with each rime, then the others; the first 32 that no earlier group took.
ENDINGS = {
    ("F", "british"): ("l n b r th s d m v", "ey een ie yn ell ith ess ae anne"),
    ("M", "british"): ("d t l r st rr ck n", "on er en an ard ey us ew"),
    ("S", "british"): ("t l f d h w b m st r g k", "on ey ord ham ell ood worth er ley man den ock er"),
    ("F", "southAsianMuslim"): ("sh z r m b n h", "een ah ida ima iya a um at"),
    ("M", "southAsianMuslim"): ("b d h f m z r sh", "aan eed ad eel im ir ab"),
    ("S", "southAsianMuslim"): ("z m b sh d r n h", "eed ood een ullah aan ain iq ar"),
    ("F", "indian"): ("v j ksh t d p k", "i a ika ya eet al ini"),
    ("M", "indian"): ("v nd p j sh t k", "ay eet ik esh an ant ul"),
    ("S", "indian"): ("nd p v j t k dh", "ia a al eja ani ar as ur"),
    ("F", "westAfrican"): ("m nd y ng k w l", "i o e a ai u"),
    ("M", "westAfrican"): ("m nd k w y ng b", "i o e a u ah"),
    ("S", "westAfrican"): ("k mb nd w ng y b nk s", "o e u a i ah"),
    ("F", "arabSomali"): ("l s m n y f r", "aa a an ad iyo ur ir"),
    ("M", "arabSomali"): ("l s m k f r n", "il ad ih oud ar as uf"),
    ("S", "arabSomali"): ("l s m f q h r", "eh i oud aoui il ad ouf"),
    ("F", "turkishPersian"): ("z g l n y rs d", "ul an in ar u ur el"),
    ("M", "turkishPersian"): ("y k t z rs n h", "in ay ur an ut ar el"),
    ("S", "turkishPersian"): ("l k z rd n y t", "u ur i in maz cu oz"),
    ("F", "eastEuropean"): ("k sz n v l sk dz t", "a ka ina ia ta"),
    ("M", "eastEuropean"): ("sl k m t d v r", "aw as osz is ek ij en"),
    ("S", "eastEuropean"): ("sk k v n cz r l", "i ov a iak ich ek auskas enk uk"),
    ("F", "latin"): ("l c r ss n t d", "ia ina eta ua iana a ita es"),
    ("M", "latin"): ("r c t d l n ss", "io o eu es ao iel"),
    ("S", "latin"): ("r z lh d nt c t n", "eira o es ez a os ini elli al"),
    ("F", "eastAsian"): ("q x h l zh j m", "ing ian ue ui an in"),
    ("M", "eastAsian"): ("zh h q x j l t", "ong ao un en ei uan"),
    ("S", "eastAsian"): ("x zh q h j l ch", "ong iu iang ai uan eng un"),
    ("F", "filipino"): ("lyn b g l r j", "elle ay yn ith ess ina ica ani iel eth"),
    ("M", "filipino"): ("b g r j d lm", "el ic on ito ar in"),
    ("S", "filipino"): ("ng g l b s p", "an ay oy as ong ing it"),
}

ENDING_FORM = re.compile(r"[^aeiou]+[aeiou]+[^aeiou]*$")


def distinct(words, count):
    chosen = []
    for word in words:
        word = word.replace("'", "")
        if word not in chosen:
            chosen.append(word)
    assert len(chosen) >= count, (len(chosen), chosen)
    return chosen[:count]


def pieces():
    """The pieces: (part, kind, group) to list."""
    result = {}
    for group in GROUPS:
        for part, table, count in (("onset", ONSETS, 32), ("vowel", VOWELS, 8), ("medial", MEDIALS, 32)):
            words = table[group].split()
            if part == "vowel":
                words = [re.sub("ay", "ae", word) for word in words]
            else:
                words = [word for word in words if not re.search("[aeiou]", word)] + EXTRA
            result[part, "", group] = distinct(words, count)
    for kind in "FMS":
        taken = set()
        for group in GROUPS:
            consonants, rimes = (text.split() for text in ENDINGS[kind, group])
            chosen = []
            rimes += MORE[kind]
            first = [(consonant, rime) for rime in rimes for consonant in consonants[:4]]
            rest = [(consonant, rime) for rime in rimes for consonant in consonants[4:]]
            for consonant, rime in first + rest:
                ending = consonant + rime
                if ENDING_FORM.match(ending) and ending not in taken and len(chosen) < 32:
                    chosen.append(ending)
                    taken.add(ending)
            assert len(chosen) == 32, (kind, group, len(chosen))
            result["ending", kind, group] = chosen
    return result


EXTRA = "b d f g h k l m n p r s t v w z j br dr gr kr pr tr fr bl gl kl pl sl st sk sp sm sn sw tw".split()
MORE = {"F": "a i e in an el ah is".split(), "M": "an in el on ar is o us".split(),
        "S": "an in el on ar is en".split()}

if __name__ == "__main__":
    print("# Pieces of generated names: 32 onsets, 8 vowels and 32 medials by naming group, 32 endings by group and kind of name")
    print("# (F, M: forename of a girl, of a boy; S: surname). See derivation/syllables.py for the rules that keep names distinct.")
    print("# Source: composed for this program; no licence applies.")
    print("part,kind,group,pieces")
    for (part, kind, group), words in pieces().items():
        print(f"{part},{kind or '-'},{group},{' '.join(words)}")
