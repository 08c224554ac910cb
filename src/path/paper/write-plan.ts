import { dayIn } from '../../kernel/clock.ts';
import type { InLanguages, Language } from '../../kernel/languages.ts';
import { locales, type Say } from '../../kernel/say.ts';
import { createSayTime, dayParts } from '../../kernel/say-time.ts';
import { type Block, paragraphsOf, type Written } from '../../kernel/written/written.ts';
import type { ContentKey } from '../kinds/tables.ts';
import { uncheckedIn } from '../kinds/unchecked.ts';
import type { SectionView } from '../sections/read-sections.ts';
import type { PartyView } from '../signing/read-front.ts';
import { isStanding, type PaperStep, type PlanPaper } from './read-paper.ts';

type Told = { language: Language; say: Say; city: { name: InLanguages; timeZone: string }; now: Date };
type Words = {
  language: Language;
  t(key: string, values?: Parameters<Say>[2]): string;
  day(day: string): string;
  time(at: Date): string;
  /** The day of an instant in the city. */
  dayOf(at: Date): string;
};

const wordsIn = ({ language, say, city }: Told): Words => {
  const dayFormat = new Intl.DateTimeFormat(locales[language], { ...dayParts(language), timeZone: 'UTC' });
  const sayDay = (day: string) => dayFormat.format(new Date(`${day}T12:00:00Z`));
  return {
    language,
    t: (key, values) => say(language, key, values),
    day: sayDay,
    time: createSayTime(language, city.timeZone),
    dayOf: (at) => sayDay(dayIn(city.timeZone, at)),
  };
};

const textsOf = (text: string, { language }: Words): Block[] =>
  paragraphsOf(text).map((one): Block => ({ kind: 'text', text: one, language }));

const quiet = (text: string): Block[] => (text ? [{ kind: 'quiet', text }] : []);

/** A party by the name people know it by. */
const partyName = ({ party, authority, personName }: PartyView, { t, language }: Words): string => {
  if (party === 'customer') return personName ?? t('path.party.customer');
  const name = authority?.[language] ?? t(`path.party.${party}`);
  return personName === null ? name : t('path.party.person', { authority: name, name: personName });
};

const signatureOf = (party: PartyView, words: Words): string => {
  const { t, time } = words;
  const { signed, state } = party;
  const when =
    signed &&
    (signed.onPaperBy === null
      ? t('path.signed.at', { name: signed.personName, at: time(signed.at), version: signed.version })
      : t('path.signed.onPaper', { name: signed.onPaperBy, seen: signed.personName, at: time(signed.at) }));
  return [`${partyName(party, words)}: ${t(`path.signed.${state}`)}`, when].filter(Boolean).join(', ');
};

const uncheckedOf = (unchecked: string, t: Words['t']): string => {
  const facts = uncheckedIn(unchecked).map((fact) => t(`path.unchecked.${fact}`));
  return facts.length === 0 ? '' : t('path.front.unchecked', { what: facts.join(', ') });
};

const validityOf = ({ front }: PlanPaper, { t, day }: Words): string => {
  const { state, fromOn, untilOn } = front.validity;
  const when = fromOn
    ? untilOn
      ? t('path.plan.fromUntil', { from: day(fromOn), until: day(untilOn) })
      : t('path.plan.from', { from: day(fromOn) })
    : '';
  return [t(`path.plan.${state}`), when].filter(Boolean).join(' ');
};

const listOf = (items: string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);

const stepOf = (step: PaperStep, words: Words): Block[] => {
  const { t, day } = words;
  const { owner, ownerName: name } = step;
  const facts = [
    t(step.onlyMine ? 'path.state.onlyMine' : `path.state.${step.state}`),
    step.dueOn === null ? '' : t('path.sign.step', { owner, name, day: day(step.dueOn) }),
    step.place ? t('path.place', { place: step.place }) : '',
    step.link,
    step.stage ? t('path.leadsTo', { stage: t(`path.stage.${step.stage}`) }) : '',
    isStanding(step) && !step.isSigned ? t('path.paper.notSigned') : '',
  ];
  return [
    { kind: 'subheading', text: step.title },
    ...textsOf(step.why, words),
    ...quiet(facts.filter(Boolean).join(' · ')),
    ...(step.evidence ? textsOf(t('path.evidence', { evidence: step.evidence }), words) : []),
  ];
};

const sectionOf = (section: SectionView, words: Words): Block[] => {
  const { t, dayOf } = words;
  const { owner, key, title, text, personName, changedAt, isCommon } = section;
  const by = t(`path.section.by.${owner}`, { name: personName });
  return [
    { kind: 'heading', text: key === null ? title : t(`path.content.${key}`) },
    ...textsOf(text, words),
    ...quiet([`${by}, ${dayOf(changedAt)}`, isCommon ? '' : t('path.paper.notSigned')].filter(Boolean).join(' · ')),
  ];
};

const under = (heading: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks];

/** A plan as a document to read, in the reader's language: what the page for paper and the PDF are made of. */
export const writePlan = (paper: PlanPaper, told: Told): Written => {
  const words = wordsIn(told);
  const { t, day, time, language } = words;
  const { front, goal, agreed, open, sections } = paper;
  const { frame, customer, parties, missing, unshown } = front;
  const isWritten = (key: ContentKey) => unshown.some((section) => section.key === key);
  const lacking = (wanted: boolean) =>
    missing.filter((key) => isWritten(key) === wanted).map((key) => t(`path.content.${key}`));
  const title = t(`path.kind.${frame.kind}`);
  const city = told.city.name[language];
  return {
    title: t('path.paper.title', { kind: title, name: customer.name }),
    language,
    author: city,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'quiet', text: t('path.paper.of', { name: customer.name, city, at: time(told.now) }) },
      ...under(t('path.front.state'), textsOf(validityOf(paper, words), words)),
      ...under(t('path.front.parties'), [{ kind: 'list', items: parties.map((party) => signatureOf(party, words)) }]),
      ...under(t('path.goal'), textsOf(goal.text || t('path.sign.noGoal'), words)),
      ...under(
        t('path.content.steps'),
        agreed.length > 0 ? agreed.flatMap((step) => stepOf(step, words)) : textsOf(t('path.sign.noSteps'), words),
      ),
      ...under(
        t('path.paper.open'),
        open.flatMap((step) => stepOf(step, words)),
      ),
      ...sections.flatMap((section) => sectionOf(section, words)),
      ...under(t('path.front.missing'), listOf(lacking(false))),
      ...under(t('path.unshown.lead'), listOf(lacking(true))),
      ...under(t('path.front.why'), [
        ...textsOf(frame.basis[language], words),
        ...quiet(t('path.front.law', { law: frame.law, day: day(frame.begunOn) })),
        ...quiet(t('path.front.source', { source: frame.source })),
        ...quiet(uncheckedOf(frame.unchecked, t)),
      ]),
      { kind: 'closing', text: t('path.paper.sum', { version: front.version, sum: front.sha256.slice(0, 16) }) },
    ],
  };
};
