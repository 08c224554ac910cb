import type { Language } from '../../../kernel/languages.ts';

/** Small words and endings that stand in any text of the language and hardly in the other two. */
const signs: Record<Language, RegExp> = {
  fi: /(?<!\p{L})(ja|on|oli|olen|sekä|että|tai|myös|kanssa|kuin|työ|työkokemus|koulutus|kielitaito|asiakas\p{L}*|\p{L}{3,}(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|minen|maan|mään|tti|sin))(?!\p{L})/giu,
  sv: /(?<!\p{L})(och|att|är|var|jag|för|med|på|av|som|till|hos|arbete|utbildning|språk\p{L}*|\p{L}{3,}(?:arna|erna|ande|ning|het|iska|ade))(?!\p{L})/giu,
  en: /(?<!\p{L})(and|the|of|with|for|was|were|have|has|my|at|to|work|skills|education|experience|\p{L}{3,}(?:ing|tion|ment|ed|ly|ness))(?!\p{L})/giu,
};

const looked = 20_000;

/** The language most of a text is in; `otherwise` for one that shows none. */
export const guessLanguage = (text: string, otherwise: Language): Language => {
  const start = text.slice(0, looked);
  const counts = Object.entries(signs).map(([language, sign]) => ({
    language: language as Language,
    count: start.match(sign)?.length ?? 0,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.language : otherwise;
};
