import { redirect, useLoaderData } from 'react-router';
import { Actions, Go, Press } from '../../web/components/actions.tsx';
import { Chips } from '../../web/components/chips.tsx';
import { More } from '../../web/components/confirm.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { Marked, segmentsOf } from '../../web/components/marked.tsx';
import { useTimeWords } from '../../web/components/time-words.ts';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readQuestions } from '../ask-back/read-questions.ts';
import { toldOf } from '../profile/experience-input.ts';
import { readItemAudiences } from '../profile/item-audiences.ts';
import { type ExperienceView, readExperience, readMyProfile } from '../profile/read-profile.ts';
import { lookInto, tieSkill, tieSkillInput } from '../profile/tie-skill.ts';
import { readStory } from '../read-story.ts';
import { audiencePressed } from './profile/audience-pressed.ts';
import { ItemAudiences } from './profile/item-audiences.tsx';
import { LevelChip } from './profile/level.tsx';
import { movePressed } from './profile/move-pressed.ts';
import { doneBy, Standing } from './profile/standing.tsx';

export const handle: PageHandle = { roles: ['customer'] };

/** What is found in its text: where the words are, and how much of it waits to be looked at. */
const readText = async (page: OpenPage, experience: ExperienceView) => {
  const { storyId } = experience;
  if (!storyId) return { segments: [], suggested: 0, questions: 0, isLookedAt: toldOf(experience).text === '' };
  const { text, found } = await page.run(readStory, storyId);
  const shown = found.filter(({ state }) => state !== 'dropped');
  const marks = shown.flatMap(({ because }) => because);
  const suggested = shown.filter(({ state }) => state === 'suggested').length;
  const { questions } = await page.run(readQuestions, storyId);
  return {
    ...{ segments: segmentsOf(text, marks), suggested, questions: questions.length },
    isLookedAt: found.length > 0,
  };
};

export const loader = pageLoader(async (page) => {
  const experience = await page.run(readExperience, page.param('experienceId'));
  const { knowHow } = await page.run((work) => readMyProfile(work), undefined);
  const tied = new Set(experience.skills.map(({ skillId }) => skillId));
  const levels = new Map(knowHow.map(({ id, level }) => [id, level]));
  const part = { kind: 'experience' as const, id: experience.id };
  return {
    ...experience,
    audiences: await page.run(readItemAudiences, part),
    ...(await readText(page, experience)),
    skills: experience.skills.map((one) => ({ ...one, level: levels.get(one.knowHowId) ?? null })),
    others: knowHow.filter(({ skillId }) => !tied.has(skillId)).map(({ uri, label }) => ({ uri, label })),
  };
});

const act = async (page: OpenPage, form: Form): Promise<Response> => {
  const experienceId = page.param('experienceId');
  const path = `/profile/experiences/${experienceId}`;
  const what = form.text('what');
  if (what === 'look') {
    const { suggestions } = await page.run(lookInto, { experienceId });
    return suggestions > 0 ? redirect(`${path}#found`, 303) : goTo(path, 'lookedAt');
  }
  if (what === 'tie' || what === 'untie') {
    const input = form.read(tieSkillInput, { uri: form.text('uri'), isTied: what === 'tie' });
    await page.run(tieSkill, { experienceId, ...input });
    return goTo(path, 'saved');
  }
  if (await audiencePressed(page, form, { kind: 'experience', id: experienceId })) return goTo(path, 'saved');
  const move = await movePressed(page, form, { kind: 'experience', id: experienceId });
  return goTo(move === 'deleteForGood' ? '/profile' : path, doneBy(move));
};

export const action = formAction(act);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Did = ({ experience }: { experience: Loaded }) => {
  const { t } = useText();
  const { did, segments, language } = experience;
  if (did === '') return null;
  return (
    <Section title={t('profile.experience.did')}>
      <div lang={language}>
        <Marked segments={segments} />
      </div>
    </Section>
  );
};

/** What was found and waits; else the next thing to do about it, so that it never ends at nothing. */
const Onwards = ({ experience }: { experience: Loaded }) => {
  const { t } = useText();
  const { id, did, suggested, questions, storyId, skills, isLookedAt } = experience;
  if (suggested > 0)
    return (
      <p>
        <a href={`/know-how/stories/${storyId}`}>{t('profile.experience.found', { count: suggested })}</a>
      </p>
    );
  const look = isLookedAt ? null : <Press fields={{ what: 'look' }}>{t('profile.experience.look')}</Press>;
  if (skills.length > 0) return look;
  return (
    <Actions>
      {look}
      {questions > 0 ? (
        <Go kind="secondary" to={`/know-how/stories/${storyId}/questions`}>
          {t('ask.open')}
        </Go>
      ) : null}
      {did === '' && questions === 0 ? (
        <Go kind="secondary" to={`/profile/experiences/${id}/edit`}>
          {t('profile.experience.tellMore')}
        </Go>
      ) : null}
      <Go kind="tertiary" to="/know-how/add">
        {t('knowHow.mine.add')}
      </Go>
    </Actions>
  );
};

const Skills = ({ experience }: { experience: Loaded }) => {
  const { skills, others } = experience;
  const { t } = useText();
  return (
    <Section id="found" title={t('profile.experience.skills')}>
      {skills.length > 0 ? (
        <Chips>
          {skills.map(({ knowHowId, label, level, isHidden }) => (
            <LevelChip key={knowHowId} label={label} level={level} isHidden={isHidden} to={`/know-how/${knowHowId}`} />
          ))}
        </Chips>
      ) : (
        <p className="quiet">{t('profile.experience.noSkills')}</p>
      )}
      <Onwards experience={experience} />
      {skills.length + others.length > 0 ? (
        <More label={t('profile.experience.tie')}>
          <ul className="dropped">
            {skills.map(({ uri, label }) => (
              <li key={uri}>
                <span>{label}</span>
                <Press kind="tertiary" small fields={{ what: 'untie', uri }}>
                  {t('profile.experience.untie')}
                  <span className="aksel-sr-only">: {label}</span>
                </Press>
              </li>
            ))}
            {others.map(({ uri, label }) => (
              <li key={uri}>
                <span>{label}</span>
                <Press kind="tertiary" small fields={{ what: 'tie', uri }}>
                  {t('profile.experience.tieOne')}
                  <span className="aksel-sr-only">: {label}</span>
                </Press>
              </li>
            ))}
          </ul>
        </More>
      ) : null}
    </Section>
  );
};

export default function ExperiencePage() {
  const experience = useLoaderData<typeof loader>();
  const { t } = useText();
  const timeWords = useTimeWords();
  const { id, title, kind, place, language, version, isHidden, isRemoved } = experience;
  const facts = [t(`profile.kind.${kind}`), place, timeWords(experience)].filter(Boolean).join(' · ');
  return (
    <Page title={title} lead={<span lang={language}>{facts}</span>}>
      <Title within={t('profile.title')}>{title}</Title>
      {isRemoved ? null : (
        <>
          <Did experience={experience} />
          <Skills experience={experience} />
          <Actions>
            <Go kind="secondary" to={`/profile/experiences/${id}/edit`}>
              {t('profile.edit')}
            </Go>
            <Go kind="tertiary" to="/profile">
              {t('profile.back')}
            </Go>
          </Actions>
        </>
      )}
      <Standing version={version} isHidden={isHidden} isRemoved={isRemoved} history={`experience/${id}`} />
      {isHidden || isRemoved ? null : <ItemAudiences audiences={experience.audiences} />}
    </Page>
  );
}
