import { useLoaderData } from 'react-router';
import { isBlank } from '../../kernel/words.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Chips } from '../../web/components/chips.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { pageNumber } from '../../web/components/pager.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { begin, beginInput, passOpenings, readOpenings } from '../ask-back/openings.ts';
import { isOpening, openings } from '../ask-back/rules.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { readMyKnowHow, readMyStories } from '../queries.ts';
import { Openings, OtherOpenings } from './ask-back/openings.tsx';
import { readAnswers } from './ask-back/read-answers.ts';
import { Dropped } from './dropped.tsx';
import { asNotNow, keepDraft } from './keep-draft.ts';
import { LevelChip } from './profile/level.tsx';
import { KnowHowTabs } from './profile/tabs.tsx';
import { StoryFields, storyLabels } from './story-fields.tsx';
import { StoryList } from './story-list.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { stories, count, pages } = await page.run(readMyStories, { page: pageNumber(page.query) });
  const { kept, dropped } = await page.run((work) => readMyKnowHow(work), undefined);
  const { openings } = await page.run((work) => readOpenings(work), undefined);
  const brief = ({ id, label, version, level, isHidden }: (typeof kept)[number]) => ({
    id,
    label,
    version,
    level,
    isHidden,
  });
  return {
    openings,
    stories,
    count,
    page: Math.min(pageNumber(page.query), pages),
    kept: kept.map(brief),
    dropped: dropped.map(brief),
  };
});

const tell = async (page: OpenPage, form: Form): Promise<Response> => {
  const answers = readAnswers(form, form.all('asked').filter(isOpening));
  const input = form.read(beginInput, { text: form.text('text'), language: form.text('language'), answers });
  const { id } = await page.run(begin, input);
  return goTo(`/know-how/stories/${id}`);
};

const labels = { ...storyLabels, ...Object.fromEntries(openings.map((key) => [key, `ask.${key}` as const])) };

export const action = keepDraft(
  formAction(async (page, form) => {
    if (form.text('what') === 'pass') {
      const empty = form.all('asked').filter((key) => isBlank(form.text(key)));
      await page.run(passOpenings, { keys: empty.filter(isOpening) });
      return goTo('/know-how');
    }
    if (form.text('what') !== 'bringBack') return tell(page, form);
    const decision = 'bringBack' as const;
    await asNotNow(page.run(decideKnowHow, { knowHowId: form.text('knowHowId'), version: form.version, decision }));
    return goTo('/know-how', 'kept');
  }, labels),
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Mine = ({ kept, dropped }: Pick<Loaded, 'kept' | 'dropped'>) => {
  const { t } = useText();
  return (
    <Section id="mine" title={t('knowHow.mine', { count: kept.length })}>
      {kept.length > 0 ? (
        <Chips>
          {kept.map(({ id, label, level, isHidden }) => (
            <LevelChip key={id} label={label} level={level} isHidden={isHidden} to={`/know-how/${id}`} />
          ))}
        </Chips>
      ) : (
        <Empty>{t('knowHow.mine.empty')}</Empty>
      )}
      <Go kind="secondary" to="/know-how/add">
        {t('knowHow.mine.add')}
      </Go>
      <p>
        <a href="/limits">{t('knowHow.limits.link')}</a>
      </p>
      <p>
        <a href="/bring">{t('bring.link')}</a>
      </p>
      <p>
        <a href="/know-how/vouching">{t('vouch.mine.link')}</a>
      </p>
      <Dropped rows={dropped} />
    </Section>
  );
};

export default function MyKnowHow() {
  const { openings, stories, count, page, kept, dropped } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t, language } = useText();
  return (
    <Page title={t('knowHow.title')} lead={t('knowHow.lead')}>
      <Title>{t('knowHow.title')}</Title>
      <KnowHowTabs here="tell" />
      <PostForm failure={failure}>
        <Openings openings={openings} />
        <StoryFields language={language} />
        <p className="quiet">{t('knowHow.text.private')}</p>
        <Actions>
          <Send name="what" value="tell">
            {t('knowHow.tell')}
          </Send>
          <OtherOpenings openings={openings} />
        </Actions>
      </PostForm>
      <KeepTyped />
      <Mine kept={kept} dropped={dropped} />
      {count > 0 ? (
        <Section title={t('knowHow.stories')}>
          <StoryList stories={stories} page={page} count={count} />
        </Section>
      ) : null}
    </Page>
  );
}
