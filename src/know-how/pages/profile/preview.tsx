import { useText } from '../../../web/text.tsx';
import type { Seen } from '../../profile/audience.ts';
import { SeenProfile } from './seen-profile.tsx';

/** How somebody else sees the profile, set apart from the page around it. */
export const Preview = ({ title, name, seen }: { title: string; name: string | null; seen: Seen }) => {
  const { t } = useText();
  return (
    <section className="preview" aria-label={title}>
      <p className="preview__title">{title}</p>
      {name ? <p className="preview__name">{name}</p> : null}
      <SeenProfile seen={seen} />
      <p className="quiet">{t('profile.seen.hidden')}</p>
    </section>
  );
};
