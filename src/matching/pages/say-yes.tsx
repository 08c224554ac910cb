import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, Choice, PostForm, TextArea, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerMatch, cardInput } from '../answer-match.ts';
import { type CardDraft, prepareYes } from '../prepare-yes.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const challengeId = page.param('challengeId');
  const draft = await page.run(prepareYes, { challengeId });
  if (!draft.canSayYes) throw new Problem('notNow');
  return { challengeId, draft };
});

const labels = {
  nameShown: 'matching.card.name',
  intro: 'matching.card.intro',
  skillIds: 'matching.card.skills',
} as const;

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const skillIds = form.all('skillIds').map(Number);
  const card = form.read(cardInput, {
    nameShown: form.text('nameShown'),
    intro: form.text('intro'),
    skillIds,
    showsVouching: form.has('showsVouching'),
    withOthers: form.has('withOthers'),
  });
  await page.run(answerMatch, { challengeId, answer: 'yes', card, version: form.version });
  return goTo(`/matches/${challengeId}`, 'answered');
}, labels);

const SkillTick = ({ skill }: { skill: CardDraft['skills'][number] }) => (
  <Tick name="skillIds" value={String(skill.skillId)} label={skill.label} isTicked={skill.isChosen} />
);

/** What the challenge needs is ticked; everything else one can do stays behind its name until asked for. */
const SkillTicks = ({ skills }: { skills: CardDraft['skills'] }) => {
  const { t } = useText();
  const first = skills.filter(({ isWanted, isChosen }) => isWanted || isChosen);
  const rest = skills.filter((skill) => !first.includes(skill));
  return (
    <Ticks legend={t('matching.card.skills')} name="skillIds">
      {first.map((skill) => (
        <SkillTick key={skill.skillId} skill={skill} />
      ))}
      {rest.length > 0 ? (
        <More label={t('matching.card.otherSkills', { count: rest.length })}>
          {rest.map((skill) => (
            <SkillTick key={skill.skillId} skill={skill} />
          ))}
        </More>
      ) : null}
    </Ticks>
  );
};

const NameChoice = ({ draft: { fullName, firstName, nameShown } }: { draft: CardDraft }) => {
  const { t } = useText();
  const options = [
    { value: 'firstName', label: t('matching.card.firstName', { name: firstName }) },
    { value: 'fullName', label: t('matching.card.fullName', { name: fullName }) },
  ];
  return <Choice name="nameShown" label={t('matching.card.name')} options={options} value={nameShown} />;
};

export default function SayYes() {
  const { challengeId, draft } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('matching.yes.title', { business: draft.businessName })} lead={t('matching.yes.lead')}>
      <Title within={t('nav.matches')}>{`${t('matching.yes.tab')}: ${draft.businessName}`}</Title>
      <BothVersions failure={failure} mine={failure?.typed.intro?.[0] ?? ''} theirs={draft.intro} />
      <PostForm failure={failure} version={draft.version}>
        <NameChoice draft={draft} />
        <TextArea
          name="intro"
          label={t('matching.card.intro')}
          hint={t('matching.card.introHint')}
          value={draft.intro}
          rows={4}
          most={600}
        />
        <SkillTicks skills={draft.skills} />
        {draft.vouched > 0 ? (
          <Tick
            name="showsVouching"
            label={t('matching.card.showsVouching', { count: draft.vouched })}
            hint={t('matching.card.showsVouchingHint')}
            isTicked={draft.showsVouching}
          />
        ) : null}
        <Tick
          name="withOthers"
          label={t('matching.card.withOthers')}
          hint={t('matching.card.withOthersHint')}
          isTicked={draft.withOthers}
        />
        {draft.isYes ? null : <p>{t('matching.yes.next')}</p>}
        <Actions>
          <Send>{draft.isYes ? t('matching.card.save') : t('matching.yes.send')}</Send>
          <Go to={`/matches/${challengeId}`} kind="tertiary">
            {t('matching.yes.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
