import { useLoaderData } from 'react-router';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { leastShown } from '../adverts/rules.ts';
import { filterInputs, neverInputs, scoreInputs } from '../inputs.ts';
import { levelFits } from '../levels.ts';
import { factors, goodFrom } from '../rules.ts';

/** Anyone may read it, also without logging in: how people are matched is no secret (AI Act, article 86; GDPR, article 22). */
export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(({ session }) => {
  const role = session?.actor?.role ?? 'customer';
  return { isForCustomer: role === 'customer' };
});

type Input = (typeof scoreInputs)[number] | (typeof filterInputs)[number] | (typeof neverInputs)[number];

const Inputs = ({ inputs }: { inputs: readonly Input[] }) => {
  const { t } = useText();
  return (
    <ul>
      {inputs.map((input) => (
        <li key={input}>{t(`matching.how.input.${input}`)}</li>
      ))}
    </ul>
  );
};

const Points = () => {
  const { t } = useText();
  const [, one, two, three] = levelFits;
  return (
    <Section title={t('matching.how.points')}>
      <p>{t('matching.how.weights')}</p>
      <ul>
        <li>{t('matching.how.same', { share: factors.same * 10 })}</li>
        <li>{t('matching.how.near', { share: factors.narrower * 10 })}</li>
        <li>{t('matching.how.related', { share: factors.related * 10 })}</li>
      </ul>
      <p>{t('matching.how.levels', { one: one * 10, two: two * 10, three: three * 10 })}</p>
      <p>{t('matching.how.sum')}</p>
      <p>{t('matching.how.good', { least: goodFrom })}</p>
    </Section>
  );
};

export default function HowMatchingWorks() {
  const { isForCustomer } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('matching.how.title')} lead={t('matching.how.lead')}>
      <Title>{t('matching.how.title')}</Title>
      {isForCustomer ? null : <p className="quiet">{t('matching.how.toCustomer')}</p>}
      <Points />
      <Section title={t('matching.how.used')}>
        <Inputs inputs={scoreInputs} />
        <p>{t('matching.how.filters')}</p>
        <Inputs inputs={filterInputs} />
      </Section>
      <Section title={t('matching.how.adverts')}>
        <p>{t('matching.how.advertsWhat', { least: leastShown })}</p>
      </Section>
      <Section title={t('matching.how.never')}>
        <p>{t('matching.how.neverLead')}</p>
        <Inputs inputs={neverInputs} />
      </Section>
      <Section title={t('matching.how.decides')}>
        <p>{t('matching.how.decidesWhat')}</p>
      </Section>
      <Section title={t('matching.how.sees')}>
        <p>{t('matching.how.seesBefore')}</p>
        <p>{t('matching.how.seesAfter')}</p>
      </Section>
      <Section title={t('matching.how.change')}>
        <ul>
          <li>{t('matching.how.changeKnowHow')}</li>
          <li>{t('matching.how.changeLimits')}</li>
          <li>{t('matching.how.changeConsent')}</li>
          <li>{t('matching.how.changePerson')}</li>
        </ul>
      </Section>
    </Page>
  );
}
