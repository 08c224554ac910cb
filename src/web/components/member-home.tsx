import type { Role } from '../../kernel/actor.ts';
import type { Move } from '../../kernel/move.ts';
import { navigation } from '../navigation.ts';
import { useText } from '../text.tsx';
import { Go } from './actions.tsx';
import { Section } from './layout.tsx';

/** Roles whose main work is not in this version yet: it says so, instead of an empty page. */
const unfinished = ['coordinator', 'facilitator', 'serviceDesigner', 'manager'] as const;

const NotYet = ({ role }: { role: Role }) => {
  const { t } = useText();
  const found = unfinished.find((one) => one === role);
  return found ? <p className="quiet">{t(`home.notYet.${found}`)}</p> : null;
};

/** What there is for my role, and what is done there. */
export const Ways = ({ role }: { role: Role }) => {
  const { t } = useText();
  return (
    <Section title={t('home.ways')}>
      <ul className="home-ways">
        {navigation[role].map(({ path, key, what }) => (
          <li key={path}>
            <a href={path}>{t(key)}</a>
            <span>{t(what)}</span>
          </li>
        ))}
      </ul>
      <NotYet role={role} />
    </Section>
  );
};

/** The one thing to do next: what has waited longest, or else where my role begins. */
export const NextThing = ({ role, moves }: { role: Role; moves: readonly Move[] }) => {
  const { t } = useText();
  const [first] = moves;
  const [way] = navigation[role];
  return (
    <Section title={t('home.next')}>
      <p>{t(first ? 'home.next.oldest' : `home.next.${role}`)}</p>
      <Go to={first?.path ?? way.path}>{t(first ? 'home.next.start' : way.key)}</Go>
    </Section>
  );
};
