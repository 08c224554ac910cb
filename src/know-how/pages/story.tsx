import { redirect, useLoaderData } from 'react-router';
import { readMarks } from '../../kernel/acting/acted-for.ts';
import { ActedMarks } from '../../web/components/acted-marks.tsx';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { ButtonForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { Marked, segmentsOf } from '../../web/components/marked.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readQuestions } from '../ask-back/read-questions.ts';
import { decideKnowHow, decideKnowHowInput, keepAllOfStory } from '../decide-know-how.ts';
import { viewOf } from '../outside-model/rules.ts';
import { readStory } from '../read-story.ts';
import { Dropped } from './dropped.tsx';
import { asNotNow } from './keep-draft.ts';
import { Suggestion } from './suggestion.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { found, segments: _, ...story } = await page.run(readStory, page.param('storyId'));
  const { questions } = await page.run(readQuestions, page.param('storyId'));
  const marked = found.filter(({ state }) => state !== 'dropped').flatMap(({ because }) => because);
  const inState = (state: 'suggested' | 'kept' | 'dropped') =>
    found
      .filter((one) => one.state === state)
      .map(({ id, label, apart, words, version, parts, score, suggestionId, outsideModel: part }) => ({
        ...{ id, label, apart, words, version, parts, score, suggestionId },
        outsideView: part === null ? null : viewOf(part),
      }));
  return {
    ...story,
    marks: await page.run(readMarks, { path: `/know-how/stories/${story.id}` }),
    questions: questions.length,
    segments: segmentsOf(story.text, marked),
    suggested: inState('suggested'),
    kept: inState('kept'),
    dropped: inState('dropped'),
  };
});

// What an action's use case answers is kept for a day against sending twice: none of them answers with the customer's words.
export const action = formAction(async (page, form) => {
  const storyId = page.param('storyId');
  const path = `/know-how/stories/${storyId}`;
  if (form.text('what') === 'keepAll') {
    await asNotNow(page.run(keepAllOfStory, { storyId, version: form.version }));
    return goTo(path, 'kept');
  }
  const { decision } = form.read(decideKnowHowInput, { decision: form.text('what') });
  const { left } = await asNotNow(
    page.run(decideKnowHow, { knowHowId: form.text('knowHowId'), version: form.version, decision }),
  );
  // Back to where the person was: the next one to look at.
  return left > 0 ? redirect(`${path}#left`, 303) : goTo(path, 'saved');
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** A text longer than a phone's screen stays folded, so that the first suggestion is in sight. */
const longText = 700;

const OwnText = ({ story: { text, segments, language } }: { story: Loaded }) => {
  const { t } = useText();
  return (
    <details className="own-text" open={text.length <= longText}>
      <summary>{t('knowHow.story.text')}</summary>
      <div lang={language}>
        <Marked segments={segments} />
      </div>
    </details>
  );
};

/** Read in another language than the reader's own: said, with the way to another. */
const ReadIn = ({ story: { id, language, experienceId } }: { story: Loaded }) => {
  const { t, language: mine } = useText();
  if (language === mine) return null;
  const edit = experienceId ? `/profile/experiences/${experienceId}/edit` : `/know-how/stories/${id}/edit`;
  return (
    <p className="quiet">
      {t(`knowHow.story.readIn.${language}`)} <a href={edit}>{t('knowHow.story.readInOther')}</a>
    </p>
  );
};

/** Whose views stand beside Tuttu's: said before them, also when none came. */
const Asked = ({ outsideModel }: Pick<Loaded, 'outsideModel'>) => {
  const { t } = useText();
  if (!outsideModel) return null;
  const { name, state } = outsideModel;
  return (
    <p className="quiet">
      {t(`outsideModel.${state}`, { name })} <a href="/consents">{t('outsideModel.consent')}</a>
    </p>
  );
};

const Suggestions = ({ story: { suggested, language, version, outsideModel } }: { story: Loaded }) => {
  const { t } = useText();
  const count = suggested.length;
  if (count === 0) return null;
  return (
    <section className="section">
      <h2 id="left" tabIndex={-1} className="aksel-heading aksel-heading--small">
        {t('knowHow.story.left', { count })}
      </h2>
      <Asked outsideModel={outsideModel} />
      <ol className="suggestions">
        {suggested.map((one) => (
          <Suggestion key={one.id} one={one} language={language} outsideModel={outsideModel?.name ?? ''} />
        ))}
      </ol>
      {count > 1 ? (
        <ButtonForm version={version}>
          <Send name="what" value="keepAll">
            {t('knowHow.story.keepAll', { count })}
          </Send>
        </ButtonForm>
      ) : null}
    </section>
  );
};

const Kept = ({ kept }: Pick<Loaded, 'kept'>) => {
  const { t } = useText();
  if (kept.length === 0) return null;
  return (
    <Section title={t('knowHow.story.kept')}>
      <Chips>
        {kept.map(({ id, label }) => (
          <KnowHowChip key={id} label={label} to={`/know-how/${id}/change`} />
        ))}
      </Chips>
    </Section>
  );
};

const useHeading = ({ suggested, kept, dropped, writtenIn }: Loaded): { title: string; lead: string } => {
  const { t } = useText();
  if (suggested.length > 0) return { title: t('knowHow.story.question'), lead: t('knowHow.story.questionLead') };
  if (kept.length + dropped.length > 0)
    return { title: t('knowHow.story.all'), lead: t('knowHow.story.allLead', { count: kept.length }) };
  if (writtenIn === 'other') return { title: t('knowHow.story.unread'), lead: t('knowHow.story.unreadLead') };
  return { title: t('knowHow.story.none'), lead: t('knowHow.story.noneLead') };
};

/** A few questions are worth an answer: the way to them, the main thing to do once nothing found waits to be looked at. */
const Questions = ({ id, questions, suggested }: Loaded) => {
  const { t } = useText();
  if (questions === 0) return null;
  return (
    <Section title={t('ask.wait')}>
      <p>{t('ask.waitWhat', { count: questions })}</p>
      <Actions>
        <Go kind={suggested.length > 0 ? 'secondary' : 'primary'} to={`/know-how/stories/${id}/questions`}>
          {t('ask.open')}
        </Go>
      </Actions>
    </Section>
  );
};

/** Everything looked at and something kept: what it is good for comes next. */
const Next = ({ isMain }: { isMain: boolean }) => {
  const { t } = useText();
  return (
    <Section title={t('knowHow.story.next')}>
      <p>{t('knowHow.story.nextWhat')}</p>
      <Actions>
        <Go kind={isMain ? 'primary' : 'secondary'} to="/matches">
          {t('knowHow.story.toMatches')}
        </Go>
        <Go kind="secondary" to="/know-how#mine">
          {t('knowHow.story.toMine')}
        </Go>
      </Actions>
    </Section>
  );
};

const Onwards = ({ id, suggested, kept, experienceId }: Loaded) => {
  const { t } = useText();
  if (experienceId)
    return (
      <Actions>
        <Go kind={suggested.length > 0 ? 'tertiary' : 'secondary'} to={`/profile/experiences/${experienceId}`}>
          {t('profile.experience.toThis')}
        </Go>
      </Actions>
    );
  return (
    <Actions>
      <Go kind={suggested.length + kept.length > 0 ? 'tertiary' : 'secondary'} to="/know-how">
        {t('knowHow.story.back')}
      </Go>
      {suggested.length + kept.length === 0 ? (
        <Go kind="tertiary" to="/know-how/add">
          {t('knowHow.mine.add')}
        </Go>
      ) : null}
      <Go kind="tertiary" to={`/know-how/stories/${id}/edit`}>
        {t('knowHow.story.edit')}
      </Go>
    </Actions>
  );
};

export default function Story() {
  const story = useLoaderData<typeof loader>();
  const { t } = useText();
  const { title, lead } = useHeading(story);
  return (
    <Page title={title} lead={lead}>
      <Title within={t('nav.knowHow')}>{t('knowHow.story.title')}</Title>
      <OwnText story={story} />
      <ActedMarks marks={story.marks} />
      <ReadIn story={story} />
      <Suggestions story={story} />
      <Questions {...story} />
      {story.suggested.length === 0 && story.kept.length > 0 ? <Next isMain={story.questions === 0} /> : null}
      <Kept kept={story.kept} />
      <Dropped rows={story.dropped} />
      <Onwards {...story} />
    </Page>
  );
}
