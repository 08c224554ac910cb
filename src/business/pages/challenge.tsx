import { useLoaderData } from 'react-router';
import type { Work } from '../../kernel/work.ts';
import { showCardsAndTeams } from '../../matching/index.ts';
import { sectionsOnCards } from '../../path/index.ts';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useLanguageName } from '../../web/components/language-ticks.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { Marked, segmentsOf } from '../../web/components/marked.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { copyChallenge } from '../copy-challenge.ts';
import { countPeopleNear } from '../count-people.ts';
import { moveChallenge, moveChallengeInput } from '../move-challenge.ts';
import { type Challenge, readChallenge } from '../read-challenge.ts';
import { removeDraft } from '../remove-draft.ts';
import { MainMove, OtherMoves } from './challenge-moves.tsx';
import { NeedsList, PeopleNear } from './needs-list.tsx';
import { SaidYes, YesTeams } from './said-yes.tsx';
import { StandingTag } from './standing.tsx';

export const handle: PageHandle = { roles: ['businessContact', 'businessAdviser'] };

const readPage = async (work: Work, challengeId: string) => {
  const challenge = await readChallenge(work, { challengeId });
  const isOurs = work.actor.businessId === challenge.businessId;
  const people = challenge.standing === 'closed' ? null : await countPeopleNear(work, challenge);
  const isShared = isOurs && challenge.standing !== 'draft';
  const { cards, teams } = isShared ? await showCardsAndTeams(work, challenge) : { cards: [], teams: null };
  const told = isShared && cards.length > 0 ? await sectionsOnCards(work, { challengeId }) : [];
  const segments = segmentsOf(
    challenge.problem,
    challenge.needs.flatMap(({ because }) => because),
  );
  return { challenge, isOurs, people, cards, told, teams, segments };
};

export const loader = pageLoader((page) => page.run(readPage, page.param('challengeId')));

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const move = form.text('move');
  if (move === 'remove') {
    await page.run(removeDraft, { challengeId, version: form.version });
    return goTo('/challenges', 'removed');
  }
  if (move === 'copy') {
    const copy = await page.run(copyChallenge, { challengeId });
    return goTo(`/challenges/${copy.challengeId}`, 'saved');
  }
  const input = form.read(moveChallengeInput, { challengeId, move });
  await page.run(moveChallenge, input);
  return goTo(`/challenges/${challengeId}`, move === 'publish' ? 'published' : 'saved');
});

const About = ({ challenge }: { challenge: Challenge }) => {
  const { t, day } = useText();
  const languageName = useLanguageName();
  const facts = [
    { what: t('business.fact.place'), value: challenge.place },
    { what: t('business.fact.hours'), value: t(`business.hours.${challenge.hours}`) },
    { what: t('business.fact.languages'), value: challenge.languages.map(languageName).join(', ') },
    { what: t('business.fact.untilOn'), value: day(challenge.untilOn) },
  ];
  return (
    <>
      <Facts facts={facts} />
      {challenge.canChange ? (
        <p>
          <a href={`/challenges/${challenge.id}/edit`}>{t('business.edit.tab')}</a>
        </p>
      ) : null}
    </>
  );
};

const Needed = ({ data: { challenge, people, segments, isOurs } }: { data: Awaited<ReturnType<typeof readPage>> }) => {
  const { t } = useText();
  const { needs, standing } = challenge;
  const isToCheck = standing === 'draft' && needs.some(({ because }) => because.length > 0);
  return (
    <>
      <Section title={t('business.problem')}>
        <div lang={challenge.language}>
          <Marked segments={segments} />
        </div>
      </Section>
      <Section title={t(isToCheck ? 'business.need.titleDraft' : 'business.need.title')}>
        {needs.length === 0 ? <Empty>{t('business.need.none')}</Empty> : null}
        <NeedsList needs={needs} problem={challenge.problem} people={people} isOurs={isOurs} />
        {challenge.canChange ? (
          <Actions>
            <Go to={`/challenges/${challenge.id}/needs`} kind="secondary">
              {t('business.need.set')}
            </Go>
          </Actions>
        ) : null}
      </Section>
      {needs.length === 0 || standing === 'closed' ? null : (
        <Section title={t('business.people.title')}>
          {people === null ? <p>{t('business.people.tomorrow')}</p> : <PeopleNear people={people} />}
        </Section>
      )}
    </>
  );
};

export default function ChallengePage() {
  const data = useLoaderData<typeof loader>();
  const { t } = useText();
  const { challenge, isOurs, cards, told, teams } = data;
  const name = challenge.title || t('business.untitled');
  const isWaiting = challenge.standing === 'published' && cards.length === 0;
  return (
    <Page
      title={name}
      lead={
        <>
          <StandingTag standing={challenge.standing} /> {isOurs ? '' : challenge.businessName}
        </>
      }
      side={<About challenge={challenge} />}
    >
      <Title within={t(isOurs ? 'nav.challenges' : 'nav.businesses')}>{name}</Title>
      {cards.length === 0 ? null : (
        <Section id="said-yes" title={t('business.card.title', { count: cards.length })}>
          <SaidYes cards={cards} told={told} />
          {teams ? <YesTeams teams={teams} /> : null}
        </Section>
      )}
      <Needed data={data} />
      {isOurs ? (
        <Section id="next" title={t('business.next')}>
          {isWaiting ? <p>{t('business.card.none')}</p> : null}
          <MainMove challenge={challenge} />
          <OtherMoves challenge={challenge} />
        </Section>
      ) : null}
    </Page>
  );
}
