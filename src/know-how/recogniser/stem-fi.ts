import { endings, irregular, withoutEnding } from './stem-endings.ts';

const possessives = endings('nsa:4 nsä:4 mme:4 nne:4 ni:4 si:5 kin:5 kaan:5 kään:5');

/** Nouns made of verbs and verb forms that carry a case: "järjestämisestä", "hoitamassa". */
const nominalised = endings(
  'minen:3 mista:3 mistä:3 misen:3 miseen:3 misesta:3 misestä:3 misessa:3 misessä:3 misella:3 misellä:3',
  'miset:3 misia:3 misiä:3 misten:3 miseksi:3 massa:3 mässä:3 maan:3 mään:3 malla:3 mällä:3 masta:3 mästä:3',
  'matta:4 mättä:4 mattomia:3 vani:4 vansa:4',
);

const inflected = endings(
  'ssa ssä sta:4 stä:4 lla llä lta ltä lle ksi:4 tta:4 ttä:4 na:4 nä:4 ine:5',
  'issa issä ista istä illa illä ilta iltä ille iksi:4 ina:4 inä:4 iin:3 ihin:3 hin:4 hun:4 hon:4 hän:4 seen:3 siin:4',
  'iden:3 iten:3 itten:3 eiden:3 jen:3 ien:3 ten:4 den:4 ita:3 itä:3 eita:3 eitä:3 oita:3 öitä:3 ja:3 jä:3 ia:3 iä:3 ta:3 tä:3',
  'n:3 t:3 a:3 ä:3 aa:3 ää:3 in:3 it:3 i:3 an:3 än:3 en:3 on:3 ön:3 un:3 yn:3',
  'sin:3 sit:3 si:4 simme:3 sivat:3 nnut:3 nnyt:3 nut:3 nyt:3 nu:4 ny:4 nnu:3 nny:3 neet:3 nneet:3 llut:3 llu:4 ssut:3 rrut:3',
  'vat:4 vät:4 taan:3 tään:3 daan:3 dään:3 ttiin:3 tiin:3 ttu:3 tty:3 tettu:3 tetty:3 isi:4 isin:4 tsen:4 tsin:4 tsit:4 tsi:4',
);

const derived = endings(
  'inen:3 ise:3 is:3 isi:3 us:3 ys:3 uks:3 yks:3 ukse:3 ykse:3 nti:3 nni:3 nta:5 ntä:5 ja:4 jä:4 jan:4 jän:4 uri:4 ur:4 oj:4 as:4 äs:4 o:4 ö:4',
  'ukset:3 uksi:3 yksi:3 uude:3 uute:3 yyde:3 yyte:3',
);

const changes: readonly [RegExp, string][] = [
  [/(?<=[aeiouyäölr])v$/, 'p'],
  [/d$/, 't'],
  [/nn$|ns$/, 'nt'],
  [/ll$|ls$/, 'lt'],
  [/rr$|rs$/, 'rt'],
  [/mm$/, 'mp'],
  [/ng$/, 'nk'],
  [/ks$/, 's'],
  [/(.)\1$/, '$1'],
];

/** Frequent words whose forms no rule brings together, and pairs that rules would mix up. */
const exceptions = irregular(`
autt: auttaa autan autat auttaen autoin autoit autoimme autettu auttanut auttanu auttamaan auttaminen auttamista autetaan autettiin auttoi auttavat autamme
auto: auto auton autoa autot autojen autoja autolla autoon autossa autosta autoni autoihin autoille autokin autoista
aja: ajaa ajan ajoin ajoi ajanut ajanu ajamaan ajaminen ajamista ajo ajoa ajon ajettu ajetaan ajoimme ajaja ajajana
lapse: lapsi lapsen lasta lapset lasten lapsia lapsien lapsille lapselle lapseni lapsiani lapsista lapsilla lapsiin lapsella lastani lapsemme lapsensa
last: lasti lastin lastia lastata lastaan lastasin lastaus lastaaminen lastannut lastausta lastauksen
ruok: ruoka ruoan ruuan ruokaa ruoat ruuat ruokia ruokien ruuaksi ruoaksi ruokaan ruoalla ruualla ruokani ruoista ruokaa ruuista
luke: lukea luen luin lukenut lukenu lukeminen lukemista lukemaan luetaan luki luettu luku lukua luvun lukemisen
kirja: kirja kirjan kirjaa kirjat kirjoja kirjojen kirjoista
kirjaa: kirjata kirjasin kirjaan kirjaaminen kirjaamista kirjannut kirjaus kirjaukset kirjauksia
hake: hakea haen hain hakenut hakeminen hakemaan hakemista haki haku
teht: tehtävä tehtävät tehtäviä tehtävien
myy: myydä myyn myin myy myi myynyt myyny myyminen myymistä myymään myyjä myyjän myyjänä myynti myynnin myyntiä myytiin myydään myynnissä myymässä myynnistä myyjiä
myym: myymälä myymälän myymälässä myymälät myymälöitä
vie: viedä vien vein vienyt vieny vieminen viemään vei vietiin
vieras: vieras vieraat vieraita vieraiden vieraille vieraan
kieli: kieli kielen kieltä kielet kieliä kielten kielellä kielillä
kieltä: kieltää kielsin kiellän
juo: juoda join juon juoma juomia juomat juomien juomaa
pes: pestä pesen pesin pessyt pessy peseminen pesemään pesemistä pesu pesua pesun pesulla pesut pesussa pesty pestiin pestään pesi
pyyk: pyykki pyykin pyykkiä pyykit pyykkejä pyykkien
ompel: ommella ompelen ompelin ommellut ommellu ompelu ompelua ompeleminen ompelemaan ompelija ompelimo ompelukset
opiske: opiskella opiskelen opiskelin opiskellut opiskelu opiskelua opiskelija
opet: opettaa opetan opetin opettanut opettanu opettaja opettajan opettajana opetus opetusta opetuksen opettaminen opettamista opettamaan opetettiin opettajia
opi: oppia opin oppinut oppinu oppiminen oppimista oppimaan oppii
työ: työ työn työtä työt töitä töiden töissä työssä työhön töihin työstä työni töistä
äit: äiti äidin äitiä äidille äitini äitiäni äidistäni äidistä äidillä äidilleni äidinkin
pomotyö: pomona pomoina
syöt: syöttää syötän syötin syötti syöttänyt syöttäny syöttäminen syöttämistä syöttämään syötetään syötettiin
syötö: syöttö syötön syöttöä syötöt
muistisairas: muistisairas muistisairaan muistisairasta muistisairaita muistisairaiden muistisairaille muistisairaalle muistisairaana
nostoliina: nostoliina nostoliinan nostoliinaa nostoliinat nostoliinoja nostoliinalla nostoliinojen
nostovyö: nostovyö nostovyön nostovyötä nostovöitä nostovyöllä
koripallo: koripallo koripallon koripalloa koripallossa
lomittajat: lomittajat lomittajien lomittajia
isä: isä isän isää isälle isäni isääni isälleni isästä isästäni
mumm: mummo mummon mummoa mummolle mummi mummia mummini mummoani mummiani mummolleni
koira: koira koiran koiraa koirat koiria koirien koirille koirani koiraani koiran koirista
neulo: neuloa neulon neuloin neulonut neulonu neulominen neulomista neulomaan neuletyö neuletyöt neule neuleet neuleita
neuvo: neuvo neuvoa neuvon neuvoin neuvonut neuvonu neuvonta neuvontaa neuvomaan neuvominen neuvoja neuvot
ihm: ihminen ihmisen ihmistä ihmiset ihmisiä ihmisten ihmisille ihmisistä ihmisissä ihmisiin ihmiselle
rakent: rakensin rakensi rakensimme rakensivat rakensit
kunto: kunto kuntoa kunnon kunnossa kuntoon kunnosta
seurakun: seurakunta seurakunnan seurakunnassa seurakuntaa seurakunnalla
vihki: vihkiä vihin vihki vihkiminen vihkimisen
palvel: palvella palvelen palvelin palveli palvellut palvellu palvelu palvelua palvelun palvelut palveluita palveluja palvelujen palveluiden palvelussa palveluissa palveleminen palvelemaan
valmis: valmistaa valmistan valmistin valmistanut valmistaminen valmistamista valmistamaan valmistus valmistusta
maala: maalata maalaan maalasin maalannut maalannu maalaus maalausta maalaaminen maalaamista maalaamaan maalari maalarina maalattiin
kylä: kylä kylän kylää kylässä kylälle kylille kyliä
siiv: siivota siivoan siivosin siivonnut siivonnu siivous siivousta siivoaminen siivoamista siivoamaan siivooja siivoojana siivoilin siivot siivoojan siivouksen siivoan
leipo: leipoa leivon leivoin leiponut leiponu leipominen leipomista leipomaan leipuri leipurina leipomo leipomon leipomossa leivonta leivontaa leivottiin leivontatyö
leipä: leipä leivän leipää leivät leipiä leipien
soit: soittaminen soittamista soittamisen soitto soittoa soiton soittaja soittajana soittimen soittimia soittimet
soita: soittaa soitan soitin soitit soitti soitamme soitimme soittavat soittivat soittanut soittanu soittamaan soittamalla soitetaan soitettiin soitettu soittaisi soittelen
puhu: puhua puhun puhuin puhunut puhunu puhuminen puhumista puhumaan puhutaan puhuimme
pelaa: pelata pelaan pelasin pelannut pelannu pelaaminen pelaamista pelaamaan pelaaja
peli: peli pelin peliä pelit pelejä pelien
kuun: kuunnella kuuntelen kuuntelin kuunnellut kuunnellu kuunteleminen kuuntelemista kuuntelemaan kuuntelu
keskustel: keskustella keskustelen keskustelin keskustellut keskustelu keskustelua keskusteluja keskustelut
puoli: puoli puolen puolta puolet puolia puolien puolisen puoleksi puolena
puoliso: puoliso puolison puolisoa puolisoni puolisoani puolisolle puolisonsa
hinta: hinta hinnan hintaa hinnat hintoja hintojen hinnalla hinnasta hinnoista hinnoilla
hindi: hindi hindin hindiä hindiksi
tulla: tulossa tulisi tulisin tulisivat tulisimme tulivat tultiin tulleet tullaan tulevan tulevia
tulo: tulo tulon tuloa tulot tuloja tulojen tulosta
tiskipöyt: tiskillä tiskille tiskiltä tiskin tiskien
kääntyä: kääntyä käännyn kääntyy käännyin kääntyi kääntyvät kääntyivät kääntynyt kääntyisi
puuttua: puuttua puutun puuttuu puutun puuttui puuttuvat puuttuivat puuttunut puuttuisi puute puutteita
katu: katu kadun katua kadut katuja katujen kadulla kadulle kadulta kadussa kaduilla
katto: katto katon kattoa katot kattoja kattojen katolla katolle katolta kattoon katossa
katoa: kadota katoan katoaa katosi katoavat katosivat kadonnut katoaisi
partio: partio partion partiota partiossa partiosta partioon
parturi: parturi parturin parturina parturia parturille parturissa
lamppu: lamppu lampun lamppua lamput lamppuja lamppujen
vartti: vartti vartin varttia vartissa
vihko: vihko vihkon vihon vihkoa vihkoon vihkot vihkoja vihossa
risteys: risteys risteyksen risteystä risteykset risteyksiä risteyksissä
turku: turku turun turkua turussa turusta turkuun
pakkanen: pakkanen pakkasen pakkasta pakkaset pakkasia pakkasella pakkasessa
pakko: pakko pakon pakosta
paku: paku pakun pakua pakulla pakut
kokki: kokki kokin kokkia kokkina kokit kokkeja kokille
raksa: raksa raksan raksalla raksalle raksoilla
korko: korko koron korkoa korot korkoja korkojen korolla
nuotio: nuotio nuotion nuotiota nuotiolla nuotiolle
rappu: rappu rapun rappua raput rappuja rapussa rapulla rapulle
aloite: aloite aloitteen aloitetta aloitteesta aloitteita
luvata: luvata lupaan lupasin lupasi lupaa luvannut luvattu
muista: muistaa muistan muistaa muistat muistavat muistetaan muistaisi muistanut
vastata: vastata vastaan vastaa vastaat vastaavat vastasin vastasi vastattu vastannut vastaisi vastaamaan vastaaminen vastassa vasten
taikina: taikina taikinan taikinaa taikinat taikinoita
venyä: venyä venyy venyi venyvät
käsi: käsi käden kättä kädet käsiä käsien kädessä käteen käteeni käteensä kädellä käsillä käsin
suomimaa: suomessa suomesta suomeen
suunnit: suunnitella suunnittelen suunnittelin suunnitellut suunnittelu suunnittelua suunnitteleminen suunnittelemaan suunnittelija suunnitteli suunnitelma suunnitelmia suunnitelman
`);

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiouyäö'.includes(letter);

const strip = (word: string): string => {
  let rest = word;
  while (rest.length > 3 && isVowel(rest.at(-1))) rest = rest.slice(0, -1);
  return rest;
};

const strongGrade = (stem: string): string => {
  const change = changes.find(([weak]) => weak.test(stem));
  return change && stem.length >= 3 ? stem.replace(...change) : stem;
};

/**
 * What Finnish forms of a word share: "hoidin", "hoitaa", "hoitaminen" and "hoitoa" all give "hoit".
 * Endings off, vowels off, consonant gradation undone. Takes a folded word.
 */
export const stemFinnish = (word: string): string => {
  const known = exceptions.get(word);
  if (known) return known;
  if (word.length <= 3) return word;
  const bare = withoutEnding(word, possessives);
  const afterPossessive = exceptions.get(bare);
  if (afterPossessive) return afterPossessive;
  const verbal = withoutEnding(bare, nominalised);
  const uninflected = verbal === bare && !bare.endsWith('inen') ? withoutEnding(bare, inflected) : verbal;
  return strongGrade(strip(strongGrade(strip(withoutEnding(uninflected, derived)))));
};
