/** A line of a lexicon's file for a test: what matters is said, the rest is right. */
export const aLine = (id: string, given: Record<string, unknown> = {}): string =>
  JSON.stringify({
    id,
    theme: 'test',
    fi: ['hoidin äitiä', 'hoitelin mutsia', 'omaishoitaja*'],
    sv: ['skötte mamma', 'vårdade mor', 'närståendevårdare'],
    en: ['looked after mum', 'cared mother', 'family carer'],
    skills: ['http://example.org/skill/a', 'http://example.org/skill/b'],
    ask: { fi: 'Mitä teit itse?', sv: 'Vad gjorde du själv?', en: 'What did you do yourself?' },
    ...given,
  });

/** A line of a file of sayings for a test. */
export const aSaying = (given: Record<string, unknown> = {}): string =>
  JSON.stringify({
    fi: 'uudet pantiin aina mun viereen oppimaan',
    sv: 'nya fick alltid sitta bredvid mig',
    en: 'the new ones were put beside me',
    skills: ['http://example.org/skill/a'],
    ...given,
  });
