import { anyOf, begun, either, said, saidAnywhere, wordSet } from './cue-patterns.ts';
import type { Cues } from './cues.ts';

const no = either(`
  en et ei emme ette eivät enkä eikä eivätkä emmekä älä enpä eipä emmä emmää emmie enhän eihän empä eijoo etten ettei ettemme etteivät jollen jollei ellen ellei
  mutten muttei muttemme vaikken vaikkei koskei kosken jotten jottei miksei miksen
`);

const kin = `(?:${`
  (?:avio|avo)?(?:vaimo|mies|miehe) puoliso tyttöystävä poikaystävä exä? eksä kihlattu äiti äit isä iskä mutsi faija sisko veli velje broidi poika poja tytär tyttäre täti setä eno serkku
  kummi mummo mummi mummu ukki vaari pappa isoäiti isoisä anoppi appi appiukko lanko käly vävy miniä kaveri ystävä kämppis naapuri tuttu kollega työkaveri
`
  .trim()
  .split(/\s+/)
  .join('|')})(?:ni|mme|nsa)?`;
const worker =
  'tyyppi|äijä|ammattilainen|ammattimies|proffa|tulkki|hieroja|pomo|esimies|esihenkilö|johtaja|omistaja|isäntä|emäntä|toimari|firma|tilitoimisto|kirjanpitäjä|lääkäri|hoitaja|sairaanhoitaja|opettaja|ope|valmentaja|putkimies|sähkömies|remppamies|siivooja|keittäjä|kokki|kuski|vuokraisäntä|talkkari|virkailija|joku|toinen';
const place = '(?:\\S{2,}(?:ssa|ssä|lla|llä|sta|stä) ){0,2}';
const lead = `(?:(?:ja|no|että|kun|koska|vaikka|siellä|täällä|niin|meillä|meil) )?${place}`;
/** Who does work for others, by the word's form: "johtaja", "kirurgi". */
const doer =
  '\\S{2,}(?:aja|äjä|ija|ijä|siivooja|myyjä|ari|äri|eri|ori|uri|mies|ikko|kkö|isti|eema|urgi|seppä|nikko|kokki|kuski|pomo|isäntä|firma|yritys|toimisto|porukka)';

const one = `(?:(?:minun|mun|meidän|meiän|yks|yksi|eräs|se|tää|tämä|vanha|hyvä|nykyinen|entinen|oma|pikku|iso|toinen) ){0,2}(?:${kin}|${worker}|${doer}|kaikki muut|joku muu|(?:lasten|lapsen|naapurin|kaverin|siskon|veljen|serkun|vaimon|miehen|tyttären|pojan|anopin) \\S+)`;
const many =
  '(?:(?:minun|mun|meidän|meiän|kaikki|ne|nää|loput) )?(?:(?:työ)?kaverit|työkaverini|naapurit|veljet|veljeni|siskot|siskoni|vanhemmat|vanhempani|kollegat|muut|toiset|kokit|ammattilaiset|\\S{2,}(?:ajat|äjät|ijat|ijät|myyjät|sijat|ärit)|hoitajat|lääkärit|pojat|tytöt)';
const adverb =
  '(?:(?:aina|yleensä|usein|itse|ite|se|se meillä|meillä|tietty|sitten|sit|kyllä|aikoinaan|ennen|nykyään|nyt|vaan|vain|enimmäkseen|yksin|joskus|joka päivä|kuulemma) )?';

/** What somebody else does that leads to the teller's own doing, or says how they are. */
const noDoing = either(`
  kanssa luona luokse kotona apuna avuksi jälkeen vuoksi kautta ohella mukana mutta oli on ei opetti opettaa neuvoi pani laittoi pyysi pyytää käski antoi antaa kutsui luotti luottaa
  valitsi palkkasi sanoi sanoo kehui kehuu kysyi soitti soittaa halusi haluaa tarvitsi tarvitsee sai saa tykkäsi tykkää kuoli sairastui sairastaa kaatui asui asuu tuli jäi menetti
  unohti unohtaa osasi pystyi voi jaksoi pääsi itki nukkui väsyi oppi loukkaantui eli perusti jätti syntyi muutti
`);
const does = `(?!${noDoing} )\\S*(?:aa|ää|ee|oo|ii|uu|yy|öö|oi|öi|ui|yi|ei|[tdrnslkpvmhj]i|[aeä]s|käy|kävi|vie|vei|tuo|toi|myy|syö)`;
const theyDo =
  '(?!(?:olivat|ovat|tulivat|kysyivät|pyysivät|kävivät|saivat|tarvitsivat|tarvitsevat|sanoivat|sanovat|kehuivat|tykkäsivät|halusivat|oppivat|luottivat|opettivat|soittivat|asuivat|jäivät|kuolivat|antoivat|pitivät|valitsivat|huomasivat) )\\S+(?:vat|vät)';
const workNoun =
  '\\S*(?:aja|äjä|ija|ijä|uja|jä|ari|äri|eri|öri|ori|uri|mies|kko|kkö|istaja|seppä|nikko|kokki|kuski|nti|isti|eema|ppi)';
const is = `(?:on|oli|on ollut|oli ollut|ois|on ollu) ${adverb}`;
const isWorker = `${is}(?:(?!(?:ollu|sairastu|kuollu|opetta|pyytäny|kasva|asu|tullu|saanu|halunnu|luottanu|jääny|oppinu)\\S*)\\S{3,}(?:nut|nyt)(?= )|(?:\\S+ )?${workNoun}(?= )|\\S{2,}(?:miehiä|ajia|äjiä|ijoita|ijöitä|kkoja|kköjä|reita|reitä)(?= )|(?:\\S+ )?töissä|(?:\\S+ )?hommissa|\\S+alalla|duunissa|opiskelemassa|hyvä \\S+(?:maan|mään))`;

/** Verbs of the third person, where their form says so. */
const finite =
  '(?:teki|tuli|kävi|sai|vei|toi|piti|otti|hoiti|sanoi|\\S{2,}(?:asi|äsi|isi|tsi|oi|öi|ui|yi)|\\S{2,}(?:ivat|ivät)|opetti|näytti|tekee|menee|lukee|laittaa|pitää|hoitaa)';

export const finnish: Cues = {
  cannot: said(
    no,
    'ilman (?:\\S+ )?(?:kokemusta|osaamista|taitoa|koulutusta|korttia|ajokorttia|harjoitusta)',
    '(?:jäi|jäänyt|jääny|jäivät) (?:\\S+ )?(?:\\S+matta|\\S+mättä|kesken|väliin|haaveeksi|toisille|muille|muiden)',
    '\\S+(?:matta|mättä) (?:jäi|jäänyt|jääny)',
    '(?:olen|oon|oli|olin|mä oon) (?:\\S+ )?(?:surkea|surkee|huono|toivoton|onneton|kädetön|avuton|tumpelo|tunari|ummikko|nolla|pihalla)',
    '(?:jätän|jätin) (?:\\S+ )?(?:muille|muiden|toisille|toisten|miehelle|vaimolle|ammattilaisille)',
    'pelkään|pelkäsin|pyörryn|inhoan|inhoon|vihaan|kammoan|vältän|välttelen|kartan|vierastan',
    'kunpa|kumpa|jospa|tuskin|olisinpa|osaisinpa',
    '(?:jätin|jätän) (?:\\S+ ){1,3}(?:kesken|sikseen)',
    '(?:on|oli|ihan|täyttä|täysin) (?:\\S+ ){0,2}(?:hepreaa|kiinaa|mysteeri|vieras|vierasta|arvoitus|hakusessa)',
    '(?:on|ovat) (?:muita|toisia|muiden|toisten) varten|(?:menee|meni|saa) (?:\\S+ )?(?:pää|pään) sekaisin|(?:pysyy|sujuu|menee|onnistuu|osaan|luistaa) (?:\\S+ )?(?:huonosti|kehnosti|heikosti|surkeasti)|pölyttyy|pölyttynyt',
    'peukalo keskellä kämmentä',
    'keskellä kämmentä',
    '(?:\\S*kortti|\\S*koulutus|\\S*kokemus|kokemusta|taito|taidot|osaaminen|ajokortti) (?:\\S+ ){0,2}(?:puuttuu|puuttuvat|puuttui)',
    '(?:puuttuu|puuttuvat) (?:\\S+ ){0,2}(?:\\S*kortti|\\S*koulutus|\\S*kokemus|taito|taidot|osaaminen|ajokortti)',
    '(?:luovutin|luovuttanut|unohtanut|unohtanu|unohdin|unohtunut|unohtunu|reputin)',
    '(?:joku|jonkun) (?:muu|muun|toinen|toisen)',
    '(?:yritin|kokeilin|koitin) (?:\\S+ ){0,3}(?:kerran|kertaalleen|pari kertaa)',
    'kukaan opettanut',
    'jäi (?:siihen|sikseen|pois)|jäi(?= $)|vierestä (?:vaan |vain )?(?:katsonut|katsellut|kattellu|katsoin|kattelin)|(?:katselin|kattelin|katsoin) (?:vaan |vain )?vierestä|tietoakaan|tietoo|hajua|hajuakaan|haisua',
  ),
  unschooled: said(
    '(?:koulut\\S*|tutkin\\S*|papere\\S*|paperi\\S*|todistu\\S*|ammatti\\S*|virallis\\S*|palkka\\S*|palkkaa|enää|kurss\\S*|opiskel\\S*)',
  ),
  notNeeded: said(
    '(?:ei|en|emme|eivät) (?:\\S+ ){0,4}(?:tarvitse|tarvita|tarvittaisi|vaadita|vaadi|edellytetä|edellytä|haeta|etsitä)',
  ),
  harmless: saidAnywhere(
    `(?:${no}|ei ole|en ole|ei oo|en oo|en mä oo|ei ollut|ei ole minulle|ei mulle|ei ole ollut|ei ole mulle|ei tuottanut) (?:vain|vaan|ainoastaan|pelkästään|pelkkää|haittaa|haittaisi|pelkää|pelkään|pelästy|säikähdä|hermostu|kaihda|väliä|ongelma|ongelmaa|ongelmia|vaikea|vaikeaa|vaikeuksia|vierasta|vieras|temppu|koskaan myöhässä|myöhästynyt|moitittavaa|huono|hullumpi|hullumpaa|arkaile|ujostele|valita|epäröi|kursaile|turhaan)`,
    `${no} (?:\\S+ ){0,3}muuta kuin`,
    'ei kun|eikö|enkö',
  ),
  wish: said(
    'haluaisin|haluaisimme|haluisin|haluun|haluan|haluais|tahtoisin|toivoisin|toivon|toivottavasti|haaveilen|haaveilin|haaveillut|haaveillu|haaveeni|haaveena|haaveissa|haave|unelmoin|unelmoinut|unelmani|unelma|unelmana|unelmatyö|unelmaduuni|unelma\\S+',
    'kiinnostaa|kiinnostaisi|kiinnostais|kiinnosti|kiinnostanut|kiinnostunut|kiinnostava|innostaa|innostais|houkuttaa|houkuttaisi|houkuttais|houkuttelee|houkuttelisi|houkuttelis|vetäisi puoleensa',
    'aion|aijon|suunnittelen \\S+mista|suunnittelen \\S+(?:vani|ksi)|suunnitelmissa|suunnitelmana|tarkoitukseni|tarkoituksena|tavoitteena|tavoitteeni|mietin|miettinyt|harkitsen|harkitsin|harkinnut|harkinnu|meinasin|mielessä',
    'kouluttautua|kouluttautumaan|kouluttautumista|kouluttaudun|kouluttautuisin',
    '(?:olisi|ois|olis) (?:\\S+ )?(?:kiva|kivaa|mukava|mukavaa|hauska|hauskaa|hieno|hienoa|hienoo|ihana|ihanaa|siistiä|siisti|mahtavaa|upeaa|makeeta|mielenkiintoista)',
    'ehkä (?:\\S+ )?(?:kokeilen|rupean|alan|lähden|haen|opettelen|opin|musta|minusta)|(?:vois|voisi|ois|olisi|olis) (?:\\S+ ){0,2}(?:mun juttu|minun juttuni|sopia)|(?:alan|aloitan|alkaa|alkaisi) (?:\\S+ ){0,2}(?:\\S*kurssi\\S*|\\S*koulutu\\S*|\\S*opinno\\S*|\\S*koulun)|alan kurssin|jonossa \\S+(?:koulutukseen|kurssille)',
    '(?:ajattelin|pitäis|pitäisi|kannattais|kannattaisi) (?:\\S+ ){0,2}(?:ryhtyä|ruveta|alkaa|hakea|lähteä|opetella|kouluttautua)',
    'tekis mieli|tekisi mieli|tahdon|mielisin',
    '(?:pitäisi|pitäis|täytyisi|täytyis|kannattais|kannattaisi) (?:\\S+ ){0,2}(?:oppia|opetella|opiskella|hankkia|suorittaa|kouluttautua)',
    '(?:aina|lapsena|nuorena|joskus|ennen) (?:\\S+ )?(?:halunnut|halunnu|haluttanut|haaveillut|halusin)',
    'halusin (?:\\S+ ){0,3}\\S{3,}ksi',
    '(?:hain|haen|hakenut|hakenu|hakeudun|pyrin) (?:\\S+ ){0,2}(?:\\S*koulutukseen|\\S*kouluun|\\S*kurssille|\\S*opintoihin|\\S*linjalle|opiskelemaan|oppisopimukseen)',
    '(?:jonain|jonakin) päivänä|tulevaisuudessa|joskus vielä',
    'jos (?:\\S+ ){0,2}(?:pääsisin|saisin|pääsis|sais)',
    '(?!(?:voisin|osaisin|pystyisin|sanoisin|väittäisin|kuvailisin|luulisin|\\S*kaisin|valaisin|aamuisin|päivisin|iltaisin|\\S*öisin|\\S*kesäisin|\\S*talvisin|\\S*syksyisin|\\S*keväisin|viikonloppuisin|\\S*taisin|arkisin|pyhisin|juhlisin|jouluisin|vapaisin|muinoisin) )\\S{2,}isin(?:pa|pä)?',
    '(?:haluaisimme|toivoisimme)',
  ),
  others: anyOf(
    begun(
      `${lead}${one} ${adverb}${does}`,
      `${lead}${one} ${isWorker}`,
      `${lead}${one} (?:joka|jotka) (?:${isWorker}|${adverb}${does})`,
      `${lead}${many} ${adverb}(?:${theyDo}|${does})`,
      `(?:(?:mun|meidän|minun) )?(?:isällä|äidillä|veljellä|siskolla|serkulla|enolla|sedällä|tädillä|kaverilla|naapurilla|miehellä|vaimolla|pojalla|tyttärellä|anopilla|apella|ukilla|papalla|mummolla|vanhemmilla|suvulla)(?:ni|mme)? (?:on|oli) (?:\\S+ )?(?:leipomo|\\S*korjaamo|\\S*firma|\\S*kauppa|\\S*tila|ravintola|kahvila|taksi|verstas|paja|yritys|kampaamo|vene|\\S*liike)`,
      `(?:(?:mun|meidän|minun) )?${kin} (?:haluaa|halus|halusi|tahtoo) \\S{2,}ksi`,
      '(?:lapset|lapseni|pojat|tytöt) (?:soittaa|soittavat|pelaa|pelaavat|harrastaa|harrastavat|opiskelee|opiskelevat|koodaa)',
      `${lead}(?:${kin}|${worker}) (?:työskentelee|työskenteli|toimii|toimi|opiskelee|opiskeli)`,
      '(?:putkimies|sähkömies|remppamies|opettaja|ope|lääkäri|hoitaja|pomo|vuokraisäntä) (?:joka|tuli|kävi|sanoi|huusi|haukkui|jätti|teki|ei)',
      '(?:se |mun |meidän |tämä )?(?:firma|yritys|pulju|paja|tehdas|puoti) (?:\\S+ )?(?:tekee|valmistaa|myy|rakentaa|teki|valmisti|myi|rakensi|toimittaa|tuottaa)',
      'toisin kuin',
    ),
    new RegExp(` (?:${does}|kävi) (?:\\S+ )?${adverb}${one} $`),
    / (?:on|oli) (?:aina |ihan )?(?!(?:mun|minun|meidän|oman|ihan|kiva|tän|sen|yksi|hyvän) )\S+n (?:homma|hommia|juttu|juttuja|heiniä|työtä|vastuulla|ala|alaa|tehtävä|hoidossa) $/,
  ),
  ofOther: anyOf(
    /^(?!.* (?:mulla|mul|minulla|meillä|itselläni|multa|onnistuu|sujuu|luonnistuu|\S*työ|työtä|homma|hommat|hommia|duuni|tehtävä|tehtävät|harrastus|harrastukset|vastuu|vastuulla|kokemusta|kortti|\S*kortti|\S*passi|tuttua|tuttu|hanskassa|hallussa|tullut|tullu|\S+(?:ttu|tty|nut|nyt|nu|ny)) ) (?:(?:ja|että|kun|niin|vaikka|koska|nyt|siellä) )?(?:hän|se|he|ne|te|sä|sinä|tää|tämä|nää|nämä|joku|kaikki|jokainen|ihmiset|\S{3,}) (?:\S+ )?(?:on|oli|ovat|olivat) /,
    new RegExp(
      `^(?!.* (?:mun|minun|meidän|oma|omaa|oman|omat|ite|itse|mulla|mul|minulla|meillä|multa|onnistui|sujui|kuului|työhön|tehtäviin|toimenkuvaan|\\S*työ|homma|hommat) ) (?:(?:ja|että|kun|niin|vaikka|koska|nyt|siellä) )?(?!${finite} )\\S+ (?:\\S+ ){0,2}${finite} `,
    ),
  ),
  withMe:
    / (minä|mä|mää|mie|minut|minua|minulle|minulta|minusta|minun kanssani|mut|mua|mulle|mulla|mun kanssa|mun luokse|meitä|meille|meidät|me|\S+(imme|amme|ämme|emme)|(?!naapurin|kaverin|pomon|\S*[khr]in )\S+[^aeiouyäö]in|pyörin|leikin|purin|olen|olin|oon|autan|hoidan|teen|kanssani|apunani) /,
  befell: said(
    '(?:olin|olen|oon|ollut|ollu|jouduin|joutunut|makasin|pääsin|kävin|käynyt|käyny|käyn|menin|meen|kävimme) (?:\\S+ ){0,3}(?:\\S*kuntoutuksessa|vieroituksessa|katkaisuhoidossa|katkolla|vankilassa|linnassa|vankilaan|linnaan|tutkintavankeudessa|potilaana|sairauslomalla|sairaslomalla|rehabissa|leikattavana|leikkauksessa|\\S*terapeutilla|\\S*terapiassa|hierojalla|fyssarilla|kampaajalla|parturissa|lääkärissä|lääkärillä|hammaslääkärissä|hammaslääkärillä|psykologilla|psykiatrilla|optikolla|päivystyksessä|kuulusteluissa|asiakkaana|sairaalassa|teholla|tehohoidossa|lastenkodissa|sijaisperheessä)',
    '(?:istuin|istunut|istunu|lusin|kärsin) (?:\\S+ ){0,3}(?:vankilassa|linnassa|tuomion|tuomiota|tuomioni|kakkua|kakun)',
    'sairastin|sairastuin|sairastan|sairastanut|odotin|odottelin|odotan|jonotin|jonottelin|jonotettiin',
    '(?:katsoin|katselin|katson|katottiin|luin|luen|kuulin|näin|kuuntelin) (?:\\S+ ){0,4}(?:\\S*ohjelma\\S*|\\S*dokumen\\S*|leffa\\S*|elokuva\\S*|sarja\\S*|uutis\\S*|telkkari\\S*|telkasta|tv\\S*|lehdestä|lehtijut\\S*|video\\S*)',
    '(?:ohjelmassa|leffassa|elokuvassa|sarjassa|dokumentissa|uutisissa|telkkarissa|lehdessä)',
  ),
  doneTo: said(
    '(?:hoidettiin|hoitui|hoidetaan|tehtiin|tehdään) (?:\\S+ )?(?:muualla|muualta|ulkopuolella|firman kautta|kautta)|(?:meni|menee|menivät|meni aina) (?:\\S+pitäjälle|tilitoimistoon|pomolle|korjaamolle|ammattilaiselle)|(?:tilattiin|palkattiin|ostettiin) (?:\\S+ )?(?:ammattilai\\S+|\\S+(?:aja|äjä|mies)|firma)',
    '(?:opettaja|kouluttaja|ohjaaja|\\S+(?:aja|äjä)|ne|he) (?:\\S+ )?(?:piti|näytti|opetti|neuvoi|pitivät|näyttivät|opettivat) (?:meille|meitä|mulle|minulle|mua)',
    '(?:että|et) (?:mä|minä|mun|minun) (?:pitäis|pitäisi|kannattais|kannattaisi|voisin|vois)',
    '(?:luulee|luulevat|luuli|luultiin) (?:\\S+ )?(?:mua|minua)|(?:mua|minua) (?:luultiin|luullaan|luulee)',
    '(?:tykkään|rakastan|tykkäsin|ihana) (?:katsoa|katsella|katella|lukea|kuunnella)|lempi(?:leffa|ohjelma|elokuva|sarja|kirja)\\S*|sukunime\\S+|nimeni',
    '(?:minut|mut|minua|mua|minulle|mulle|meidät|meitä|meille) (?:on|oli) (?:\\S+ )?\\S{3,}(?:ttu|tty|tu|ty)',
    '\\S*(?:ehdotettiin|ehotettiin|ehdotitte|ehotitte|ehdotti|ehdottivat|tarjottiin|tarjositte|suositeltiin|suosittelitte)',
    '(?:suku)?nimi(?:ni)? (?:on|tarkoittaa|viittaa)|nimeltäni|meillä (?:kävi|käy|oli) (?:aina )?\\S+ja',
    '(?:minut|mut|minua|mua|minulle|mulle|meidät|meitä|meille|minulta|multa) (?:\\S+ ){0,2}(?!(?:valittiin|pyydettiin|palkattiin|nimitettiin|ylennettiin|koulutettiin|perehdytettiin|laitettiin|pantiin|kutsuttiin|otettiin|kehuttiin|kiitettiin|annettiin|uskottiin|jätettiin|siirrettiin|vaadittiin|tarjottiin|maksettiin|tuotiin|lähetettiin) )\\S{2,}(?:tiin|taan|tään)',
    '(?!(?:valittiin|pyydettiin|palkattiin|nimitettiin|laitettiin|pantiin|kutsuttiin|otettiin|annettiin) )\\S{2,}tiin (?:minut|mut|minua|mua|minulle|mulle|meidät|meitä|meille)',
    '(?:\\S*(?:polvi|selkä|silmä|silmät|lonkka|olkapää|ranne|nilkka|jalka|käsi|sydän|vatsa)(?:ni)?) (?:leikattiin|kuvattiin|operoitiin|hoidettiin)',
    '(?:sain|saanut|saanu|saatiin|saimme|saan) (?:\\S+ ){0,2}(?:\\S*kuntoutusta|hoitoa|\\S*terapiaa|lähetteen|opastusta|neuvontaa|ohjausta|opetusta|apua|tukea|potkut|kenkää|sakot|sakon|tuomion|porttikiellon|reseptin|palvelua)',
  ),
  didThere:
    / (tein|teen|\S*töissä|\S*työssä|\S*hommissa|duunissa|töitä|työtä|työnä|työskentelin|keittiössä|pesulassa|verstaassa|\S*harjoittelussa|opiskelin|opin|hitsasin|hoidin|ohjasin|tukena|autoin|\S+(massa|mässä)|\S+(jana|jänä|kkina|kkona|kkönä|ttina|stina|isena)) /,
  ownSubject:
    / (minä|mä|mää|mie|me|olen|oon|olin|osaan|mutta|siis|joten|itse|nykyään|sitten) |^ (ja )?\S{2,}[^aeiouyäö](in|an|än|en|on|ön|un|yn) |^ (ja )?\S+(aan|ään|oin|öin|uin|ein|sin) /,
  them: begun('(?:ja )?(?:hän|se|he|ne)'),
  verb: begun(`${adverb}${does}`),
  whoIs: begun(`(?:joka|jotka) ${isWorker}`),
  conceded: said('toki|tietysti|tietenkin|totta kai|kyllähän'),
  asking: begun(
    '(?:mutta )?(?:miksi|miks|milloin|koska|missä|mistä|mihin|kuka|ketä|mikä|mitä|mitäs|millä|millainen|minkä|kuinka|miten|mites|montako|paljonko|kannattaako|\\S{2,}(?:ko|kö|ks|kohan|köhän))',
  ),
  resumed: begun(
    '(?:se|sitä|siitä|siihen|sen|niitä|siinä|niistä|ne) (?:\\S+ )?(?:en|ei|emme|eivät|oo|ole)',
    'ei (?:kiitos|ikinä|koskaan|todellakaan|mulle|mua varten)',
    'ei',
  ),
  turn: wordSet('mutta muttei mutten muttemme vaan enkä eikä eivätkä emmekä joten siksi'),
  link: wordSet('ja sekä tai että etten ettei kun koska jos kunnes jolloin'),
  linkPairs: wordSet('niin_minä niin_mä niin_me'),
  unparted: wordSet(''),
};
