import { endings, irregular, withoutEnding } from './stem-endings.ts';

const inflected = endings(
  'arnas:3 ornas:3 ernas:3 arna:3 orna:3 erna:3 ningarna:3 ningen:3 ningar:3 ning:3 nings:3 andet:3 ande:3 endet:3 ende:3 ades:3 ade:3 at:3 ats:3 ar:3 are:3 aren:3 ares:3 arens:3',
  'er:3 or:3 en:3 et:3 ens:3 ets:3 na:4 ns:4 as:3 es:3 s:4 a:3 e:3 de:3 te:3 t:3 d:4 dd:3 tt:3 it:4 n:4 an:4',
  'else:3 elser:3 elsen:3 het:4 heter:4 heten:4 isk:5 iska:5 iskt:5 ation:4 ationer:4 ationen:4 eras:4 era:4 erade:4 erar:4 erat:4 ering:4 eringen:4 eringar:4 eringens:4',
);

const exceptions = irregular(`
sälj: sälja säljer sålde sålt försäljning försäljningen försäljare säljare
skriv: skriva skriver skrev skrivit skrivande
håll: hålla håller höll hållit
driv: driva driver drev drivit
les: läsa läser läste läst läsning
skär: skära skär skar skurit
bär: bära bär bar burit
sjung: sjunga sjunger sjöng sjungit sång sånger sången
hjälp: hjälpa hjälper hjälpte hjälpt hjälp
köp: köpa köper köpte köpt inköp köp
kör: köra kör körde kört körning körde
kök: kök köket kökets
skö: sköta sköter skötte skött skötsel skötseln
tvät: tvätta tvättar tvättade tvättat tvätt tvätten
sy: sy syr sydde sytt sömnad syr söm
barn: barn barnen barnens barns barnet
mamma: mamma mammas mamman mor mors modern moder
pappa: pappa pappas pappan far fars fadern
mormor: mormor mormors farmor farmors
föräldrar: föräldrar föräldrarna föräldrarnas föräldrars förälder föräldern
mittback: mittback mittbackar mittbacken
äldr: äldre äldres gamla gammal
människ: människor människa människan människorna
kund: kund kunder kunden kunderna kundernas kundens
bygg: bygga bygger byggde byggt bygge byggen byggnad byggandet
lag: laga lagar lagade lagat lagning lagningar reparera reparerar reparerade reparerat reparation reparationer
mat: mat maten
matt: matta mattor mattan
lär: lära lär lärde lärt
lärar: lärare läraren lärarna
led: leda leder ledde lett ledning ledare ledaren ledarskap
städ: städa städar städade städat städning städningen städare städ
bak: baka bakar bakade bakat bakning bakverk
spel: spela spelar spelade spelat spel spelet
vård: vård vården vårda vårdar vårdade vårdat vårdande vårdare
ordn: ordna ordnar ordnade ordnat ordnande
organis: organisera organiserar organiserade organiserat organisering arrangera arrangerar arrangerade arrangerat arrangemang
tal: tala talar talade talat
prat: prata pratar pratade pratat
må: måla målar målade målat målning målare
odl: odla odlar odlade odlat odling odlingar
bok: bok boken böcker böckerna
virke: virke virket
bagge: bagge baggen baggar
skjut: skjuta skjuter sköt skjutit
`);

/** What Swedish forms of a word share: "bakade", "bakar", "baka" give "bak". Takes a folded word. */
export const stemSwedish = (word: string): string => {
  const known = exceptions.get(word);
  if (known) return known;
  if (word.length <= 3) return word;
  const bare = withoutEnding(word, inflected);
  const rest =
    bare.length > 4
      ? withoutEnding(bare, [
          ['a', 4],
          ['e', 4],
          ['s', 4],
        ])
      : bare;
  return rest.length > 3 ? rest.replace(/([^l])\1$/, '$1') : rest;
};
