import { redirect, useLoaderData } from 'react-router';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { decideKnowHow } from '../decide-know-how.ts';
import { readItemAudiences } from '../profile/item-audiences.ts';
import { mostOf } from '../profile/kinds.ts';
import { ownLevelInput, tellLevel } from '../profile/own-level.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { readKnowHow } from '../read-know-how.ts';
import { levels } from '../tables.ts';
import { readSeenBy } from '../vouching/read-seen-by.ts';
import { asNotNow, keepDraft } from './keep-draft.ts';
import { audiencePressed } from './profile/audience-pressed.ts';
import { ItemAudiences } from './profile/item-audiences.tsx';
import { asHeading } from './profile/words.ts';
import { SeenBy } from './vouching/seen-by.tsx';

export const handle: PageHandle = { roles: ['customer'] };

/** What the form says for null; a button of a group cannot be unpressed. */
const notTold = 'notTold';

/** The match that asked how well, to go back to; null for any other place. */
const matchAsking = (page: OpenPage): string | null =>
  /^\/matches\/[0-9a-f-]{36}$/.exec(page.query.get('back') ?? '')?.[0] ?? null;

export const loader = pageLoader(async (page) => {
  const knowHowId = page.param('knowHowId');
  const found = await page.run(readKnowHow, knowHowId);
  // What is not kept has only one question: whether it is.
  if (found.state !== 'kept') throw redirect(`/know-how/${knowHowId}/change`);
  const { experiences } = await page.run((work) => readMyProfile(work), undefined);
  const seenBy = await page.run(readSeenBy, knowHowId);
  const { id, label, words, level, levelWords, isHidden, version } = found;
  const shownIn = experiences
    .filter(({ isRemoved, skills }) => !isRemoved && skills.some(({ skillId }) => skillId === found.skillId))
    .map((one) => ({ id: one.id, title: one.title, language: one.language }));
  const audiences = await page.run(readItemAudiences, { kind: 'knowHow', id });
  const told = { id, label, words, level, levelWords, isHidden, version };
  return { ...told, shownIn, seenBy, audiences, match: matchAsking(page) };
});

const act = async (page: OpenPage, form: Form): Promise<Response> => {
  const knowHowId = page.param('knowHowId');
  const { version } = form;
  const path = `/know-how/${knowHowId}`;
  const what = form.text('what');
  if (what === 'drop') {
    await asNotNow(page.run(decideKnowHow, { knowHowId, version, decision: 'drop' }));
    return goTo('/profile', 'removed');
  }
  if (await audiencePressed(page, form, { kind: 'knowHow', id: knowHowId })) return goTo(path, 'saved');
  if (what === 'hide' || what === 'show') {
    await asNotNow(page.run(tellLevel, { knowHowId, version, isHidden: what === 'hide' }));
    return goTo(path, 'saved');
  }
  const told = form.text('level');
  const level = told === notTold || told === '' ? null : Number(told);
  const input = form.read(ownLevelInput, { level, levelWords: form.text('levelWords') });
  await page.run(tellLevel, { knowHowId, version, ...input });
  return goTo(matchAsking(page) ?? path, 'saved');
};

export const action = keepDraft(
  formAction(act, { level: 'profile.level.question', levelWords: 'profile.level.words' }),
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Fields = ({ level, levelWords }: Pick<Loaded, 'level' | 'levelWords'>) => {
  const { t } = useText();
  const options = [
    ...levels.map((one) => ({
      value: String(one),
      label: t(`profile.level.${one}`),
      hint: t(`profile.level.${one}.what`),
    })),
    { value: notTold, label: t('profile.level.notTold') },
  ];
  return (
    <>
      <Choice
        name="level"
        label={t('profile.level.question')}
        options={options}
        value={level === null ? notTold : String(level)}
      />
      <TextArea
        name="levelWords"
        label={t('profile.level.words')}
        hint={t('profile.level.wordsHint')}
        most={mostOf.levelWords}
        value={levelWords}
        rows={3}
      />
    </>
  );
};

const ShownIn = ({ shownIn }: Pick<Loaded, 'shownIn'>) => {
  const { t } = useText();
  if (shownIn.length === 0) return null;
  return (
    <Section title={t('profile.knowHow.shownIn')}>
      <ul className="profile-list">
        {shownIn.map(({ id, title, language }) => (
          <li key={id}>
            <a href={`/profile/experiences/${id}`} lang={language}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Standing = ({ id, isHidden, version }: Pick<Loaded, 'id' | 'isHidden' | 'version'>) => {
  const { t } = useText();
  return (
    <Section title={t('profile.standing')}>
      <p>{isHidden ? t('profile.knowHow.hidden') : t('profile.knowHow.shown')}</p>
      <Actions>
        <Press kind={isHidden ? 'secondary' : 'tertiary'} fields={{ what: isHidden ? 'show' : 'hide', version }}>
          {isHidden ? t('profile.show') : t('profile.hide')}
        </Press>
        <Go kind="tertiary" to={`/know-how/${id}/change`}>
          {t('profile.knowHow.change')}
        </Go>
        <Press kind="tertiary" fields={{ what: 'drop', version }}>
          {t('knowHow.change.drop')}
        </Press>
      </Actions>
      <p>
        <a href={`/profile/history?kind=knowHow&item=${id}`}>{t('profile.history.ofThis')}</a>
      </p>
    </Section>
  );
};

const useInWords = () => {
  const { t } = useText();
  return (level: string | undefined, words: string | undefined): string => {
    const known = levels.find((one) => String(one) === level);
    return [known ? t(`profile.level.${known}`) : t('profile.level.notTold'), words].filter(Boolean).join('\n');
  };
};

export default function OneKnowHow() {
  const { id, label, words, level, levelWords, isHidden, version, shownIn, seenBy, audiences, match } =
    useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t, language } = useText();
  const inWords = useInWords();
  const title = asHeading(label, language);
  const because =
    words.length > 0 ? (
      <>
        {t('knowHow.because')} <q>{words.join(' … ')}</q>
      </>
    ) : undefined;
  return (
    <Page title={title} lead={because}>
      <Title within={t('profile.title')}>{title}</Title>
      <PostForm failure={failure} version={version}>
        <BothVersions
          failure={failure}
          mine={inWords(failure?.typed.level?.[0], failure?.typed.levelWords?.[0])}
          theirs={inWords(String(level), levelWords)}
        />
        <Fields level={level} levelWords={levelWords} />
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to={match ?? '/profile'}>
            {match ? t('profile.level.backToMatch') : t('profile.back')}
          </Go>
        </Actions>
      </PostForm>
      <ShownIn shownIn={shownIn} />
      <SeenBy {...seenBy} />
      <Standing id={id} isHidden={isHidden} version={version} />
      {isHidden ? null : <ItemAudiences audiences={audiences} />}
    </Page>
  );
}
