import { useLoaderData } from 'react-router';
import { FeedbackWays } from '../components/feedback.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

/** The day this statement was last held against the product. */
const checkedOn = '2026-11-21';

/** Since when Traficom has supervised digital accessibility in Finland; before that it was the agency of Southern Finland (ESAVI). */
const supervisedSince = '2025-01-01';

/** Of the city one is in, else of all: whoever has not logged in may belong to any. */
export const loader = pageLoader(({ city, app, language }) => ({
  isInCity: city !== null,
  cities: (city ? [city] : app.cities.all()).map(({ id, name, feedback }) => ({ id, name: name[language], feedback })),
}));

const gaps = ['esco', 'own', 'signs', 'people'] as const;

export default function Accessibility() {
  const { isInCity, cities } = useLoaderData<typeof loader>();
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
        <p>{t(isInCity ? 'a11y.feedbackCity' : 'a11y.feedbackWhere')}</p>
        {cities.map(({ id, name, feedback }) => (
          <div key={id}>
            <h3 className="aksel-heading aksel-heading--xsmall">{name}</h3>
            <FeedbackWays feedback={feedback} />
          </div>
        ))}
        <p>{t('a11y.feedbackWhen')}</p>
      </Section>
      <Section title={t('a11y.authority')}>
        <p>{t('a11y.authorityWhen', { since: day(supervisedSince) })}</p>
        <address className="words">{t('a11y.authorityWho')}</address>
        <p>
          <a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>
        </p>
        <p>
          <a href="https://www.saavutettavuusvaatimukset.fi">saavutettavuusvaatimukset.fi</a>
        </p>
      </Section>
      <p className="quiet">{t('a11y.checked', { day: day(checkedOn) })}</p>
    </Page>
  );
}
