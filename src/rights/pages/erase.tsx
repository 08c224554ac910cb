import { useLoaderData } from 'react-router';
import type { MessageKey } from '../../messages/index.ts';
import { Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { askErasure, type ErasureFate, readErasure, takeBackErasure } from '../erase/ask-erasure.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readErasure, undefined));

export const action = formAction(async (page, form) => {
  if (form.text('do') === 'takeBack') {
    await page.run(takeBackErasure, undefined);
    return goTo('/my-data/erase', 'erasureTakenBack');
  }
  // Nothing that could be taken for it asks for it.
  if (form.text('do') === 'erase') await page.run(askErasure, undefined);
  return goTo('/my-data/erase', form.text('do') === 'erase' ? 'erasureAsked' : undefined);
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Fate = ({ fate, lines }: { fate: ErasureFate; lines: Loaded['lines'] }) => {
  const { t, day } = useText();
  const mine = lines.filter((line) => line.fate === fate);
  if (mine.length === 0) return null;
  return (
    <Section title={t(`rights.erase.${fate}`)}>
      {fate === 'kept' ? <p>{t('rights.erase.keptWhat')}</p> : null}
      <ul>
        {mine.map((line) => (
          <li key={[line.class, line.ground, line.goneOn].join()}>
            <strong>{t(`rights.class.${line.class}`)}</strong>{' '}
            <span className="quiet">
              {line.tables.map((as) => t(`rights.table.${as}` as MessageKey).toLowerCase()).join(', ')}
            </span>
            {line.ground && line.goneOn ? (
              <p>{t('rights.erase.keptUntil', { ground: t(`rights.ground.${line.ground}`), day: day(line.goneOn) })}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Papers = ({ papers }: Pick<Loaded, 'papers'>) => {
  const { t, day } = useText();
  if (papers.length === 0) return null;
  return (
    <Section title={t('rights.erase.papers')}>
      <p>{t('rights.erase.papersWhat')}</p>
      <ul>
        {papers.map(({ id, title, law, untilOn }) => (
          <li key={id}>
            <strong className="words">{title}</strong>
            <p>{t('rights.erase.paperUntil', { law, day: day(untilOn) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Ask = ({ dueOn }: Pick<Loaded, 'dueOn'>) => {
  const { t, day } = useText();
  return (
    <>
      <p>
        <a href="/my-data">{t('rights.erase.first')}</a>
      </p>
      <Confirm label={t('rights.erase.confirm')} what={t('rights.erase.confirmWhat', { day: day(dueOn) })}>
        <PostForm failure={useFailure()}>
          <Send kind="secondary" name="do" value="erase">
            {t('rights.erase.ask')}
          </Send>
        </PostForm>
      </Confirm>
    </>
  );
};

const Open = ({ open }: { open: NonNullable<Loaded['open']> }) => {
  const { t, time } = useText();
  return (
    <>
      <p>{t('rights.erase.openWhat', { at: time(open.askedAt) })}</p>
      <Press kind="primary" fields={{ do: 'takeBack' }}>
        {t('rights.erase.takeBack')}
      </Press>
    </>
  );
};

export default function Erase() {
  const { open, dueOn, lines, papers } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  return (
    <Page
      title={open ? t('rights.erase.open', { day: day(dueOn) }) : t('rights.erase.title')}
      lead={open ? undefined : t('rights.erase.lead', { day: day(dueOn) })}
    >
      <Title within={t('rights.mine.link')}>{t('rights.erase.title')}</Title>
      {open ? <Open open={open} /> : null}
      {(['deleted', 'emptied', 'kept'] as const).map((fate) => (
        <Fate key={fate} fate={fate} lines={lines} />
      ))}
      <Papers papers={papers} />
      {open ? null : <Ask dueOn={dueOn} />}
    </Page>
  );
}
