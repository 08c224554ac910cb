import { useText } from '../text.tsx';

const tabs = [
  { path: '/city-terms', key: 'rules.terms' },
  { path: '/rhythm-rules', key: 'rules.rhythm' },
  { path: '/plan-rules', key: 'rules.plans' },
] as const;

/** The three pages of what a city decides: its numbers, the rhythm of talks, what plans say. */
export const RulesTabs = ({ at }: { at: (typeof tabs)[number]['path'] }) => {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t('rules.title')}>
      <ul>
        {tabs.map(({ path, key }) => (
          <li key={path}>
            <a href={path} aria-current={path === at ? 'page' : undefined}>
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What the city has decided, those to come too: each with its day and where it stands. */
export const Decided = ({ decided }: { decided: readonly { fromOn: string; what: string; source: string }[] }) => {
  const { t, day } = useText();
  if (decided.length === 0) return null;
  return (
    <ul className="history">
      {decided.map(({ fromOn, what, source }) => (
        <li key={`${fromOn} ${what}`}>{t('rules.decided', { day: day(fromOn), what, source })}</li>
      ))}
    </ul>
  );
};
