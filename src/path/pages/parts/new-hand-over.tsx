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
    label: t('path.transfer.receiver', { name, role: t(`role.${role}`), count: customers }),
  }));
  return (
    <PostForm failure={useFailure()}>
      <Pick
        name="toId"
        label={t('path.transfer.whom')}
        options={[{ value: '', label: t('path.transfer.choose') }, ...options]}
      />
      <TextArea name="why" label={t('path.transfer.why')} hint={t('path.transfer.whyHint')} rows={3} most={500} />
      <Send>{t('path.transfer.ask')}</Send>
    </PostForm>
  );
};

/** Asks another to take a customer; what came of it before. */
export const NewHandOver = ({ customer, receivers, handOvers, days, base }: Loaded) => {
  const { t } = useText();
  const title = t('path.transfer.title', { name: customer.name });
  const waiting = handOvers.filter(({ state }) => state === 'waiting');
  return (
    <Page title={title} lead={t('path.transfer.lead', { days })}>
      <Title within={customer.name}>{title}</Title>
      {receivers.length === 0 ? <Empty>{t('path.transfer.nobody')}</Empty> : <Begin receivers={receivers} />}
      {handOvers.length > 0 ? (
        <Section title={t(waiting.length > 0 ? 'path.transfer.waiting' : 'path.transfer.before')}>
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
