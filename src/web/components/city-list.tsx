import type { InLanguages } from '../../kernel/languages.ts';
import { useText } from '../text.tsx';

/** The cities of this deployment, by name. */
export const CityList = ({ cities }: { cities: { id: string; name: InLanguages }[] }) => {
  const { t, language } = useText();
  if (cities.length === 0) return <p className="quiet">{t('home.noCities')}</p>;
  const sorted = [...cities].sort((a, b) => a.name[language].localeCompare(b.name[language], language));
  return (
    <section className="section">
      <h2 className="aksel-heading aksel-heading--small">{t('home.cities')}</h2>
      <ul className="cities">
        {sorted.map((city) => (
          <li key={city.id}>{city.name[language]}</li>
        ))}
      </ul>
    </section>
  );
};
