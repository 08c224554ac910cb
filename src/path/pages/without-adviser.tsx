import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import { Problem } from '../../kernel/problem.ts';
import { Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick, PostForm } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { giveAdviser, giveAdviserInput } from '../give-adviser.ts';
import { listUnassigned } from '../list-unassigned.ts';
import type { Unassigned } from '../unassigned.ts';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(listUnassigned, { page: pageNumber(page.query) })),
  isAdviser: page.actor.role === 'adviser',
  timeZone: page.city?.timeZone ?? 'Europe/Helsinki',
}));

/** Somebody else was faster: the list is shown again as it stands now. */
const asTaken = (error: unknown): never => {
  throw error instanceof Problem && error.code === 'notFound' ? new Problem('notNow') : error;
};

export const action = formAction(async (page, form) => {
  const chosen = form.text('customerId');
  const input = { customerId: chosen, adviserId: form.text(`adviser-${chosen}`) || null };
  const { customerId } = await page.run(giveAdviser, form.read(giveAdviserInput, input)).catch(asTaken);
  if (page.actor.role === 'adviser') return goTo(`/customers/${customerId}`, 'customerTaken');
  return goTo('/without-adviser', 'adviserGiven');
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Who = ({ customer, timeZone }: { customer: Unassigned; timeZone: string }) => {
  const { t, day } = useText();
  const about = [customer.area, t(`path.unassigned.speaks.${customer.language}`)].filter(Boolean).join(', ');
  return (
    <>
      <h2 className="aksel-heading aksel-heading--small">{customer.name}</h2>
      <p>{about}</p>
      <p className="quiet">{t('path.unassigned.since', { day: day(dayIn(timeZone, new Date(customer.since))) })}</p>
    </>
  );
};

const Give = ({ customer, data: { advisers, isAdviser } }: { customer: Unassigned; data: Loaded }) => {
  const { t } = useText();
  const name = <span className="aksel-sr-only">{customer.name}</span>;
  const options = advisers.map(({ id, name: adviser, customers }) => ({
    value: id,
    label: t('path.unassigned.adviser', { name: adviser, count: customers }),
  }));
  return (
    <div className="give">
      {isAdviser ? null : (
        <Pick
          name={`adviser-${customer.customerId}`}
          label={t('path.unassigned.who')}
          options={options}
          value={options[0]?.value}
        />
      )}
      <Send kind="secondary" name="customerId" value={customer.customerId}>
        {t(isAdviser ? 'path.unassigned.take' : 'path.unassigned.give')} {name}
      </Send>
    </div>
  );
};

const Nobody = ({ isAdviser }: { isAdviser: boolean }) => {
  const { t } = useText();
  return (
    <Empty>
      <p>{t('path.unassigned.empty')}</p>
      <a href={isAdviser ? '/caseload' : '/'}>{t(isAdviser ? 'nav.caseload' : 'nav.home')}</a>
    </Empty>
  );
};

export default function WithoutAdviser() {
  const data = useLoaderData<typeof loader>();
  const { customers, advisers, isAdviser, timeZone, page, hasMore } = data;
  const { t } = useText();
  const failure = useFailure();
  const lead = t(isAdviser ? 'path.unassigned.leadAdviser' : 'path.unassigned.lead');
  return (
    <Page title={t('path.unassigned.title')} lead={customers.length > 0 ? lead : undefined}>
      <Title>{t('nav.withoutAdviser')}</Title>
      {customers.length === 0 ? <Nobody isAdviser={isAdviser} /> : null}
      {customers.length > 0 && advisers.length === 0 ? <Empty>{t('path.unassigned.noAdvisers')}</Empty> : null}
      {customers.length > 0 ? (
        <PostForm failure={failure} className="plain">
          <ul className="unassigned">
            {customers.map((customer) => (
              <li key={customer.customerId}>
                <Who customer={customer} timeZone={timeZone} />
                {advisers.length > 0 ? <Give customer={customer} data={data} /> : null}
              </li>
            ))}
          </ul>
        </PostForm>
      ) : null}
      <Pager page={page} hasMore={hasMore} />
      {customers.length > 0 && isAdviser ? (
        <Go to="/caseload" kind="tertiary">
          {t('nav.caseload')}
        </Go>
      ) : null}
    </Page>
  );
}
