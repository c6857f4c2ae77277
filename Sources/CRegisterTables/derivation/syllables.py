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
    "southAsianMuslim": "b d f h j k kh l m n r s sh t y z",
    "indian": "b ch d dh g h j k l m n p r s sh v",
    "westAfrican": "b ch d f k kw l m n ny s sh t w y z",
    "arabSomali": "b d f gh h j k kh l m n r s sh y z",
    "turkishPersian": "b ch d f g h k m n p r s sh t y z",
    "eastEuropean": "b c d dr g j k l m n p r s st v z",
    "latin": "b br c d f g gr l m n p r s t tr v",
    "eastAsian": "ch d f h j k l m n s sh t w x y zh",
    "filipino": "b c d g j k l m n p r s t v w y",
}
VOWELS = {
    "british": "a e i o u ea ai ee", "southAsianMuslim": "a aa i u", "indian": "a i u e", "westAfrican": "a e i o",
    "arabSomali": "a i u aa", "turkishPersian": "a e i u", "eastEuropean": "a e i o", "latin": "a e i o",
    "eastAsian": "a i o u", "filipino": "a e i o",
}
MEDIALS = {
    "british": "b d f g l m n p r s t v ck ld ll lm mb nd ng nn nt rd rl rm rn rr rs rt st th sh nl",
    "southAsianMuslim": "b d f h j k l m n r s sh t w y z",
    "indian": "b d g j k l m n nd p r s sh t v y",
    "westAfrican": "b d f k l m mb n nd ng nk s t w y z",
    "arabSomali": "b d f h j k l m n r s sh t w y z",
    "turkishPersian": "b d f h k l m n r s sh t v y z rd",
    "eastEuropean": "b d g k l m n p r s t v w z cz rk",
    "latin": "b c d g l ll m n nd nt p r s t v rt",
    "eastAsian": "ch h j k l m n ng q sh t w x y z zh",
    "filipino": "b d g k l m n ng p r s t w y nd lb",
}
# Endings: words, and products CONSONANTS:RIMES. The first 32 that no earlier group took.
ENDINGS = {
    ("F", "british"): "lla nna tta ssa rra l,n,b,r,th,s:ey,een,ie,yn,ell bel beth leigh may ssie nnie llie "
                      "ssy nnah ttie lyn",
    ("M", "british"): "d,t,l,r,st,n,v,m:on,er,an,en,ey,in ck dor tor las nas",
    ("S", "british"): "ton ham ley ford well worth wood den ston son man don ster ner ler ber ker field shaw wick brook "
                      "land low bourn hurst head gton ldon rton lton nham ngham rsey lley tter croft",
    ("F", "southAsianMuslim"): "sh,z,r,m,b,n,h:een,a,ah,um,at",
    ("M", "southAsianMuslim"): "b,d,h,f,m,z,r,sh:aan,eed,eel,eem,im",
    ("S", "southAsianMuslim"): "z,m,b,sh,d,r,n,h:eed,ood,een,aan,ain,iq",
    ("F", "indian"): "v,j,sh,t,p,ksh:i,ya,al,eet ja pa tha dhi dha nvi shvi shna",
    ("M", "indian"): "v,n,p,j,t:esh,ay,ant,eet,ul,aj,ik ndra shan",
    ("S", "indian"): "v,j,p,t,k:ani,al,ia,kar,ar,ur,as ndia ndra dhi ndal lkar rkar nkar",
    ("F", "westAfrican"): "m,nd,y,ng,k,w,d,l:i,e,o,ai ya wa nda nga",
    ("M", "westAfrican"): "m,nd,k,w,y,ng,b,t:i,o,e,u",
    ("S", "westAfrican"): "k,mb,nd,w,ng,y,b,nk,t:o,e,u,a,i",
    ("F", "arabSomali"): "l,s,m,n,y,f:aa,an,ad,uur,eer,aan fa sa",
    ("M", "arabSomali"): "l,s,m,k,f,n:il,ad,ih,oud,ar,ouf",
    ("S", "arabSomali"): "l,s,m,f,q,h:eh,i,oud,aoui,il,ad",
    ("F", "turkishPersian"): "z,g,l,n,d,y:ul,in,an,el,ur za ga ya zra hra rya mra bra",
    ("M", "turkishPersian"): "y,k,t,z,n:in,ay,ur,an,ut,ar,el can han bat",
    ("S", "turkishPersian"): "l,k,z,n,d,t:u,in,ur,oz,an,er gun sun tug",
    ("F", "eastEuropean"): "ka ska nka zka va vna sia zia k,n,v,l,t,d,r:ia,ie dka rka lka zna tka "
                          "sza sna mka bka lna rna rta dna",
    ("M", "eastEuropean"): "slaw mir k,m,t,d,v,r,l:as,ek,is,osz,ij,aw",
    ("S", "eastEuropean"): "ski wski cki nski k,v,n,cz,r,l:ak,ov,ich,ek,uk,iak,as",
    ("F", "latin"): "l,c,r,n,t,d:ia,a,ua,es,e ssia gia bia mia rra nda sca nza lda rdes lva nca rga lma",
    ("M", "latin"): "r,c,t,d,l,n:io,o,eu,ao,iel,es",
    ("S", "latin"): "r,z,lh,d,nt,c,t:o,es,ez,a,os,i",
    ("F", "eastAsian"): "q,x,h,x,l,y,m:ing,ian,ue,ui,an,in jia xia yen",
    ("M", "eastAsian"): "zh,h,q,x,j,l:ong,ao,un,en,uan,iang",
    ("S", "eastAsian"): "x,zh,q,h,j,l:ong,iu,iang,ai,uan,eng",
    ("F", "filipino"): "lyn b,g,l,r,j,n:ay,ith,ess,iel,eth,yn,ie,ou,ush,ess",
    ("M", "filipino"): "b,g,r,j,d,lm,n:el,ic,on,ar,in,er,io",
    ("S", "filipino"): "ng,g,l,b,s,p,t:an,ay,oy,as,ong,ing,it,on,ao",
}

ENDING_FORM = re.compile(r"[^aeiou]+[aeiou]+[^aeiou]*$")


def endings(text):
    """The endings that a text of words and products stands for."""
    for token in text.split():
        consonants, _, rimes = token.partition(":")
        for rime in rimes.split(",") if rimes else [""]:
            for consonant in consonants.split(","):
                yield consonant + rime


def pieces():
    """The pieces: (part, kind, group) to list."""
    result = {}
    for group in GROUPS:
        for part, table, counts in (("onset", ONSETS, (16, 32)), ("vowel", VOWELS, (4, 8)), ("medial", MEDIALS, (16, 32))):
            words = table[group].split()
            assert len(words) == len(set(words)) and len(words) in counts, (part, group, len(words))
            assert all(re.fullmatch("[aeiou]+" if part == "vowel" else "[^aeiou]+", word) for word in words), words
            result[part, "", group] = words
        assert len(ONSETS[group].split()) == len(MEDIALS[group].split())
    for kind in "FMS":
        taken = set()
        for group in GROUPS:
            chosen = []
            for ending in endings(ENDINGS[kind, group]):
                if ENDING_FORM.match(ending) and ending not in taken and len(chosen) < 32:
                    chosen.append(ending)
                    taken.add(ending)
            assert len(chosen) == 32, (kind, group, chosen)
            result["ending", kind, group] = chosen
    return result


if __name__ == "__main__":
    print("# Pieces of generated names: onsets, vowels and medials by naming group, endings by group and kind of name")
    print("# (F, M: forename of a girl, of a boy; S: surname). See derivation/syllables.py for the rules that keep names distinct.")
    print("# Source: composed for this program; no licence applies.")
    print("part,kind,group,pieces")
    for (part, kind, group), words in pieces().items():
        print(f"{part},{kind or '-'},{group},{' '.join(words)}")
