import type { Role } from '../../kernel/actor.ts';
import { languages } from '../../kernel/languages.ts';
import { navigation } from '../navigation.ts';
import { useText } from '../text.tsx';

const languageNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

const LanguageSwitch = ({ here }: { here: string }) => {
  const { language, t } = useText();
  return (
    <form method="post" action="/language" className="languages" aria-label={t('page.language')}>
      <input type="hidden" name="back" value={here} />
      {languages.map((one) => (
        <button key={one} type="submit" name="language" value={one} lang={one} aria-current={one === language ? 'true' : undefined}>
          {languageNames[one]}
        </button>
      ))}
    </form>
  );
};

const Account = ({ actor }: { actor: { name: string; role: Role } }) => {
  const { t } = useText();
  return (
    <div className="account">
      <a href="/my-account">
        {actor.name} <span className="quiet">{t(`role.${actor.role}`)}</span>
      </a>
    </div>
  );
};

const Ways = ({ role, here }: { role: Role; here: string }) => {
  const { t } = useText();
  const path = here.split('?')[0] ?? '/';
  const isHere = (way: string) => (way === '/' ? path === '/' : path === way || path.startsWith(`${way}/`));
  return (
    <nav className="ways" aria-label={t('page.navigation')}>
      <ul>
        {[{ path: '/', key: 'nav.home' } as const, ...navigation[role]].map((way) => (
          <li key={way.path}>
            <a href={way.path} aria-current={isHere(way.path) ? 'page' : undefined}>
              {t(way.key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Top of every page: the city, who I am here, where I can go, my language. */
export const Header = ({ actor, cityName, isDemo, isSignedIn, here }: {
  actor: { name: string; role: Role } | null;
  cityName: string | null;
  isDemo: boolean;
  isSignedIn: boolean;
  here: string;
}) => {
  const { t } = useText();
  return (
    <header className="frame">
      {isDemo ? (
        <p className="demo">
          {t('page.demo')} <a href="/mailbox">{t('page.mailbox')}</a>
        </p>
      ) : null}
      <div className="frame__top">
        <a href="/" className="brand">
          <span className="brand__name">{t('page.product')}</span>
          {cityName ? <span className="brand__city">{cityName}</span> : null}
        </a>
        <LanguageSwitch here={here} />
        {actor ? <Account actor={actor} /> : isSignedIn ? null : <a href="/log-in">{t('page.logIn')}</a>}
      </div>
      {actor ? <Ways role={actor.role} here={here} /> : null}
    </header>
  );
};

export const Footer = () => {
  const { t } = useText();
  return (
    <footer className="foot">
      <p>{t('page.esco')}</p>
      <ul>
        <li>
          <a href="/accessibility">{t('page.accessibility')}</a>
        </li>
        <li>
          <a href="/api">{t('page.api')}</a>
        </li>
      </ul>
    </footer>
  );
};
