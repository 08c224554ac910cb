import { useText } from '../../../web/text.tsx';

/** The two sides of one's know-how: telling of it, and all of it together. */
export const KnowHowTabs = ({ here }: { here: 'tell' | 'profile' }) => {
  const { t } = useText();
  const tabs = [
    { key: 'tell', to: '/know-how' },
    { key: 'profile', to: '/profile' },
  ] as const;
  return (
    <nav aria-label={t('profile.tabs')} className="tabs">
      <ul>
        {tabs.map(({ key, to }) => (
          <li key={key}>
            <a href={to} aria-current={key === here ? 'page' : undefined}>
              {t(`profile.tab.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
