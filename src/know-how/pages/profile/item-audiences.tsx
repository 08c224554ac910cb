import { Press } from '../../../web/components/actions.tsx';
import { State } from '../../../web/components/facts.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { ItemAudience } from '../../profile/item-audiences.ts';

const useAudienceWords = () => {
  const { t } = useText();
  const whoOf = ({ audience, name }: ItemAudience): string =>
    audience === 'link' ? t('profile.itemAudience.link', { name: name ?? '' }) : t(`profile.itemAudience.${audience}`);
  const stateOf = ({ audience, isShown, isHidden, isConsented }: ItemAudience): string => {
    if (audience === 'business') {
      if (isShown) return t('profile.itemAudience.ready');
      return isHidden ? t('profile.itemAudience.hidden') : t('profile.itemAudience.notReady');
    }
    if (!isShown) return t('profile.itemAudience.hidden');
    return isConsented ? t('profile.itemAudience.shown') : t('profile.itemAudience.ifAgreed');
  };
  return { whoOf, stateOf };
};

const Line = ({ one }: { one: ItemAudience }) => {
  const { t } = useText();
  const { whoOf, stateOf } = useAudienceWords();
  const { audience, linkId, isShown, isHidden, isConsented, canShow } = one;
  const who = whoOf(one);
  const press = (toShow: boolean, label: string) => (
    <Press
      kind="tertiary"
      small
      fields={{ what: 'audience', audience, ...(linkId !== null && { linkId }), isShown: toShow ? 'yes' : 'no' }}
    >
      {label}
      <span className="aksel-sr-only">: {who}</span>
    </Press>
  );
  const toBusiness = audience === 'business';
  const canHide = isShown || (toBusiness && !isHidden);
  return (
    <li>
      <span>
        {who} <State kind={isShown && isConsented ? 'good' : 'plain'}>{stateOf(one)}</State>
      </span>
      <span>
        {!isShown && canShow
          ? press(true, t(toBusiness ? 'profile.itemAudience.offer' : 'profile.itemAudience.show'))
          : null}
        {canHide ? press(false, t(toBusiness ? 'profile.itemAudience.never' : 'profile.itemAudience.hide')) : null}
      </span>
    </li>
  );
};

/** With whom a part of the profile stands how, and a button for each: of the page's form, with `what` = `audience`. */
export const ItemAudiences = ({ audiences }: { audiences: readonly ItemAudience[] }) => {
  const { t } = useText();
  return (
    <Section id="audiences" title={t('profile.itemAudience.title')}>
      <ul className="dropped">
        {audiences.map((one) => (
          <Line key={`${one.audience} ${one.linkId}`} one={one} />
        ))}
      </ul>
      <p className="quiet">
        {t('profile.itemAudience.about')} <a href="/profile/audiences">{t('profile.who.go')}</a>
      </p>
    </Section>
  );
};
