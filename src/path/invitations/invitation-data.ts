import type { DataMap } from '../../kernel/data-map.ts';

/** The tables of invitations: what the customer chose, and theirs to take back. */
export const invitationData: DataMap = {
  invitation: {
    whose: { customer: 'customer_id' },
    class: 'choices',
    ground: 'told',
    keep: 'own',
    erase: 'delete',
    as: 'invitations',
    keys: 'city_id id customer_id invitee_id proposed_by version',
    own: 'invitee_role relation name_shown purpose until_on created_at agreed_at declined_at word ended_at ended_by',
    others: 'invitee_name proposed_name proposed_role',
    sealed: 'secret_hash',
    alsoOf: { person: 'invitee_id', as: 'invitedMe', columns: 'invitee_role until_on agreed_at ended_at ended_by' },
  },
  invitation_part: {
    whose: { through: 'invitation', by: 'invitation_id' },
    class: 'choices',
    ground: 'told',
    keep: 'own',
    erase: 'delete',
    as: 'invitationParts',
    keys: 'city_id invitation_id place section_id',
    own: 'part stage',
  },
};
