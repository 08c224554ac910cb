import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import { dataClasses } from '../../kernel/data-map.ts';
import { Press, Send } from '../../web/components/actions.tsx';
import { State, type StateKind } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import {
  askCorrection,
  correctionDueOn,
  correctionInput,
  readMyCorrections,
  withdrawCorrection,
} from '../correct/ask-correction.ts';
import { type CorrectionState, isLate } from '../correct/rules.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const mine = await page.run(readMyCorrections, undefined);
  const byOn = await page.run(correctionDueOn, undefined);
  const today = dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock());
  return { byOn, mine: mine.map((one) => ({ ...one, isLate: isLate(one, today) })) };
});

export const action = formAction(
  async (page, form) => {
    if (form.text('do') === 'withdraw') {
      await page.run(withdrawCorrection, { correctionId: form.text('correctionId') });
      return goTo('/my-data/correct', 'correctionWithdrawn');
    }
    await page.run(askCorrection, form.read(correctionInput, { about: form.text('about'), words: form.text('words') }));
    return goTo('/my-data/correct', 'correctionAsked');
  },
  { about: 'rights.correct.about', words: 'rights.correct.words' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What its owner changes at once, by themselves. */
const selves = [
  { path: '/my-account', kind: 'contact' },
  { path: '/profile', kind: 'knowHow' },
  { path: '/plan', kind: 'plan' },
  { path: '/consents', kind: 'choices' },
] as const;

const Selves = () => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('rights.correct.self')}</h2>
      <ul>
        {selves.map(({ path, kind }) => (
          <li key={path}>
            <a href={path}>{t(`rights.class.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

const kinds: Record<CorrectionState, StateKind> = {
  asked: 'care',
  corrected: 'good',
  refused: 'bad',
  withdrawn: 'plain',
};

const Request = ({ one }: { one: Loaded['mine'][number] }) => {
  const { t, day, time } = useText();
  return (
    <li>
      <p>
        <State kind={kinds[one.state]}>{t(`rights.correct.state.${one.state}`)}</State>{' '}
        <strong>{t(`rights.class.${one.about}`)}</strong>
      </p>
      <p className="words">{one.words}</p>
      {one.state === 'asked' ? (
        <>
          <p className="quiet">
            {t('rights.correct.asked', { at: time(one.askedAt), day: day(one.dueOn) })}{' '}
            {one.isLate ? t('rights.correct.late', { day: day(one.dueOn) }) : null}
          </p>
          <Press small fields={{ do: 'withdraw', correctionId: one.id }}>
            {t('rights.correct.takeBack')}
          </Press>
        </>
      ) : null}
      {one.answeredAt ? (
        <>
          <p className="quiet">{t('rights.correct.answered', { name: one.answeredName, at: time(one.answeredAt) })}</p>
          <p className="words">{one.answer}</p>
          {one.state === 'refused' ? <p className="quiet">{t('rights.correct.complain')}</p> : null}
        </>
      ) : null}
    </li>
  );
};

export default function Correct() {
  const { byOn, mine } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const failure = useFailure();
  const options = dataClasses.map((kind) => ({ value: kind, label: t(`rights.class.${kind}`) }));
  return (
    <Page title={t('rights.correct.title')} lead={t('rights.correct.lead', { day: day(byOn) })} side={<Selves />}>
      <Title within={t('rights.mine.link')}>{t('rights.correct.title')}</Title>
      <PostForm failure={failure}>
        <Pick name="about" label={t('rights.correct.about')} options={options} value="identity" />
        <TextArea name="words" label={t('rights.correct.words')} rows={5} most={2000} />
        <Send>{t('rights.correct.send')}</Send>
      </PostForm>
      {mine.length > 0 ? (
        <Section title={t('rights.correct.mine')}>
          <ul className="history">
            {mine.map((one) => (
              <Request key={one.id} one={one} />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
