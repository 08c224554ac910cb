import { Choice, DayInput, Pick, TextArea, TextInput, Tick, Ticks } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { PartChoice, PartCode } from '../../invitations/parts.ts';
import { inviteeRoles } from '../../invitations/tables.ts';
import { partText } from './invite-words.ts';

/** Which parts of the plan. */
export const PartTicks = ({
  choices,
  chosen = [],
}: {
  choices: readonly PartChoice[];
  chosen?: readonly PartCode[];
}) => {
  const { t } = useText();
  return (
    <Ticks legend={t('path.invite.parts')} name="parts">
      {choices.map((choice) => (
        <Tick
          key={choice.code}
          name="parts"
          value={choice.code}
          label={partText(t, choice)}
          isTicked={chosen.includes(choice.code)}
        />
      ))}
    </Ticks>
  );
};

/** Who, as what, what for, which parts, and until when. `isProposed`: a professional writes it about a customer of theirs. */
export const InviteFields = ({
  choices,
  isProposed = false,
}: {
  choices: readonly PartChoice[];
  isProposed?: boolean;
}) => {
  const { t } = useText();
  return (
    <>
      <Choice
        name="way"
        label={t(isProposed ? 'path.invite.wayOf' : 'path.invite.way')}
        options={[
          {
            value: 'link',
            label: t('path.invite.way.link'),
            hint: t(isProposed ? 'path.invite.way.linkHintOf' : 'path.invite.way.linkHint'),
          },
          { value: 'account', label: t('path.invite.way.account'), hint: t('path.invite.way.accountHint') },
        ]}
        value={isProposed ? 'account' : null}
      />
      <TextInput
        name="name"
        label={t('path.invite.name')}
        hint={t(isProposed ? 'path.invite.nameHintOf' : 'path.invite.nameHint')}
      />
      <Pick
        name="role"
        label={t('path.invite.role')}
        hint={t('path.invite.roleHint')}
        options={[
          { value: '', label: t('path.invite.noRole') },
          ...inviteeRoles.map((role) => ({ value: role, label: t(`role.${role}`) })),
        ]}
      />
      <TextInput
        name="relation"
        label={t(isProposed ? 'path.invite.relationOf' : 'path.invite.relation')}
        hint={t('path.invite.relationHint')}
      />
      <TextArea
        name="purpose"
        label={t('path.invite.purpose')}
        hint={t(isProposed ? 'path.invite.purposeHintOf' : 'path.invite.purposeHint')}
        rows={3}
        most={500}
      />
      <PartTicks choices={choices} />
      <DayInput name="untilOn" label={t('path.invite.until')} hint={t('path.invite.untilHint')} />
    </>
  );
};
