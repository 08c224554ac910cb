import { Facts } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { Invited } from '../../invitations/read-invited.ts';

/** From whom an invitation is, what for and until when. */
export const WhoInvites = ({
  of: { name, language, purpose, untilOn, proposedName },
}: {
  of: Pick<Invited, 'name' | 'language' | 'purpose' | 'untilOn' | 'proposedName'>;
}) => {
  const { t, day } = useText();
  return (
    <Facts
      facts={[
        { what: t('path.invited.by'), value: name },
        { what: t('path.invite.proposedBy'), value: proposedName },
        {
          what: t('path.invite.purpose'),
          value: (
            <span className="words" lang={language}>
              {purpose}
            </span>
          ),
        },
        { what: t('path.invite.until'), value: day(untilOn) },
      ]}
    />
  );
};
