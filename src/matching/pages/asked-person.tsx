import { useLoaderData } from 'react-router';
import { Actions, Press, Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, Pick, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { SuggestedParts } from '../../web/components/why-suggested.tsx';
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

/** Each place of the form in which a challenge is chosen. */
const proposalsIn = (form: Form) =>
  slots.flatMap((slot) => {
    const challengeId = form.text(`challenge-${slot}`);
    return challengeId ? [{ challengeId, place: form.text(`place-${slot}`), why: form.text(`why-${slot}`) }] : [];
  });

export const action = formAction(
  async (page, form) => {
    const personAskId = page.param('personAskId');
    // Looking for a challenge leaves what is written as it is.
    if (form.text('do') === 'find') return goTo(`/asks/${personAskId}`);
    const given = form.read(answerAskBody, { answer: form.text('answer'), proposals: proposalsIn(form) });
    await page.run(answerAsk, { personAskId, version: form.version, ...given });
    return goTo(`/asks/${personAskId}`, 'askAnswered');
  },
  {
    answer: 'askPerson.answer.words',
    proposals: 'askPerson.answer.proposals',
    challengeId: 'askPerson.answer.proposals',
  },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the customer chose to show: what was suggested and what it was made of, and their words it was found in. */
const Shown = ({ ask: { about, what, language, score, parts, foundIn } }: { ask: Loaded }) => {
  const { t } = useText();
  if (about === 'general') return null;
  const spoke = parts.map(({ label, state, got, outOf }) =>
    outOf === null ? { name: label, got } : { need: label, state: state ?? 'missing', got, outOf },
  );
  return (
    <Section title={t('askPerson.desk.shown')}>
      <p>
        <AskAbout about={about} what={what} language={language} />
      </p>
      {parts.length > 0 ? <SuggestedParts parts={spoke} score={score} /> : <p>{t('askPerson.desk.forgotten')}</p>}
      {foundIn.length > 0 ? (
        <p>
          {t('askPerson.desk.foundIn')} <q>{foundIn.join(' … ')}</q>
        </p>
      ) : null}
    </Section>
  );
};

const Slot = ({ slot, ask: { choices } }: { slot: number; ask: Loaded }) => {
  const { t } = useText();
  const options = choices.map(({ challengeId, title, businessName }) => ({
    value: challengeId,
    label: `${title}, ${businessName}`,
  }));
  return (
    <>
      <Pick
        name={`challenge-${slot}`}
        label={t('askPerson.answer.challenge', { no: slot })}
        options={[{ value: '', label: t('askPerson.answer.noChallenge') }, ...options]}
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
const Put = ({ ask }: { ask: Loaded }) => {
  const { t } = useText();
  const [first = 1, ...others] = slots;
  return (
    <fieldset className="plain">
      <legend className="aksel-label">{t('askPerson.answer.proposals')}</legend>
      <p className="hint">{t('askPerson.answer.proposalsHint')}</p>
      <TextInput name="find" label={t('askPerson.answer.find')} value={ask.find} />
      <Press fields={{ do: 'find' }}>{t('list.search')}</Press>
      {ask.find ? <p>{t('askPerson.answer.found', { count: ask.choices.length })}</p> : null}
      <Slot slot={first} ask={ask} />
      <More label={t('askPerson.answer.more')}>
        {others.map((slot) => (
          <Slot key={slot} slot={slot} ask={ask} />
        ))}
      </More>
    </fieldset>
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
  const title = t('askPerson.desk.one', { name: ask.customerName });
  return (
    <Page title={title}>
      <Title within={t('askPerson.desk.title')}>{title}</Title>
      <p>
        <AskState {...ask} />
      </p>
      <blockquote className="words">{ask.words}</blockquote>
      <p className="quiet">{t('askPerson.one.at', { at: time(ask.askedAt) })}</p>
      <Shown ask={ask} />
      <Answered ask={ask} />
      {ask.canAnswer ? (
        <PostForm failure={failure} version={ask.version}>
          <TextArea name="answer" label={t('askPerson.answer.words')} hint={t('askPerson.answer.hint')} most={2000} />
          {ask.about === 'skill' ? null : <Put ask={ask} />}
          <Actions>
            <Send>{t('askPerson.answer.send')}</Send>
          </Actions>
        </PostForm>
      ) : null}
    </Page>
  );
}
