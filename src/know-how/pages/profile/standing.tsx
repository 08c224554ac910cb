import { Actions, Press } from '../../../web/components/actions.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { ProfileMove } from '../../profile/rules.ts';

/** What the page after it says is done. */
export const doneBy = (move: ProfileMove): string => {
  if (move === 'deleteForGood') return 'removed';
  return move === 'remove' ? 'takenOut' : 'saved';
};

/**
 * Who is shown a part of the profile, and taking it out: hide, show, remove, bring back. Each is a button of the page's form with `what` and the
 * version. `history`: kind and id.
 */
export const Standing = ({
  version,
  isHidden,
  isRemoved,
  history,
}: {
  version: number;
  isHidden: boolean;
  isRemoved: boolean;
  history: string;
}) => {
  const { t } = useText();
  const press = (what: ProfileMove, label: string) => (
    <Press kind={what === 'bringBack' || what === 'show' ? 'secondary' : 'tertiary'} fields={{ what, version }}>
      {label}
    </Press>
  );
  const shown = isHidden ? t('profile.standing.hidden') : t('profile.standing.shown');
  const [kind, itemId] = history.split('/');
  return (
    <Section title={t('profile.standing')}>
      <p>{isRemoved ? t('profile.standing.removed') : shown}</p>
      <Actions>
        {isRemoved ? press('bringBack', t('profile.bringBack')) : null}
        {isRemoved ? press('deleteForGood', t('profile.deleteForGood')) : null}
        {!isRemoved && isHidden ? press('show', t('profile.show')) : null}
        {!isRemoved && !isHidden ? press('hide', t('profile.hide')) : null}
        {isRemoved ? null : press('remove', t('profile.remove'))}
      </Actions>
      <p>
        <a href={`/profile/history?kind=${kind}&item=${itemId}`}>{t('profile.history.ofThis')}</a>
      </p>
    </Section>
  );
};
