import { Actions, Go, Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Pick, PostForm, TextArea } from '../../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { HandOverStart } from '../../hand-over/begin-hand-over.ts';
import { HandOverFacts, HandOverStanding } from './hand-over-facts.tsx';

type Loaded = HandOverStart & {
  /** Where the customer's page is for who reads. */
  base: string;
};

const Begin = ({ receivers }: Pick<Loaded, 'receivers'>) => {
  const { t } = useText();
  const options = receivers.map(({ id, name, role, customers }) => ({
    value: `${role} ${id}`,
    label: t('path.handOver.receiver', { name, role: t(`role.${role}`), count: customers }),
  }));
  return (
    <PostForm failure={useFailure()}>
      <Pick
        name="toId"
        label={t('path.handOver.whom')}
        options={[{ value: '', label: t('path.handOver.choose') }, ...options]}
      />
      <TextArea name="why" label={t('path.handOver.why')} hint={t('path.handOver.whyHint')} rows={3} most={500} />
      <Send>{t('path.handOver.ask')}</Send>
    </PostForm>
  );
};

/** Asks another to take a customer; what came of it before. */
export const NewHandOver = ({ customer, receivers, handOvers, days, base }: Loaded) => {
  const { t } = useText();
  const title = t('path.handOver.title', { name: customer.name });
  const waiting = handOvers.filter(({ state }) => state === 'waiting');
  return (
    <Page title={title} lead={t('path.handOver.lead', { days })}>
      <Title within={customer.name}>{title}</Title>
      {receivers.length === 0 ? <Empty>{t('path.handOver.nobody')}</Empty> : <Begin receivers={receivers} />}
      {handOvers.length > 0 ? (
        <Section title={t(waiting.length > 0 ? 'path.handOver.waiting' : 'path.handOver.before')}>
          <ul className="history">
            {handOvers.map((one) => (
              <li key={one.id}>
                <p>
                  <a href={`/hand-overs/${one.id}`}>{one.toName}</a> <HandOverStanding one={one} />
                </p>
                <HandOverFacts one={one} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Actions>
        <Go to={base} kind="tertiary">
          {t('path.invite.toCustomer')}
        </Go>
      </Actions>
    </Page>
  );
};
