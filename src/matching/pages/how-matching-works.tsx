import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { readTerm } from '../../kernel/terms.ts';
import { installedVocabulary } from '../../know-how/index.ts';
import { Facts } from '../../web/components/facts.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { leastShown } from '../adverts/rules.ts';
import { publicFigures } from '../figures.ts';
import { filterInputs, neverInputs, scoreInputs } from '../inputs.ts';
import { levelFits } from '../levels.ts';
import { factors, goodFrom } from '../rules.ts';
import { Measured } from './measured.tsx';

/** Anyone may read it, also without logging in: how people are matched is no secret (AI Act, article 86; GDPR, article 22). */
export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async ({ session, app }) => {
  const role = session?.actor?.role ?? 'customer';
  const cityId = session?.actor?.cityId;
  const asked = {
    cityId: cityId ?? '',
    today: dayIn('Europe/Helsinki', app.clock()),
  };
  const read = async (tx: Tx) => ({
    days: (await readTerm(tx, { ...asked, name: 'suggestionLogDays' })).value,
    askDays: (await readTerm(tx, { ...asked, name: 'askPersonDays' })).value,
    vocabulary: await installedVocabulary(tx),
  });
  // A visitor is in no city: what holds in all of them.
  const { days, askDays, vocabulary } = await (cityId
    ? app.database.inCity(cityId, read)
    : app.database.acrossCities(read));
  const { version, vectorsVersion, source } = app.services.vocabulary;
  const skills = vocabulary?.version === version ? vocabulary.skillCount : null;
  return {
    ...{ isForCustomer: role === 'customer', days, askDays, version, vectorsVersion, skills, figures: publicFigures },
    isStarter: source === 'starter',
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

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

/** What is in use now, in figures. */
const Now = ({ version, vectorsVersion, skills }: Loaded) => {
  const { t, number } = useText();
  return (
    <Section title={t('matching.how.now')}>
      <Facts
        facts={[
          { what: t('matching.how.vocabulary'), value: version },
          { what: t('matching.how.skills'), value: skills === null ? null : number(skills) },
          { what: t('matching.how.vectors'), value: vectorsVersion ?? t('matching.how.noVectors') },
        ]}
      />
      <p>{t('matching.how.cannot')}</p>
    </Section>
  );
};

/** What leads to a page that is a customer's. */
const ForCustomer = ({ is, children }: { is: boolean; children: ReactNode }) => (is ? <p>{children}</p> : null);

const Answerable = ({ days, isForCustomer }: Loaded) => {
  const { t } = useText();
  return (
    <>
      <Section title={t('matching.how.logged')}>
        <p>{t('matching.how.loggedWhat', { days })}</p>
        <ForCustomer is={isForCustomer}>
          <a href="/suggestions">{t('matching.log.link')}</a>
        </ForCustomer>
      </Section>
      <Section title={t('matching.how.rights')}>
        <ul>
          <li>{t('matching.how.rightSee')}</li>
          <li>{t('matching.how.rightObject')}</li>
          <li>{t('matching.how.rightNoEffect')}</li>
        </ul>
        <ForCustomer is={isForCustomer}>
          <a href="/objection">{t('matching.how.object')}</a>
        </ForCustomer>
      </Section>
    </>
  );
};

export default function HowMatchingWorks() {
  const loaded = useLoaderData<typeof loader>();
  const { isForCustomer } = loaded;
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
          <li>{t('matching.how.changePerson', { days: loaded.askDays })}</li>
        </ul>
        <ForCustomer is={isForCustomer}>
          <a href="/ask-a-person/new">{t('askPerson.ask')}</a>
        </ForCustomer>
      </Section>
      <Answerable {...loaded} />
      <Measured figures={loaded.figures} isStarter={loaded.isStarter} />
      <Now {...loaded} />
    </Page>
  );
}
