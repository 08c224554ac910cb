import type { Language } from '../../kernel/languages.ts';
import { finnishPairs } from './finnish-nouns.ts';

// Finnish says "hän" of everybody, so there is nothing to swap in it; in Finnish the nouns are what tells.

/** Swedish nouns: one, the one, many, the many; each also with the -s of a genitive. */
const swedishNouns: readonly (readonly [string, string])[] = [
  ['mamma mamman mammor mammorna', 'pappa pappan pappor papporna'],
  ['mor modern mödrar mödrarna', 'far fadern fäder fäderna'],
  ['mormor mormodern mormödrar mormödrarna', 'morfar morfadern morfäder morfäderna'],
  ['farmor farmodern farmödrar farmödrarna', 'farfar farfadern farfäder farfäderna'],
  ['mommo mommon mommor mommorna', 'moffa moffan moffor mofforna'],
  ['fammo fammon fammor fammorna', 'faffa faffan faffor fafforna'],
  ['dotter dottern döttrar döttrarna', 'son sonen söner sönerna'],
  ['syster systern systrar systrarna', 'bror brodern bröder bröderna'],
  ['kvinna kvinnan kvinnor kvinnorna', 'man mannen män männen'],
  ['flicka flickan flickor flickorna', 'pojke pojken pojkar pojkarna'],
  ['tjej tjejen tjejer tjejerna', 'kille killen killar killarna'],
  ['svärmor svärmodern svärmödrar svärmödrarna', 'svärfar svärfadern svärfäder svärfäderna'],
  ['moster mostern mostrar mostrarna', 'morbror morbrodern morbröder morbröderna'],
  ['faster fastern fastrar fastrarna', 'farbror farbrodern farbröder farbröderna'],
  ['gumma gumman gummor gummorna', 'gubbe gubben gubbar gubbarna'],
  ['värdinna värdinnan värdinnor värdinnorna', 'värd värden värdar värdarna'],
  ['servitris servitrisen servitriser servitriserna', 'servitör servitören servitörer servitörerna'],
];

/** Only one way: the other word is anybody's. */
const swedishOneWay: readonly (readonly [string, string])[] = [
  ['fru', 'man'],
  ['frun', 'mannen'],
  ['hustru', 'man'],
  ['sjuksköterska', 'sjukskötare'],
  ['sjuksköterskor', 'sjukskötare'],
  ['städerska', 'städare'],
  ['barnsköterska', 'barnskötare'],
  ['lärarinna', 'lärare'],
];

/** Words that mean something else too: swapped only where the word before tells that a person is meant. */
export const swedishNeedsOwner = new Set(['man', 'far', 'mans', 'fars', 'son', 'värd', 'värden', 'modern']);
export const swedishOwners = new Set([
  ...[
    'min',
    'din',
    'sin',
    'vår',
    'er',
    'en',
    'hans',
    'hennes',
    'deras',
    'gammal',
    'gamla',
    'ung',
    'äldre',
    'första',
    'andra',
  ],
]);

const swedishPronouns: readonly (readonly [string, string])[] = [
  ['hon', 'han'],
  ['henne', 'honom'],
  ['hennes', 'hans'],
];

const englishNouns: readonly (readonly [string, string])[] = [
  ['mother', 'father'],
  ['mum', 'dad'],
  ['mom', 'dad'],
  ['mummy', 'daddy'],
  ['grandmother', 'grandfather'],
  ['grandma', 'grandpa'],
  ['gran', 'grandad'],
  ['granny', 'grandad'],
  ['daughter', 'son'],
  ['sister', 'brother'],
  ['wife', 'husband'],
  ['woman', 'man'],
  ['girl', 'boy'],
  ['girlfriend', 'boyfriend'],
  ['aunt', 'uncle'],
  ['auntie', 'uncle'],
  ['niece', 'nephew'],
  ['lady', 'gentleman'],
  ['widow', 'widower'],
  ['waitress', 'waiter'],
  ['hostess', 'host'],
  ['actress', 'actor'],
  ['saleswoman', 'salesman'],
  ['chairwoman', 'chairman'],
  ['businesswoman', 'businessman'],
  ['policewoman', 'policeman'],
  ['landlady', 'landlord'],
];

const englishPlural = (word: string): string => {
  if (/(^|.)m[ao]n$/.test(word) && !/mom$/.test(word)) return `${word.slice(0, -2)}en`;
  if (/[^aeou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/fe$/.test(word)) return `${word.slice(0, -2)}ves`;
  return /s$/.test(word) ? `${word}es` : `${word}s`;
};

const englishOthers: readonly (readonly [string, string])[] = [
  ['she', 'he'],
  ['herself', 'himself'],
  ['hers', 'his'],
  ["she's", "he's"],
  ["she'd", "he'd"],
  ["she'll", "he'll"],
];

const both = (pairs: readonly (readonly [string, string])[]): [string, string][] => [
  ...pairs.map(([one, other]): [string, string] => [other, one]),
  ...pairs.map(([one, other]): [string, string] => [one, other]),
];

const spread = (pairs: readonly (readonly [string, string])[]): [string, string][] =>
  pairs.flatMap(([one, other]) => {
    const others = other.split(' ');
    return one.split(' ').flatMap((form, at): [string, string][] => {
      const to = others[at] ?? form;
      return [
        [form, to],
        [`${form}s`, `${to}s`],
      ];
    });
  });

const withPlurals = (pairs: readonly (readonly [string, string])[]): [string, string][] =>
  pairs.flatMap(([one, other]): [string, string][] => [
    [one, other],
    [`${one}'s`, `${other}'s`],
    [englishPlural(one), englishPlural(other)],
  ]);

/** What a gendered word becomes, in lower case. Where two could, the later pair stands. */
export const genderWords: Record<Language, ReadonlyMap<string, string>> = {
  fi: new Map(finnishPairs()),
  sv: new Map([...spread(swedishOneWay), ...both(spread(swedishNouns)), ...both(swedishPronouns)]),
  en: new Map([...both(withPlurals(englishNouns)), ...both(englishOthers)]),
};
