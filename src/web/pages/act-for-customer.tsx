import { useLoaderData } from 'react-router';
import { readDoneForCustomer } from '../../kernel/acting/acted-for.ts';
import { neverWhats } from '../../kernel/acting/rules.ts';
import { ActedList } from '../components/acting.tsx';
import { Card, Cards } from '../components/cards.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readDoneForCustomer, { customerId: page.param('customerId') }));

/** What begins from here; what answers something begins from that thing's own page. */
const begins = [
  { key: 'book', path: 'appointments/for-customer' },
  { key: 'story', path: 'story' },
  { key: 'limits', path: 'limits' },
  { key: 'reach', path: 'reach' },
  { key: 'paper', path: 'documents/for-customer' },
] as const;

const Answers = ({ base }: { base: string }) => {
  const { t } = useText();
  return (
    <Section title={t('acted.answers')}>
      <p>{t('acted.answersWhat')}</p>
      <ul>
        <li>
          <a href={`${base}/steps`}>{t('acted.answers.steps')}</a>
        </li>
        <li>
          <a href="/my-week">{t('acted.answers.appointments')}</a>
        </li>
        <li>
          <a href={`${base}/documents`}>{t('acted.answers.documents')}</a>
        </li>
        <li>
          <a href={base}>{t('acted.answers.afterCare')}</a>
        </li>
      </ul>
    </Section>
  );
};

const Never = () => {
  const { t } = useText();
  return (
    <Section title={t('acted.never')}>
      <p>{t('acted.neverWhat')}</p>
      <ul>
        {neverWhats.map((what) => (
          <li key={what}>{t(`acted.never.${what}`)}</li>
        ))}
      </ul>
    </Section>
  );
};

export default function ActForCustomer() {
  const { customer, done } = useLoaderData<typeof loader>();
  const { t } = useText();
  const base = `/customers/${customer.id}`;
  return (
    <Page title={t('acted.forTitle', { name: customer.name })} lead={t('acted.doLead')}>
      <Title within={customer.name}>{t('acted.forShort')}</Title>
      <Cards>
        {begins.map(({ key, path }) => (
          <Card key={key} to={`${base}/${path}`} title={t(`acted.begin.${key}`)} level={2}>
            <p>{t(`acted.begin.${key}What`)}</p>
          </Card>
        ))}
      </Cards>
      <Answers base={base} />
      <Section title={t('acted.doneTitle')}>
        {done.length === 0 ? (
          <p className="quiet">{t('acted.doneNone')}</p>
        ) : (
          <ActedList done={done} shows="official" />
        )}
        <p>
          <a href="/done-for-customers">{t('acted.mineLink')}</a>
        </p>
      </Section>
      <Never />
      <p className="no-print">
        <a href={base}>{t('acted.toCustomer', { name: customer.name })}</a>
      </p>
    </Page>
  );
}
