import type { ActedForView } from '../../kernel/acting/acted-for.ts';
import { actedWays } from '../../kernel/acting/rules.ts';
import type { Form } from '../page.ts';
import { useText } from '../text.tsx';
import { Actions, Go, Send } from './actions.tsx';
import { State } from './facts.tsx';
import { Choice, TextArea } from './form.tsx';

/** How the customer is there, and why their adviser does it for them: the end of each form that acts for a customer. `wayName`: where `way` is something else. */
export const ActingEnd = ({ back, wayName = 'way' }: { back: string; wayName?: string }) => {
  const { t } = useText();
  return (
    <>
      <Choice
        name={wayName}
        label={t('acted.way')}
        options={actedWays.map((value) => ({ value, label: t(`acted.way.${value}`) }))}
      />
      <TextArea name="reason" label={t('acted.reason')} hint={t('acted.reasonHint')} rows={3} most={500} />
      <Actions>
        <Send>{t('acted.do')}</Send>
        <Go to={back} kind="tertiary">
          {t('acted.leave')}
        </Go>
      </Actions>
    </>
  );
};

export const actingLabels = { way: 'acted.way', actedWay: 'acted.way', reason: 'acted.reason' } as const;

/** What those fields were filled in with. */
export const actingIn = (form: Form) => ({ way: form.text('way') || undefined, reason: form.text('reason') });

/** What was done for customers, each a link to the whole of it. `shows`: whom it was done for, or by whom. */
export const ActedList = ({ done, shows }: { done: readonly ActedForView[]; shows: 'official' | 'customer' }) => {
  const { t, time } = useText();
  return (
    <ul className="mails">
      {done.map((one) => (
        <li key={one.id}>
          <a href={`/acted-for/${one.id}`} className="move__what">
            {t(`acted.what.${one.what}`)}
          </a>
          <span className="quiet">
            {t('acted.line', {
              name: shows === 'official' ? one.officialName : one.customerName,
              ...{ way: one.way, at: time(one.at) },
            })}
          </span>
          {one.state === 'told' ? null : (
            <span>
              <State kind={one.state === 'disputed' ? 'care' : 'good'}>{t(`acted.state.${one.state}`)}</State>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
