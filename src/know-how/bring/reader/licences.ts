import { isDay } from '../../../kernel/clock.ts';
import type { PortableProfile } from '../../profile/portable.ts';
import { periodIn } from './dates.ts';

type Licence = PortableProfile['licences'][number];

/** Cards and licences of Finnish working life, as people write them in our three languages. */
const cards: readonly (readonly [code: string, kind: Licence['kind'], words: RegExp])[] = [
  [
    'hygieniapassi',
    'card',
    /hygieniapass|hygieniaosaamistod|hygienpass|hygienintyg|(?:food )?hygiene (?:pass|certificate|proficiency)/,
  ],
  [
    'tyoturvallisuuskortti',
    'card',
    /työturvallisuuskort|työturvakort|arbetarskyddskort|arbetssäkerhetskort|(?:occupational|work) safety card/,
  ],
  ['tulityokortti', 'card', /tulitöiden|tulityö(?:kort|lupa|tutkin)|heta arbeten|hot work/],
  [
    'anniskelupassi',
    'card',
    /anniskelupass|alkoholipass|serveringspass|alkoholpass|alcohol (?:serving )?(?:pass|licen[cs]e)|serving pass/,
  ],
  [
    'ea1',
    'card',
    /(?:ensiapu|första hjälpen|first aid)[^,;]{0,12}(?:ea|fhj|fh)?\s?(?<!\d)1(?!\d)|(?<!\p{L})(?:ea|fhj) ?1(?!\d)/u,
  ],
  [
    'ea2',
    'card',
    /(?:ensiapu|första hjälpen|first aid)[^,;]{0,12}(?:ea|fhj|fh)?\s?(?<!\d)2(?!\d)|(?<!\p{L})(?:ea|fhj) ?2(?!\d)/u,
  ],
  ['hataensiapu', 'card', /hätäensiapu|nödförstahjälp|emergency first aid/],
  [
    '',
    'card',
    /ensiapukort(?!\p{L}*\s?(?:ea)?\s?[12])|(?:första hjälpen-?|förstahjälps)kort|first aid (?:card|certificate)(?!\s?[12])/u,
  ],
  [
    'trukkikortti',
    'card',
    /trukkikort|trukkilupa|trukkiajolupa|truckkort|truckförarkort|truckkörkort|forklift (?:driver's |driving )?(?:licen[cs]e|card|permit)/,
  ],
  [
    'henkilonostin',
    'card',
    /henkilönost\p{L}*kort|nostolavakort|nostinkort|kort för personlyft|lyftkort|personnel lift card/u,
  ],
  ['tieturva1', 'card', /(?:tieturva|vägskydd|road safety) ?(?:-?kortti ?)?1(?!\d)/],
  ['tieturva2', 'card', /(?:tieturva|vägskydd|road safety) ?(?:-?kortti ?)?2(?!\d)/],
  ['', 'card', /tieturvakort|vägskyddskort|road safety card/],
  ['sahkotyoturvallisuus', 'card', /sähkötyöturvallisuus|sfs ?6002|elarbetssäkerhet|electrical (?:work )?safety/],
  ['vesityokortti', 'card', /vesityökort|vattenarbetskort|waterworks card|water hygiene card/],
  ['asbestityo', 'card', /asbestipurku|asbestityö|asbestrivning|asbestos removal/],
  ['laakehoito', 'card', /lääkelupa|lääkehoidon lupa|love-(?:lupa|tent)|läkemedelslov|medication permit/],
  ['ajopiirturi', 'card', /ajopiirturi|piirturikort|färdskrivarkort|tachograph card/],
  ['ammattipatevyys', 'card', /ammattipätevyys|yrkeskompetens|driver cpc|professional qualification \(driver/],
  ['adr', 'card', /(?<!\p{L})adr(?!\p{L})/u],
  ['jarjestyksenvalvoja', 'licence', /järjestyksenvalvojakort|ordningsvaktskort|steward's card/],
  ['vartija', 'licence', /vartijakort|väktarkort|security guard's? card/],
  [
    'taksi',
    'licence',
    /taksiajolupa|taksin?kuljettajan ajolupa|taksinajolupa|körtillstånd för taxi|taxiförartillstånd|taxi driver's licen[cs]e/,
  ],
];

const driving =
  /ajokort|ajolupa(?!\p{L})|körkort|driving licen[cs]e|driver'?s licen[cs]e|(?<![\p{L}\d])(?:am|a[12]?|bc?e?|c1?e?|d1?e?|t|lt)-(?:ajo)?kort(?:ti)?/iu;
/** Classes of driving licences (Act 386/2011, section 4), and several written as one. */
const classes = [
  'AM',
  'B96',
  'A1',
  'A2',
  'A',
  'BE',
  'B',
  'C1E',
  'CE',
  'C1',
  'C',
  'D1E',
  'DE',
  'D1',
  'D',
  'T',
  'LT',
  'BC',
  'BCE',
  'ABC',
  'ABCE',
  'ABE',
  'AB',
];
/** Old ways of writing several classes as one. */
const several: Record<string, readonly string[]> = {
  BC: ['B', 'C'],
  BCE: ['B', 'CE'],
  ABC: ['A', 'B', 'C'],
  ABCE: ['A', 'B', 'CE'],
  ABE: ['A', 'BE'],
  AB: ['A', 'B'],
};

export const isDrivingClass = (code: string): boolean => classes.includes(code) && several[code] === undefined;

const drivingIn = (line: string, heading: string): string[] => {
  if (!driving.test(`${heading} ${line}`)) return [];
  const found = [...line.matchAll(/(?<![\p{L}\d])([A-D][A-Z0-9]{0,3}|T|LT)(?![\p{L}\d])/gu)].flatMap(([word]) =>
    classes.includes(word) ? (several[word] ?? [word]) : [],
  );
  const small =
    /(?:ajokortti|körkort|licen[cs]e)[:,]?\s+(?:luokka |klass |class |category )?(b|be|c|ce|bc|bce|c1|d)(?![\p{L}\d])|(?<![\p{L}\d])(b|be|c|ce|bc|bce|c1|d)-?(?:kortti|ajokortti|körkort)/iu.exec(
      line,
    );
  const inSmall = (small?.[1] ?? small?.[2] ?? '').toUpperCase();
  const also = inSmall === '' ? [] : (several[inSmall] ?? [inSmall]);
  return [...new Set([...found, ...also])];
};

/** From where a line tells until when: no part of the name. */
const validity =
  /\s(?:on\s)?(?:voimassa|vanheni|umpeutui|giltig|gäller|gick ut|valid|ran out|asti|saakka|until|till)(?!\p{L}).*$/iu;
/** Until when a card is valid: said of it before the next comma. */
const untilAt = (line: string, from: number): string | null => {
  const said =
    /^[^,;|\t]*(?:,\s?(?:voimassa|vanheni|umpeutui|giltig|gäller|gick ut|valid|ran out)[^,;|\t]*)?/.exec(
      line.slice(from),
    )?.[0] ?? '';
  return until.test(said) ? dayIn(said) : null;
};

const until = /(?:voimassa|vanheni|umpeutui|giltig|gäller|gick ut|valid|ran out|asti|saakka|until|till)/i;

/** Driving licences by class and known cards told of in a line. */
export const licencesIn = (line: string, heading = ''): Omit<Licence, 'isHidden'>[] => {
  const lower = line.toLowerCase();
  return [
    ...drivingIn(line, heading).map((code) => ({ kind: 'drivingLicence' as const, code, name: code, untilOn: null })),
    ...cards.flatMap(([code, kind, words]) => {
      const found = words.exec(lower);
      return found ? [{ kind, code, name: nameAt(line, found.index), untilOn: untilAt(line, found.index) }] : [];
    }),
  ];
};

const dayIn = (line: string): string | null => {
  const on = periodIn(line)?.to?.on ?? '';
  return isDay(on) ? on : null;
};

/** The card as it is called in the line: from its word to the next comma or bracket. */
const nameAt = (line: string, from: number): string => {
  const name = (/^[^,;()|\t•·–:.]*/.exec(line.slice(from))?.[0] ?? '').replace(validity, '').trim();
  const first = name.charAt(0).toUpperCase() + name.slice(1);
  return first.length > 60 ? first.slice(0, 60) : first;
};
