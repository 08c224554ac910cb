import { endings, irregular, withoutEnding } from './stem-endings.ts';

const plural = endings("'s:2 s':3 ies:3 sses:2 shes:2 ches:2 xes:2 s:3");
const derived = endings(
  'isations:3 isation:3 ising:3 ised:3 iser:3 isers:3 ise:3 ational:4 ations:3 ation:3 ements:3 ement:3 ments:4 ment:4 ings:3 ing:3 edly:3 ed:3',
  'ers:3 er:3 ors:4 or:4 ly:4 ness:4 ion:4 ions:4 ive:4 ance:4 ence:4 al:5 ity:4 able:4 y:4 e:3 i:3 ant:5 ent:5 ate:4',
);

const exceptions = irregular(`
teach: taught teach teaching teaches teacher
sell: sold sell selling sells seller sales sale
driv: drove driven drive driving drives driver
run: ran run running runs
keep: kept keep keeping keeps
build: built build building builds builder buildings
lead: led lead leading leads leader leadership
writ: wrote written write writing writes writer
buy: bought buy buying buys buyer
feed: fed feed feeding feeds
grow: grew grown grow growing grows
sing: sang sung sing singing sings singer
swim: swam swum swim swimming swims
speak: spoke spoken speak speaking speaks speaker
hold: held hold holding
mak: made make making makes
sew: sewn sewed sew sewing sews
care: care cared caring cares carer carers
mother: mother mum mom mother's mum's mam mums mothers
father: father dad father's dad's dads fathers
child: child children children's kid kids kid's child's childcare
person: person people people's persons
old: old elderly older seniors senior
computer: computer computers
comput: compute computing computation
customer: customer customers customer's client clients guest guests
custom: custom customs
bak: bake baked baking bakes baker bakery
bath: bath baths bathe bathed bathing
repair: repair repaired repairs repairing fix fixed fixing fixes mend mended mending
organis: organise organised organising organises organiser organisers
organisation: organisation organisations organisational
clean: clean cleaned cleaning cleans cleaner cleaners
cook: cook cooked cooking cooks
paint: paint painted painting paints painter
news: news
univers: universe
communicat: communicate communicating communication communications communicates communicated
`);

/** What English forms of a word share: "organised", "organizing", "organiser" give "organis". Takes a folded word. */
export const stemEnglish = (word: string): string => {
  const british = word.replace(/iz(?=e|ing|ation|ers?$)/, 'is').replace(/(?<=[lob])our(?=$|s|ing|ed)/, 'or');
  const known = exceptions.get(british);
  if (known) return known;
  if (british.length <= 3) return british;
  const single =
    british.endsWith('ss') || british.endsWith('us') || british.endsWith('is')
      ? british
      : withoutEnding(british, plural);
  const afterPlural = exceptions.get(single);
  if (afterPlural) return afterPlural;
  const rest = withoutEnding(single, derived).replace(/([^aeiousl])\1$/, '$1');
  return rest.length > 3 ? rest.replace(/[eiy]$/, '') : rest;
};
