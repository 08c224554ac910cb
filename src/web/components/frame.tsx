import type { Role } from '../../kernel/actor.ts';
import type { Feedback } from '../../kernel/cities.ts';
import { languages } from '../../kernel/languages.ts';
import { draftForm, languageField } from '../draft.ts';
import { navigation } from '../navigation.ts';
import { useText } from '../text.tsx';
import { feedbackAddress } from './feedback.tsx';

const languageNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

/**
 * Buttons of the page's form (components/draft.tsx), so that what is half written in it is carried along into the other language. Enter in a
 * field presses the first button of its form: one that nobody sees stands before them, and only sends the form.
 */
const LanguageSwitch = ({ here }: { here: string }) => {
  const { language, t } = useText();
  return (
    <fieldset className="languages" aria-label={t('page.language')}>
      <button type="submit" form={draftForm} tabIndex={-1} aria-hidden="true" className="aksel-sr-only" />
      {languages.map((one) => (
        <button
          key={one}
          type="submit"
          form={draftForm}
          formMethod="post"
          formAction={here}
          name={languageField}
          value={one}
          lang={one}
          aria-current={one === language ? 'true' : undefined}
        >
          <span className="languages__short">
            {one.toUpperCase()}
            <span className="aksel-sr-only"> {languageNames[one]}</span>
          </span>
          <span className="languages__long">{languageNames[one]}</span>
        </button>
      ))}
    </fieldset>
  );
};

const pathOf = (here: string): string => here.split('?')[0] ?? '/';

const isAt = (path: string, way: string): boolean =>
  way === '/' ? path === '/' : path === way || path.startsWith(`${way}/`);

/** Where I can go, and who I am here. On a phone a sheet that the menu button opens, by the browser itself: no script. */
const Ways = ({ actor, here }: { actor: { name: string; role: Role }; here: string }) => {
  const { t } = useText();
  const path = pathOf(here);
  const current = (way: string) => (isAt(path, way) ? 'page' : undefined);
  return (
    <nav id="ways" popover="auto" className="ways" aria-label={t('page.navigation')}>
      <div className="ways__inner">
        <button type="button" popoverTarget="ways" popoverTargetAction="hide" className="menu-close">
          {t('page.closeMenu')}
        </button>
        <ul>
          {[{ path: '/', key: 'nav.home' } as const, ...navigation[actor.role]].map((way) => (
            <li key={way.path}>
              <a href={way.path} aria-current={current(way.path)}>
                {t(way.key)}
              </a>
            </li>
          ))}
        </ul>
        <div className="account">
          <a href="/my-account" aria-current={current('/my-account')}>
            {actor.name} <span className="quiet">{t(`role.${actor.role}`)}</span>
          </a>
        </div>
      </div>
    </nav>
  );
};

const Entrance = ({ hasActor, isSignedIn }: { hasActor: boolean; isSignedIn: boolean }) => {
  const { t } = useText();
  if (hasActor)
    return (
      <button type="button" popoverTarget="ways" className="menu">
        {t('page.menu')}
      </button>
    );
  return (
    <a href={isSignedIn ? '/my-account' : '/log-in'} className="frame__link">
      {isSignedIn ? t('account.title') : t('page.logIn')}
    </a>
  );
};

/** Top of every page: the city, who I am here, where I can go, my language. */
export const Header = ({
  actor,
  cityName,
  isDemo,
  isSignedIn,
  here,
}: {
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
        <Entrance hasActor={actor !== null} isSignedIn={isSignedIn} />
      </div>
      {actor ? <Ways actor={actor} here={here} /> : null}
    </header>
  );
};

/** End of every page. `feedback`: of the city one is in; elsewhere the accessibility statement has those of all. */
export const Footer = ({ feedback }: { feedback: Feedback | null }) => {
  const { t } = useText();
  const address = feedback && feedbackAddress(feedback);
  return (
    <footer className="foot">
      <ul>
        {address ? (
          <li>
            <a href={address}>{t('page.feedback')}</a>
          </li>
        ) : null}
        <li>
          <a href="/accessibility">{t('page.accessibility')}</a>
        </li>
        <li>
          <a href="/api">{t('page.api')}</a>
        </li>
      </ul>
      <p>{t('page.esco')}</p>
    </footer>
  );
};
