import { Actions, Go, Press, Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { PostForm } from '../../../web/components/form.tsx';
import { Page, Section, Title } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { PartChoice } from '../../invitations/parts.ts';
import type { InvitationView } from '../../invitations/read-invitations.ts';
import { InvitationFacts, InvitationStanding } from './invitation-facts.tsx';
import { InviteFields } from './invite-fields.tsx';

type Loaded = {
  customer: { id: string; name: string };
  invitations: readonly InvitationView[];
  choices: readonly PartChoice[];
  /** Where the customer's page is for who reads. */
  base: string;
};

const Proposed = ({ invitations }: Pick<Loaded, 'invitations'>) => {
  const { t } = useText();
  if (invitations.length === 0) return null;
  return (
    <Section title={t('path.invite.mineProposed')}>
      <ul className="history">
        {invitations.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.inviteeName}</strong> <InvitationStanding one={one} />
            </p>
            <InvitationFacts one={one} isCustomer={false} />
            {one.moves.includes('takeBack') ? (
              <Press fields={{ do: 'takeBack', invitationId: one.id, invitationVersion: one.version }} small>
                {t('path.invite.takeBack')} <span className="aksel-sr-only">{one.inviteeName}</span>
              </Press>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** A professional proposes somebody to a customer of theirs, and sees what came of what they proposed before. */
export const ProposeInvitation = ({ customer, invitations, choices, base }: Loaded) => {
  const { t } = useText();
  return (
    <Page title={t('path.invite.propose', { name: customer.name })} lead={t('path.invite.proposeLead')}>
      <Title within={customer.name}>{t('path.invite.propose', { name: customer.name })}</Title>
      <PostForm failure={useFailure()}>
        <InviteFields choices={choices} isProposed />
        <Actions>
          <Send>{t('path.invite.sendProposal')}</Send>
          <Go to={base} kind="tertiary">
            {t('path.invite.toCustomer')}
          </Go>
        </Actions>
      </PostForm>
      <Proposed invitations={invitations} />
    </Page>
  );
};
