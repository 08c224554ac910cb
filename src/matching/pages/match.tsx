import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { useFailure } from '../../web/components/failures.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { type Text, useText } from '../../web/text.tsx';
import { answerMatch, answerMatchInput } from '../answer-match.ts';
import { type OneMatch, showMatch } from '../show-match.ts';
import { showTogether } from '../show-together.ts';
import { Answered, AnswerOpen } from './answer.tsx';
import { Limits } from './limits.tsx';
import { TogetherPart } from './together.tsx';
import { Why } from './why.tsx';

export const handle: PageHandle = { roles: ['customer'] };

const readPage = async (work: Work, challengeId: string) => ({
  match: await showMatch(work, { challengeId }),
  together: await showTogether(work, { challengeId }),
});

export const loader = pageLoader(async (page) => {
  try {
    return await page.run(readPage, page.param('challengeId'));
  } catch (error) {
    // Without the consent there is one thing to do, and /matches asks for it.
    if (error instanceof Problem && error.code === 'notNow') throw goTo('/matches');
    throw error;
  }
});

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const given = { challengeId, answer: form.text('answer'), word: form.text('word'), version: form.version };
  await page.run(answerMatch, form.read(answerMatchInput, given));
  return goTo(`/matches/${challengeId}`, 'answered');
});

const headingOf = ({ answer, isOpen, businessName: business }: OneMatch, t: Text['t']): string => {
  if (answer?.answer === 'yes') return t('matching.match.yes', { business });
  return isOpen ? t('matching.match.title', { business }) : t('matching.match.closed', { business });
};

const ProblemText = ({ match }: { match: OneMatch }) => {
  const { t } = useText();
  return (
    <section className="section">
      <h2 className="aksel-heading aksel-heading--small" lang={match.language}>
        {match.title}
      </h2>
      <p className="quiet">{t('matching.match.words')}</p>
      <blockquote className="words problem" lang={match.language}>
        {match.problem}
      </blockquote>
      {match.place ? <p>{match.place}</p> : null}
    </section>
  );
};

/** A person has put it where it stands: who, why, and where it can be left out. */
const PutByPerson = ({ byPerson }: { byPerson: NonNullable<OneMatch['byPerson']> }) => {
  const { t } = useText();
  return (
    <p>
      {t('askPerson.card', byPerson)} <a href={`/ask-a-person/${byPerson.personAskId}`}>{t('askPerson.cardLink')}</a>
    </p>
  );
};

const WithoutConsent = () => {
  const { t } = useText();
  return (
    <Section title={t('matching.why')}>
      <p>{t('matching.why.withoutConsent')}</p>
    </Section>
  );
};

export default function MatchPage() {
  const { match, together } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={headingOf(match, t)}>
      <Title within={t('nav.matches')}>{`${match.title}, ${match.businessName}`}</Title>
      {match.answer ? <Answered match={match} failure={failure} /> : null}
      {together ? <TogetherPart together={together} challengeId={match.challengeId} /> : null}
      {match.byPerson ? <PutByPerson byPerson={match.byPerson} /> : null}
      <ProblemText match={match} />
      {match.isConsented ? <Why match={match} /> : <WithoutConsent />}
      <Limits limits={match.limits} />
      <AnswerOpen match={match} failure={failure} />
      <ul className="ways-on">
        <li>
          <a href={`/ask-a-person/new?match=${match.challengeId}`}>{t('askPerson.link')}</a>
        </li>
        <li>
          <a href="/how-matching-works">{t('matching.how.link')}</a>
        </li>
      </ul>
    </Page>
  );
}
