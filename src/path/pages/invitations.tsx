import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type InvitationView, readInvitations } from '../invitations/read-invitations.ts';
import { InvitationFacts, InvitationStanding } from './parts/invitation-facts.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  invitations: await page.run((work) => readInvitations(work), undefined),
}));

const List = ({ title, invitations }: { title: string; invitations: readonly InvitationView[] }) => {
  if (invitations.length === 0) return null;
  return (
    <Section title={title}>
      <Cards>
        {invitations.map((one) => (
          <Card key={one.id} to={`/invitations/${one.id}`} title={one.inviteeName} level={3}>
            <p>
              <InvitationStanding one={one} />
            </p>
            <InvitationFacts one={one} isCustomer />
          </Card>
        ))}
      </Cards>
    </Section>
  );
};

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>();
  const { t } = useText();
  const within = (state: InvitationView['state']) => invitations.filter((one) => one.state === state);
  const over = invitations.filter(({ state }) => state !== 'proposed' && state !== 'open');
  return (
    <Page title={t('path.invite.title')} lead={t('path.invite.lead')}>
      <Title within={t('nav.plan')}>{t('path.invite.title')}</Title>
      {invitations.length === 0 ? <Empty>{t('path.invite.none')}</Empty> : null}
      <List title={t('path.invite.proposedToMe')} invitations={within('proposed')} />
      <List title={t('path.invite.open')} invitations={within('open')} />
      <List title={t('path.invite.over')} invitations={over} />
      <Actions>
        <Go to="/invitations/new">{t('path.invite.new')}</Go>
        <Go to="/plan" kind="tertiary">
          {t('path.toPlan')}
        </Go>
      </Actions>
    </Page>
  );
}
