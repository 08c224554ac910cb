import type { Language } from '../../kernel/languages.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const cases = 'n na nä ssa ssä sta stä lla llä lta ltä lle ksi ta tä a ä t'.split(' ');

/** Finnish numerals in their cases: "viidestä", "kahdelle". They look like other words: viittoa, kuusi, sata. */
const numerals =
  'yhde yhte kahde kahte kolme neljä viide viite kuude kuute seitsemä kahdeksa yhdeksä kymmene sada sata tuhanne tuhante'
    .split(' ')
    .flatMap((stem) => cases.map((ending) => stem + ending))
    .concat(['kahta', 'viittä', 'kuutta', 'tuhatta', 'kymmentä', 'kaksikymmentä', 'kolmekymmentä', 'parikymmentä']);

/** Words that say nothing about what somebody can do. Folded forms. */
export const stopWords: Record<Language, ReadonlySet<string>> = {
  fi: set(`
    ${numerals.join(' ')}
    ja tai sekä eli vai että kun koska jos niin kuin kuten mutta vaan vaikka joten siis myös vielä jo nyt sitten sit siten ennen jälkeen aina usein joskus
    minä mä mää sinä sä hän se ne he me te mun sun minun sinun hänen heidän meidän teidän minua minulla minulle mulla mulle minusta itse ite itseni
    tämä tää tuo nämä nuo tämän tuon niiden näiden siinä siitä siihen sen sitä niitä niistä joka jotka jonka joita jossa josta johon jolla mikä mitä missä mistä mihin
    kaikki kaikkea kaikkia koko jokin joku jotain jotakin muut muita muun muuta muiden toinen eri oma omaa oman omat omia
    on oli olen olet ole ollut ollu olla olin olivat ovat olisi oon olemme olimme oltiin oisin osaan osaa osata osannut ossaan voin voi voida saan saa saada sain saanut
    pitää täytyy pystyn kykenen teen tein tehdä tehnyt tehny tekemään tekee tehdään tehtiin tekeminen käyn kävin käydä käynyt käyny olemaan tulla tulin tulen tullut alkaa aloin
    yli alle noin paljon vähän aika hyvin hyvä kiva mukava tosi todella ihan vain vaan melko eniten enemmän monta monia monen useita useiden pari yksi kaksi kolme neljä viisi kuusi kymmenen
    vuosi vuoden vuotta vuosia vuodet vuosien vuonna kuukausi kuukautta kuukauden viikko viikon viikkoa päivä päivän päivää päivittäin kerta kertaa kerran
    kanssa mukaan varten avulla kautta takia aikana ajan kaikenlaista joka jokainen kesä kesän kesänä kesää liittyvä liittyvät liittyviä liittyvien liittyvää
    moi hei kiitos ok joo ei en et emme ette eivät älä eikä enkä ettei
    tykkään tykkäsin pidän pidin nytkin ikinä koskaan asia asiat asiaa asiaan asioita varmaan varmasti puolelle puolella puolesta tuli tulee tulevat tuli sanoi sanoo sanottiin sanoivat yhtä samaan samalla sama samat sata tuhat ainakin jopa melkein heti kerralla pois takaisin väliin välillä kunnolla sellainen sellaisen sellaista tällainen kukaan mitään silti silloin siellä täällä tuolla täysin erikseen yhdessä lähinnä luo jää jäi jäänyt meni menee mennyt menin tarvitsee tarvittaessa isompi isommat pieni pienen pientä pienet iso ison isoa isot uusi uuden uutta uudet päälle luona luokse sisällä ulkona miksi miksei missäkin mittaan päivässä parissa ajattelin ajattelen ajatella ajatellut ajattelimme`),
  sv: set(`
    och eller samt att som när om så än men utan fast eftersom därför då nu sedan sen redan ännu alltid ofta ibland även också
    jag du han hon den det de vi ni man mig dig honom henne oss er dem mitt min mina ditt din dina hans hennes sitt sin sina vår vårt våra deras själv
    en ett denna detta dessa där här vad vem vilka vilken vilket hur var varje all alla allt annan annat andra någon något några ingen inget inga samma egen eget egna
    i på av för till från med utan vid under över mellan genom hos mot efter före inom kring åt ur bland per
    är var varit vara har hade haft ha blir blev blivit bli kan kunde kunnat kunna ska skulle skall får fick fått få gör gjorde gjort göra går gick gått gå kommer kom kommit komma
    inte aldrig ej mycket mer mest lite bra bättre gärna väl bara nog ganska väldigt riktigt cirka ungefär flera många
    år året åren månad månader vecka veckor dag dagar dagen dagligen gång gånger tid ett två tre fyra fem sex sju åtta nio tio
    hej tack ja nej ok tycker tyckte gillar gillade brukar brukade olika relaterade stor stora stort liten litet små ny nya nytt hela helt efteråt sätt saker sak även folk blivit klockan`),
  en: set(`
    a an the and or but nor so if when while because as than that which who whom whose what where how then also too just only even still already always often sometimes
    i you he she it we they me him her us them my your his its our their mine yours ours theirs myself yourself himself herself itself ourselves themselves
    this these those here there all any both each every few more most other some such no not own same very
    in on at by for from of to with without into onto over under between through during before after above below up down out off about against across per via within
    is am are was were be been being have has had having do does did done doing can could will would shall should may might must
    i'm i've i'd i'll it's that's there's we're we've they're you're you'll
    get got getting go goes went gone going come came much many lot lots well good great really quite bit about around
    year years month months week weeks day days daily time times one two three four five six seven eight nine ten
    hi hello thanks please ok yes etc like able used using use various different including related see saw seen friday monday thing things something everything anything own small big new now then last first also together every`),
};
