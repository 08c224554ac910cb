import type { Text } from '../../../web/text.tsx';
import type { Owner, ProfessionalRole, Side } from '../../tables.ts';

/** Whose words a text for a side is in: a professional's are the same whoever they are; a customer's say with whom the step is. */
export const voiceOf = (side: Side, withRole: ProfessionalRole): 'customer' | 'customerSocial' | 'adviser' => {
  if (side !== 'customer') return 'adviser';
  return withRole === 'adviser' ? 'customer' : 'customerSocial';
};

const keyFor = (who: Exclude<Owner, 'named'>, mySide: Side) => {
  if (who === mySide) return 'me';
  if (mySide === 'customer') return who === 'socialWorker' ? 'mySocialWorker' : who;
  return who === 'adviser' ? 'theAdviser' : who;
};

/** Who does it, said to whoever reads. */
export const ownerText = (
  t: Text['t'],
  { owner, ownerName }: { owner: Owner; ownerName: string },
  mySide: Side,
): string =>
  owner === 'named' ? t('path.owner.named', { name: ownerName }) : t(`path.owner.${keyFor(owner, mySide)}`);

/** Who it could be, to choose from. */
export const chooseText = (t: Text['t'], owner: Owner, mySide: Side): string =>
  owner === 'named' ? t('path.choose.named') : t(`path.choose.${keyFor(owner, mySide)}`);

/** Whose answer it waits for. */
export const waitsText = (t: Text['t'], side: Side, mySide: Side): string => t(`path.waits.${keyFor(side, mySide)}`);

/** Where the plan is for whoever reads. */
export const planPath = (mySide: Side, customerId: string): string => {
  if (mySide === 'customer') return '/plan';
  return `/${mySide === 'adviser' ? 'customers' : 'social-work'}/${customerId}`;
};

/** What the way there is called. */
export const navOf = (mySide: Side): 'nav.plan' | 'nav.caseload' | 'nav.socialWork' => {
  if (mySide === 'customer') return 'nav.plan';
  return mySide === 'adviser' ? 'nav.caseload' : 'nav.socialWork';
};
