import { useLoaderData } from 'react-router';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

/** The day this statement was last held against the product. */
const checkedOn = '2026-11-21';

export const loader = pageLoader(({ city, language }) => ({ cityName: city?.name[language] ?? null }));

const gaps = ['esco', 'own', 'signs', 'people'] as const;

export default function Accessibility() {
  const { cityName } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  return (
    <Page title={t('a11y.title')} lead={t('a11y.lead')}>
      <Title>{t('a11y.title')}</Title>
      <Section title={t('a11y.status')}>
        <p>{t('a11y.statusWhat')}</p>
        <p>{t('a11y.how')}</p>
      </Section>
      <Section title={t('a11y.gaps')}>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{t(`a11y.gap.${gap}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('a11y.feedback')}>
        <p>{cityName ? t('a11y.feedbackCity', { city: cityName }) : t('a11y.feedbackWhere')}</p>
        <p>{t('a11y.feedbackWhen')}</p>
      </Section>
      <Section title={t('a11y.authority')}>
        <p>{t('a11y.authorityWhen')}</p>
        <address className="words">{t('a11y.authorityWho')}</address>
        <p>
          <a href="https://www.saavutettavuusvaatimukset.fi">saavutettavuusvaatimukset.fi</a>
        </p>
      </Section>
      <p className="quiet">{t('a11y.checked', { day: day(checkedOn) })}</p>
    </Page>
  );
}
