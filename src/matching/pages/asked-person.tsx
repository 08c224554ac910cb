import { useLoaderData } from 'react-router';
import { type FieldProblem, Problem } from '../../kernel/problem.ts';
import { isBlank } from '../../kernel/words.ts';
import { Actions, Press, Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useDraft } from '../../web/components/draft.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, Pick, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { SuggestedParts } from '../../web/components/why-suggested.tsx';
import type { Draft } from '../../web/draft.ts';
import { type Form, formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerAsk, answerAskBody } from '../ask-person/answer-ask.ts';
import { readAskedPerson } from '../ask-person/read-asks.ts';
import { mostProposals } from '../ask-person/rules.ts';
import { proposalPlaces } from '../ask-person/tables.ts';
import { AskAbout, AskState } from './ask-about.tsx';
import { Proposals } from './proposals.tsx';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader(async (page) => {
  const find = page.draft?.find?.[0] ?? '';
  return { ...(await page.run(readAskedPerson, { personAskId: page.param('personAskId'), find })), find };
});

const slots = Array.from({ length: mostProposals }, (_, at) => at + 1);

/** Each place of the form in which a challenge is chosen; what is missing there is said at its field. */
const proposalsIn = (form: Form) => {
  const filled = slots.map((slot) => ({
    slot,
    challengeId: form.text(`challenge-${slot}`),
    place: form.text(`place-${slot}`),
    why: form.text(`why-${slot}`),
  }));
  const fields: FieldProblem[] = filled.flatMap(({ slot, challengeId, why }) => [
    ...(challengeId && isBlank(why) ? [{ field: `why-${slot}`, message: 'form.required' }] : []),
    ...(!challengeId && !isBlank(why) ? [{ field: `challenge-${slot}`, message: 'form.choose' }] : []),
  ]);
  return { fields, proposals: filled.filter(({ challengeId }) => challengeId).map(({ slot: _, ...one }) => one) };
};

/** What a use case says of a challenge is said at the first one chosen. */
const atItsField = (error: unknown, form: Form): never => {
  if (!(error instanceof Problem) || error.code !== 'badInput') throw error;
  const slot = slots.find((one) => form.text(`challenge-${one}`)) ?? 1;
  const fields = error.fields.map((one) =>
    one.field === 'challengeId' ? { ...one, field: `challenge-${slot}` } : one,
  );
  throw new Problem('badInput', { fields });
};

export const action = formAction(
  async (page, form) => {
    const personAskId = page.param('personAskId');
    // Looking for a challenge leaves what is written as it is.
    if (form.text('do') === 'find') return goTo(`/asks/${personAskId}`);
    const { fields, proposals } = proposalsIn(form);
    if (isBlank(form.text('answer'))) fields.unshift({ field: 'answer', message: 'form.required' });
    if (fields.length > 0) throw new Problem('badInput', { fields });
    const given = form.read(answerAskBody, { answer: form.text('answer'), proposals });
    await page
      .run(answerAsk, { personAskId, version: form.version, ...given })
      .catch((error: unknown) => atItsField(error, form));
    return goTo(`/asks/${personAskId}`, 'askAnswered');
  },
  {
    answer: 'askPerson.answer.words',
    ...Object.fromEntries(slots.map((slot) => [`challenge-${slot}`, 'askPerson.answer.proposals'] as const)),
    ...Object.fromEntries(slots.map((slot) => [`why-${slot}`, 'askPerson.answer.why'] as const)),
  },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the customer chose to show: what was suggested and what it was made of, and their words it was found in. */
const Shown = ({ ask: { about, what, language, score, parts, foundIn } }: { ask: Loaded }) => {
  const { t } = useText();
  if (about === 'general') return null;
  const spoke = parts.map(({ label, state, got, outOf, through }) =>
    outOf === null ? { name: label, got } : { need: label, state: state ?? 'missing', got, outOf, through },
  );
  return (
    <Section title={t('askPerson.desk.shown')}>
      <p>
        <AskAbout about={about} what={what} language={language} />
      </p>
      {parts.length > 0 ? (
        <>
          <p className="quiet">{t('askPerson.desk.asTold')}</p>
          <SuggestedParts parts={spoke} score={score} />
        </>
      ) : (
        <p>{t('askPerson.desk.forgotten')}</p>
      )}
      {foundIn.length > 0 ? (
        <p>
          {t('askPerson.desk.foundIn')} <q>{foundIn.join(' … ')}</q>
        </p>
      ) : null}
    </Section>
  );
};

const Slot = ({ slot, ask: { choices }, chosen }: { slot: number; ask: Loaded; chosen: string | undefined }) => {
  const { t } = useText();
  const options = choices.map(({ challengeId, title, businessName }) => ({
    value: challengeId,
    label: `${title}, ${businessName}`,
  }));
  // Chosen from a search before, and not among those listed now: it stays chosen.
  const isLost = chosen && options.every(({ value }) => value !== chosen);
  const before = isLost ? [{ value: chosen, label: t('askPerson.answer.chosen') }] : [];
  return (
    <>
      <Pick
        name={`challenge-${slot}`}
        label={t('askPerson.answer.challenge', { no: slot })}
        options={[{ value: '', label: t('askPerson.answer.noChallenge') }, ...before, ...options]}
      />
      <Choice
        name={`place-${slot}`}
        label={t('askPerson.answer.place')}
        options={proposalPlaces.map((place) => ({ value: place, label: t(`askPerson.put.${place}`) }))}
        value="added"
      />
      <TextArea name={`why-${slot}`} label={t('askPerson.answer.why')} rows={3} most={500} />
    </>
  );
};

/** A person decides, not the score: they may put a challenge among what the customer is shown, and say why. */
const Put = ({ ask, typed }: { ask: Loaded; typed: Draft | null }) => {
  const { t } = useText();
  const [first = 1, ...others] = slots;
  const chosenIn = (slot: number) => typed?.[`challenge-${slot}`]?.[0];
  return (
    <>
      <h2 className="aksel-heading aksel-heading--small">{t('askPerson.answer.proposals')}</h2>
      <p>{t('askPerson.answer.proposalsHint')}</p>
      <TextInput name="find" label={t('askPerson.answer.find')} value={ask.find} />
      <Press fields={{ do: 'find' }}>{t('list.search')}</Press>
      {ask.find ? <p role="status">{t('askPerson.answer.found', { count: ask.choices.length })}</p> : null}
      <Slot slot={first} ask={ask} chosen={chosenIn(first)} />
      <More label={t('askPerson.answer.more')} isOpen={others.some((slot) => chosenIn(slot))}>
        <div className="form">
          {others.map((slot) => (
            <Slot key={slot} slot={slot} ask={ask} chosen={chosenIn(slot)} />
          ))}
        </div>
      </More>
    </>
  );
};

const Answered = ({ ask: { answer, answeredName: name, answeredAt, proposals } }: { ask: Loaded }) => {
  const { t, time } = useText();
  if (answeredAt === null) return null;
  return (
    <Section title={t('askPerson.answer.title', { name })}>
      <blockquote className="words">{answer}</blockquote>
      <p className="quiet">{time(answeredAt)}</p>
      <Proposals proposals={proposals} canLeave={false} />
    </Section>
  );
};

export default function AskedPerson() {
  const ask = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const failure = useFailure();
  const draft = useDraft();
  const title = t('askPerson.desk.one', { name: ask.customerName });
  return (
    <Page title={title}>
      <Title within={t('askPerson.desk.title')}>{title}</Title>
      <p>
        <AskState {...ask} />
      </p>
      <blockquote className="words">{ask.words}</blockquote>
      <p className="quiet">{t('askPerson.one.at', { at: time(ask.askedAt) })}</p>
      {ask.handed ? <p>{t('askPerson.handed.by', { name: ask.handed.byName, why: ask.handed.why })}</p> : null}
      {ask.canAnswer ? (
        <p>
          {t('askPerson.handOver.cannot')}{' '}
          <a href={`/asks/${ask.personAskId}/hand-over`}>{t('askPerson.handOver.link')}</a>
        </p>
      ) : null}
      <Shown ask={ask} />
      <Answered ask={ask} />
      {ask.canAnswer ? (
        <PostForm failure={failure} version={ask.version}>
          <TextArea name="answer" label={t('askPerson.answer.words')} hint={t('askPerson.answer.hint')} most={2000} />
          {ask.about === 'skill' ? null : <Put ask={ask} typed={failure?.typed ?? draft} />}
          <Actions>
            <Send>{t('askPerson.answer.send')}</Send>
          </Actions>
        </PostForm>
      ) : null}
    </Page>
  );
}
