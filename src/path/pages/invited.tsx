import { useLoaderData } from 'react-router';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readInvited } from '../invitations/read-invited.ts';
import { inviteeRoles } from '../invitations/tables.ts';

export const handle: PageHandle = { roles: inviteeRoles };

export const loader = pageLoader(async (page) => ({
  invited: await page.run((work) => readInvited(work), undefined),
}));

export default function InvitedList() {
  const { invited } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  return (
    <Page title={t('path.invited.title')} lead={t('path.invited.lead')}>
      <Title>{t('nav.invited')}</Title>
      {invited.length === 0 ? <Empty>{t('path.invited.none')}</Empty> : null}
      <Cards>
        {invited.map(({ id, name, purpose, untilOn }) => (
          <Card key={id} to={`/invited/${id}`} title={name}>
            <p className="words">{purpose}</p>
            <p className="quiet">{t('path.invited.until', { day: day(untilOn) })}</p>
          </Card>
        ))}
      </Cards>
    </Page>
  );
}
