import { redirect, useLoaderData } from 'react-router';
import type { Move } from '../../kernel/move.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Go } from '../components/actions.tsx';
import { CityList } from '../components/city-list.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Welcome, WelcomeBusiness } from '../components/welcome.tsx';
import { myMoves } from '../moves.ts';
import { type PageHandle, pageLoader } from '../page.ts';
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
    moves: await page.run(myMoves, undefined),
  };
});

const MoveItem = ({ move }: { move: Move }) => {
  const { t, day, time } = useText();
  return (
    <li className="move">
      <a href={move.path} className="move__what">
        {t(`move.${move.kind}` as MessageKey, move.values)}
      </a>
      <span className="quiet">
        {t('move.since', { at: time(move.since) })}
        {move.untilOn ? ` ${t('move.until', { day: day(move.untilOn) })}` : ''}
      </span>
    </li>
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
  const title = t('home.hello', { name: data.firstName });
  return (
    <Page title={title} lead={t(`home.lead.${data.role}`)}>
      <Title>{t('nav.home')}</Title>
      <section className="section">
        <h2 className="aksel-heading aksel-heading--small">{t('home.moves')}</h2>
        {data.moves.length > 0 ? (
          <ul className="moves">
            {data.moves.map((move) => (
              <MoveItem key={move.kind + move.path} move={move} />
            ))}
          </ul>
        ) : (
          <Empty>{t('home.noMoves')}</Empty>
        )}
      </section>
    </Page>
  );
}
