import { useLoaderData } from 'react-router';
import {
  chooseReachForCustomer,
  reachForCustomerInput,
  readReachForCustomer,
} from '../../kernel/acting/reach-for-customer.ts';
import { ActingEnd, actingIn, actingLabels } from '../components/acting.tsx';
import { Facts } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm, TextInput } from '../components/form.tsx';
import { Page, Title } from '../components/layout.tsx';
import { ReachFields, reachIn, reachLabels } from '../components/reach-fields.tsx';
import { ReachNote } from '../components/reach-words.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readReachForCustomer, { customerId: page.param('customerId') }));

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const input = form.read(reachForCustomerInput, {
      ...{ customerId, ...reachIn(form), email: form.text('email'), version: form.version },
      ...actingIn(form),
    });
    await page.run(chooseReachForCustomer, input);
    return goTo(`/customers/${customerId}/act-for`, 'doneForCustomer');
  },
  { ...actingLabels, ...reachLabels, email: 'account.email' },
);

export default function ReachForCustomer() {
  const { customer, trouble, version, ...reach } = useLoaderData<typeof loader>();
  const { t } = useText();
  const mail = reach.isSilent ? 'silent' : reach.hasMail ? 'has' : 'none';
  return (
    <Page title={t('acted.reach.title', { name: customer.name })} lead={t('acted.doLead')}>
      <Title within={customer.name}>{t('acted.reach.short')}</Title>
      <ReachNote trouble={trouble} who="other" />
      <Facts
        facts={[
          { what: t('account.email'), value: t(`acted.reach.mail.${mail}`) },
          {
            what: t('reach.phone'),
            value: reach.canText ? t(reach.hasPhone ? 'acted.reach.phone.has' : 'acted.reach.phone.none') : null,
          },
        ]}
      />
      <PostForm failure={useFailure()} version={version}>
        {reach.canGiveMail ? (
          <TextInput name="email" type="email" label={t('account.email')} hint={t('acted.reach.mailHint')} />
        ) : null}
        <ReachFields
          choices={reach.choices}
          quiet={reach.quiet}
          hints={{ owed: t('acted.reach.owed'), quiet: t('acted.reach.quiet') }}
        />
        <ActingEnd back={`/customers/${customer.id}/act-for`} />
      </PostForm>
    </Page>
  );
}
