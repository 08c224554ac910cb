import { useLoaderData } from 'react-router';
import { hours } from '../../kernel/tables.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextInput } from '../../web/components/form.tsx';
import { LanguageTicks } from '../../web/components/language-ticks.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { limitsForCustomerInput, readLimitsForCustomer, tellLimitsForCustomer } from '../limits-for-customer.ts';

export const handle: PageHandle = { roles: ['adviser'] };

/** What the form says for null; a button of a group cannot be unpressed. */
const notTold = 'notTold';

export const loader = pageLoader((page) => page.run(readLimitsForCustomer, { customerId: page.param('customerId') }));

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const input = form.read(limitsForCustomerInput, {
      ...{ customerId, version: form.version, languages: form.all('languages'), area: form.text('area') },
      hours: form.text('hours') === notTold ? null : form.text('hours'),
      ...actingIn(form),
    });
    await page.run(tellLimitsForCustomer, input);
    return goTo(`/customers/${customerId}/act-for`, 'doneForCustomer');
  },
  {
    ...actingLabels,
    hours: 'knowHow.limits.hours',
    languages: 'knowHow.limits.languages',
    area: 'knowHow.limits.area',
  },
);

export default function LimitsForCustomer() {
  const { customer, version, ...limits } = useLoaderData<typeof loader>();
  const { t } = useText();
  const options = [
    ...hours.map((value) => ({ value: value as string, label: t(`knowHow.limits.hours.${value}`) })),
    { value: notTold, label: t('knowHow.limits.hours.notTold') },
  ];
  return (
    <Page title={t('acted.limitsTitle', { name: customer.name })} lead={t('acted.doLead')}>
      <Title within={customer.name}>{t('acted.limitsShort')}</Title>
      <PostForm failure={useFailure()} version={version}>
        <Choice name="hours" label={t('knowHow.limits.hours')} options={options} value={limits.hours ?? notTold} />
        <LanguageTicks legend={t('knowHow.limits.languages')} ticked={limits.languages} />
        <TextInput name="area" label={t('knowHow.limits.area')} value={limits.area} />
        <ActingEnd back={`/customers/${customer.id}/act-for`} />
      </PostForm>
    </Page>
  );
}
