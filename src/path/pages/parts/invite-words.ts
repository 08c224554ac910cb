import type { Text } from '../../../web/text.tsx';
import type { PartChoice } from '../../invitations/parts.ts';
import { aboutText } from './plan-words.ts';

/** What a part of a plan is called where one chooses what to show. */
export const partText = (t: Text['t'], { code, stage, section }: PartChoice): string => {
  if (section !== null)
    return section.key === null && section.title === '' ? t('path.invite.section') : aboutText(t, section);
  if (stage !== null) return t('path.invite.stepsOf', { stage: t(`path.stage.${stage}`) });
  return t(code === 'goal' ? 'path.content.goal' : 'path.invite.allSteps');
};

/** Field names in the list of what to mend. */
export const inviteLabels = {
  way: 'path.invite.way',
  name: 'path.invite.name',
  role: 'path.invite.role',
  relation: 'path.invite.relation',
  nameShown: 'path.invite.nameShown',
  purpose: 'path.invite.purpose',
  parts: 'path.invite.parts',
  untilOn: 'path.invite.until',
} as const;
