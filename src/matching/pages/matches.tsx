import { useLoaderData } from 'react-router';
import { setConsent, setConsentInput } from '../../kernel/consent.ts';
import { Go, Send } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { ButtonForm, PostForm } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { type Text, useText } from '../../web/text.tsx';
import type { ProposalPlace } from '../ask-person/tables.ts';
import type { MatchView } from '../match-view.ts';
import { lookInput, sayLooked } from '../recommend/read-new.ts';
import { type Matches, type News, showMatchesAndAdverts } from '../show-matches.ts';
import { AdvertList } from './advert-list.tsx';
import { MatchCard } from './match-card.tsx';
import { Objects } from './objects.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => showMatchesAndAdverts(work), undefined));

export const action = formAction(async (page, form) => {
  if (form.has('upTo')) {
    await page.run(sayLooked, form.read(lookInput, { upTo: form.text('upTo') }));
    return goTo('/matches', 'saved');
  }
  await page.run(setConsent, form.read(setConsentInput, { what: 'matching', isGiven: true }));
  return goTo('/matches', 'saved');
});

const isPut = (place: ProposalPlace, { byPerson }: MatchView): boolean => byPerson?.place === place;

/** A person's order comes before the score's: what they put first stands above all, what they put last after the others. */
const sorted = ({ matches, news }: Matches) => {
  const first = matches.filter((match) => isPut('first', match));
  const rest = matches.filter((match) => !isPut('first', match));
  const isNew = ({ challengeId }: MatchView) => news.matches.some((one) => one.challengeId === challengeId);
  const isAside = ({ notWanted, byPerson }: MatchView) => notWanted.length > 0 && !byPerson;
  const isGood = (match: MatchView) => match.isGood && !isPut('last', match);
  return {
    first,
    /** Those that are new stand above. */
    good: rest.filter((match) => isGood(match) && !isNew(match)),
    others: rest.filter((match) => !isGood(match) && !isAside(match)),
    aside: rest.filter(isAside),
  };
};

const headingOf = (found: Matches, t: Text['t']): string => {
  if (found.objectsSince) return t('matching.title.objects');
  if (!found.isConsented) return t('matching.title.consent');
  if (!found.hasKnowHow) return t('matching.title.noKnowHow');
  const good = [...found.matches, ...found.news.matches].filter(({ isGood }) => isGood);
  if (good.length > 0)
    return t('matching.title.some', { count: new Set(good.map(({ businessId }) => businessId)).size });
  return found.matches.length > 0 ? t('matching.title.others') : t('matching.title.nothing');
};

const AskConsent = () => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <>
      <p>{t('matching.consent.what')}</p>
      <p>{t('matching.consent.withdraw')}</p>
      <PostForm failure={failure}>
        <Send>{t('matching.consent.give')}</Send>
      </PostForm>
    </>
  );
};

const Nothing = ({ hasKnowHow }: { hasKnowHow: boolean }) => {
  const { t } = useText();
  return (
    <Empty>
      <p>{hasKnowHow ? t('matching.nothing') : t('matching.noKnowHow')}</p>
      <Go to="/know-how">{hasKnowHow ? t('matching.tellMore') : t('matching.tell')}</Go>
    </Empty>
  );
};

const List = ({ title, lead, matches }: { title: string; lead?: string; matches: readonly MatchView[] }) =>
  matches.length === 0 ? null : (
    <Section title={title}>
      {lead ? <p>{lead}</p> : null}
      <Cards>
        {matches.map((match) => (
          <MatchCard key={match.challengeId} match={match} />
        ))}
      </Cards>
    </Section>
  );

/** What the job has found since the customer last looked: with when it was computed, and the button that says "looked". */
const New = ({ news: { matches, computedAt, upTo } }: { news: News }) => {
  const { t, time } = useText();
  if (!computedAt || !upTo || matches.length === 0) return null;
  return (
    <Section title={t('matching.new.title')}>
      <p>{t('matching.new.lead', { at: time(computedAt) })}</p>
      <Cards>
        {matches.map((match) => (
          <MatchCard key={match.challengeId} match={match} />
        ))}
      </Cards>
      <ButtonForm>
        <input type="hidden" name="upTo" value={new Date(upTo).toISOString()} />
        <Send kind="secondary">{t('matching.new.looked')}</Send>
      </ButtonForm>
    </Section>
  );
};

const Found = ({ found }: { found: Matches }) => {
  const { t } = useText();
  const { first, good, others, aside } = sorted(found);
  const news = { ...found.news, matches: found.news.matches.filter(({ byPerson }) => !byPerson) };
  return (
    <>
      {found.matches.length === 0 ? <Nothing hasKnowHow={found.hasKnowHow} /> : null}
      <List title={t('askPerson.first')} matches={first} />
      <New news={news} />
      <List title={t(news.matches.length > 0 ? 'matching.before' : 'matching.good')} matches={good} />
      <List title={t('matching.others')} matches={others} />
      <List title={t('matching.wished.title')} lead={t('matching.wished.lead')} matches={found.wished} />
      {aside.length > 0 ? (
        <More label={t('matching.notWanted.title', { count: aside.length })}>
          <Cards>
            {aside.map((match) => (
              <MatchCard key={match.challengeId} match={match} />
            ))}
          </Cards>
        </More>
      ) : null}
    </>
  );
};

const Content = ({ found }: { found: Matches }) => {
  if (found.objectsSince) return <Objects since={found.objectsSince} what="challenges" />;
  if (!found.isConsented) return <AskConsent />;
  return <Found found={found} />;
};

type PageData = Awaited<ReturnType<typeof showMatchesAndAdverts>>;

const advertsShown = 3;

/** Open jobs of elsewhere, beneath the challenges of the city. */
const Elsewhere = ({ found: { adverts: all, isDemo } }: { found: PageData }) => {
  const { t } = useText();
  if (all.length === 0) return null;
  return (
    <Section title={t('matching.adverts.title')}>
      <p>{t(isDemo ? 'matching.adverts.leadDemo' : 'matching.adverts.lead')}</p>
      <AdvertList adverts={all.slice(0, advertsShown)} level={3} />
      <p>
        <a href="/adverts">{t('matching.adverts.all', { count: all.length })}</a>
      </p>
    </Section>
  );
};

export default function MatchesPage() {
  const found = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={headingOf(found, t)} lead={t('matching.privacy')}>
      <Title>{t('nav.matches')}</Title>
      <Content found={found} />
      <Elsewhere found={found} />
      <ul className="ways-on">
        <li>
          <a href="/answers">{t('matching.answers.link')}</a>
        </li>
        <li>
          <a href="/ask-a-person/new">{t('askPerson.linkMissing')}</a>
        </li>
        <li>
          <a href="/suggestions">{t('matching.log.link')}</a>
        </li>
        <li>
          <a href="/how-matching-works">{t('matching.how.link')}</a>
        </li>
      </ul>
    </Page>
  );
}
