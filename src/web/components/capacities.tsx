import type { NamedCapacity } from '../../kernel/capacities.ts';
import type { Cities } from '../../kernel/cities.ts';
import type { Language } from '../../kernel/languages.ts';
import { useText } from '../text.tsx';
import { Send } from './actions.tsx';

/** What a person may act as, with the words for it. */
export const nameCapacities = (capacities: readonly NamedCapacity[], cities: Cities, language: Language) =>
  capacities.map(({ cityId, role, businessId, businessName }) => ({
    key: [cityId, role, businessId ?? ''].join(':'),
    city: cities.find(cityId)?.name[language] ?? cityId,
    role,
    businessName,
  }));

/** A button for each role a person may go on in. */
export const Capacities = ({ capacities, back }: { capacities: ReturnType<typeof nameCapacities>; back: string }) => {
  const { t } = useText();
  return (
    <form method="post" action="/act-as">
      <input type="hidden" name="back" value={back} />
      <ul className="people">
        {capacities.map(({ key, role, businessName, city }) => (
          <li key={key}>
            <Send kind="secondary" name="capacity" value={key}>
              {t('actAs.capacity', {
                role: t(`role.${role}`),
                place: businessName ? `${businessName}, ${city}` : city,
              })}
            </Send>
          </li>
        ))}
      </ul>
    </form>
  );
};
