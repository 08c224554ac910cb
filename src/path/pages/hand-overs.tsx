import { useLoaderData } from 'react-router';
import { professionalKinds } from '../../kernel/actor.ts';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import type { HandOverView } from '../hand-over/hand-overs.ts';
import { readHandOvers } from '../hand-over/read-hand-overs.ts';
import { HandOverFacts, HandOverStanding } from './parts/hand-over-facts.tsx';

export const handle: PageHandle = { roles: professionalKinds };

export const loader = pageLoader(async (page) => ({
  handOvers: await page.run((work) => readHandOvers(work), undefined),
}));

const List = ({ title, handOvers }: { title: string; handOvers: readonly HandOverView[] }) => {
  if (handOvers.length === 0) return null;
  return (
    <Section title={title}>
      <Cards>
        {handOvers.map((one) => (
          <Card key={one.id} to={`/hand-overs/${one.id}`} title={one.customerName} level={3}>
            <p>
              <HandOverStanding one={one} />
            </p>
            <HandOverFacts one={one} />
          </Card>
        ))}
      </Cards>
    </Section>
  );
};

export default function HandOvers() {
  const { handOvers } = useLoaderData<typeof loader>();
  const { t } = useText();
  const toAnswer = handOvers.filter(({ moves }) => moves.includes('accept'));
  const asked = handOvers.filter(({ side, state }) => side === 'giver' && state === 'waiting');
  const over = handOvers.filter(({ state }) => state !== 'waiting');
  return (
    <Page title={t('path.handOvers.title')} lead={t('path.handOvers.lead')}>
      <Title>{t('nav.handOvers')}</Title>
      {handOvers.length === 0 ? <Empty>{t('path.handOvers.none')}</Empty> : null}
      <List title={t('path.handOvers.toAnswer')} handOvers={toAnswer} />
      <List title={t('path.handOvers.asked')} handOvers={asked} />
      <List title={t('path.handOvers.over')} handOvers={over} />
    </Page>
  );
}
