import type { Language } from '../../kernel/languages.ts';
import { stopWords } from './stop-words.ts';
import type { Word } from './words.ts';

/** A place where the writer says what work they do or did: the words from `from` up to `to` may be its name. */
export type WorkPlace = { from: number; to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words after which (some words later in Finnish, at once in the others) work is named as one's own: "olin kokki", "som kock", "as a cook". */
const before: Record<Language, ReadonlySet<string>> = {
  fi: set('olen olin oon oli ollu ollut olleena toimin toiminut toiminu'),
  sv: set('som är var varit blev blivit e va'),
  en: set("as am i'm was been became former qualified trained"),
};
const articles: Record<Language, ReadonlySet<string>> = {
  fi: set(''),
  sv: set('en ett den vår egen'),
  en: set('a an the their our my'),
};

/** Finnish words in the case of being something that name no work. */
const noWork = set(`
  lapsena nuorena pienenä vanhana aikuisena teininä poikana tyttönä kesänä kesäisin vuonna päivänä yönä aamuna iltana talvena syksynä keväänä kertana
  viikkona viikonloppuna jouluna maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina ainoana yhtenä toisena ensimmäisenä
  viimeisenä viimesenä omana itsenä samana tänä sinä jonain apuna mukana takana kotona ulkona kaukana muuna sellaisena vapaana puhtaana terveenä hengissä
  kuntoisena siistinä iloisena kipeänä sairaana eläkkeellä kaverina ystävänä
`);
const finnishEnding =
  /(ja|jä|ri|mies|nainen|nti|sti|kko|kkö|kki|ikko|päällikkö|ohjaaja|assistentti|hoitaja|apulainen|läinen|työläinen|insinööri|lääkäri|kuski|teknikko|siistijä)$/;
const otherEnding: Record<'sv' | 'en', RegExp> = {
  sv: /(are|ör|ist|man|ska|biträde|vårdare|kock|tekniker|chef|ingenjör|hjälp|hjälpare|värd|vakt|sekreterare|assistent|ombud|vaktmästare|montör|tolk)$/,
  en: /(er|or|ist|ant|man|woman|nurse|hand|cook|chef|clerk|guard|maid|aide|ian|agent|baker|driver|labourer|assistant|mechanic)$/,
};

const isEssive = (folded: string): boolean => /[a-zåäö]{4}n[aä]$/.test(folded) && !noWork.has(folded);

/** "Kokki, kymmenen vuotta": a clause that begins with work and goes on with how long. */
const isTime = (folded: string): boolean => /^\d|^(vuo|kesä|kuukau|viik)/.test(folded);

const inFinnish = (words: readonly Word[]): WorkPlace[] =>
  words.flatMap(({ folded }, at): WorkPlace[] => {
    const isSaid = words.slice(Math.max(0, at - 4), at).some((word) => before.fi.has(word.folded));
    const isAlone = at === 0 && (words.length === 1 || isTime(words[1]?.folded ?? ''));
    const isNamed = (isSaid || isAlone) && finnishEnding.test(folded);
    return isEssive(folded) || isNamed
      ? [
          { from: Math.max(0, at - 1), to: at + 1 },
          { from: at, to: at + 1 },
        ]
      : [];
  });

const longestName = 3;

const inOther = (words: readonly Word[], language: 'sv' | 'en'): WorkPlace[] => {
  const starts = words.flatMap(({ folded }, at) => {
    if (!before[language].has(folded)) return [];
    const next = words[at + 1]?.folded ?? '';
    return [articles[language].has(next) ? at + 2 : at + 1];
  });
  return [0, ...starts].flatMap((from) =>
    Array.from({ length: longestName }, (_, more) => ({ from, to: from + more + 1 })).filter(({ to }) => {
      const last = words[to - 1]?.folded ?? '';
      return last.length >= 4 && otherEnding[language].test(last) && !stopWords[language].has(last);
    }),
  );
};

/** Where a clause may name its writer's own work: "olin kokkina", "jobbade som snickare", "I was a baker"; not "lääkäri sanoi". */
export const workPlaces = (words: readonly Word[], language: Language): WorkPlace[] =>
  language === 'fi' ? inFinnish(words) : inOther(words, language);
