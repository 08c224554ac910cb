import { redirect, useLoaderData } from 'react-router';
import { readOwnPromise, readPromiseToMe, type PromiseToMe as ToMe } from '../../dialogue/index.ts';
import { type MyAdviser as Adviser, readMyAdviser } from '../../path/index.ts';
import { Go } from '../components/actions.tsx';
import { CityList } from '../components/city-list.tsx';
import { Page, Title } from '../components/layout.tsx';
import { LiveMoves } from '../components/live-moves.tsx';
import { NextThing, Ways } from '../components/member-home.tsx';
import { isToDo, MovesAtHome } from '../components/moves.tsx';
import { KeptPromise, PromiseToMe } from '../components/promise-to-me.tsx';
import { Welcome, WelcomeBusiness } from '../components/welcome.tsx';
import { readMyMoves } from '../my-moves.ts';
import { type PageHandle, pageLoader } from '../page.ts';
import { stoppedJobs } from '../stopped-jobs.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async (page) => {
  // Logged in, in no role yet: that comes first.
  if (page.session && !page.session.actor) throw redirect('/act-as', 303);
  if (!page.session?.actor)
    return {
      kind: 'visitor' as const,
      cities: page.app.cities.all().map(({ id, name, edgeColor }) => ({ id, name, edgeColor })),
      hasSession: page.session !== null,
    };
  const { name, role } = page.actor;
  return {
    kind: 'member' as const,
    firstName: name.split(' ')[0] ?? name,
    role,
    moves: await page.run(readMyMoves, {
      more: role === 'administrator' ? await stoppedJobs({ jobs: page.app.jobs, run: page.run }) : [],
    }),
    /** Who advises me: only a customer has or lacks one. */
    adviser: role === 'customer' ? await page.run(readMyAdviser, undefined) : undefined,
    ownPromise: role === 'adviser' ? await page.run((work) => readOwnPromise(work), undefined) : null,
    promise: role === 'customer' ? await page.run((work) => readPromiseToMe(work), undefined) : null,
  };
});

const MyAdviser = ({ adviser, promise }: { adviser: Adviser | null; promise: ToMe | null }) => {
  const { t, day } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('home.adviser')}</h2>
      <p>{adviser?.name ?? t('home.noAdviser')}</p>
      {adviser?.standIn ? (
        <p>{t('home.standIn', { name: adviser.standIn.name, until: day(adviser.standIn.untilOn) })}</p>
      ) : null}
      {promise ? <PromiseToMe promise={promise} /> : null}
    </>
  );
};

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { t } = useText();
  if (data.kind === 'visitor')
    return (
      <Page title={t('home.title')} lead={t('home.lead')} side={<WelcomeBusiness />}>
        <Title>{t('home.title')}</Title>
        <Go to={data.hasSession ? '/act-as' : '/log-in'}>{t('page.logIn')}</Go>
        <Welcome />
        <CityList cities={data.cities} />
      </Page>
    );
  const { role, adviser, promise, ownPromise } = data;
  const side = ownPromise ? <KeptPromise promise={ownPromise} /> : undefined;
  const moves = data.moves.filter(isToDo);
  return (
    <Page
      title={t('home.hello', { name: data.firstName })}
      lead={t(`home.lead.${role}`)}
      side={adviser === undefined ? side : <MyAdviser adviser={adviser} promise={promise} />}
    >
      <Title>{t('nav.home')}</Title>
      <LiveMoves />
      <MovesAtHome moves={data.moves} />
      <Ways role={role} />
      <NextThing role={role} moves={moves} />
    </Page>
  );
}
