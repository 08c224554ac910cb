import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { badField } from '../../kernel/problem.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, DayInput, PostForm, TextInput } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { endJobSearch, endJobSearchInput } from '../rhythm/end-job-search.ts';
import { readRhythm } from '../rhythm/read-rhythm.ts';
import { setJobSearch, setJobSearchInput } from '../rhythm/set-job-search.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const { customer, jobSearch } = await page.run(readRhythm, { customerId: page.param('customerId') });
  return { customer, going: jobSearch?.endedOn === null ? jobSearch : null };
});

/** A form that ends a job search or mends its first day carries a version; one that begins it carries none. */
const whatOf = (form: Form): 'begun' | 'ended' | 'mended' => {
  if (form.version === 0) return 'begun';
  const what = form.text('what');
  if (what === 'ended' || what === 'mended') return what;
  throw badField('what', 'path.rhythm.chooseWhat');
};

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const { version } = form;
    if (whatOf(form) === 'ended') {
      const end = { customerId, version, endedOn: readDay(form.text('endedOn')), why: form.text('why') };
      await page.run(endJobSearch, form.read(endJobSearchInput, end));
    } else {
      const begun = { customerId, version, begunOn: readDay(form.text('begunOn')) };
      await page.run(setJobSearch, form.read(setJobSearchInput, begun));
    }
    return goTo(`/customers/${customerId}`, 'saved');
  },
  {
    begunOn: 'path.rhythm.field.begunOn',
    what: 'path.rhythm.field.what',
    endedOn: 'path.rhythm.field.endedOn',
    why: 'path.rhythm.field.why',
  },
);

export default function CustomerJobSearch() {
  const { customer, going } = useLoaderData<typeof loader>();
  const { t } = useText();
  const title = t('path.rhythm.searchTitle', { name: customer.name });
  return (
    <Page title={title} lead={t('path.rhythm.searchLead')}>
      <Title within={t('nav.caseload')}>{title}</Title>
      <PostForm failure={useFailure()} version={going?.version ?? 0}>
        {going ? (
          <Choice
            name="what"
            label={t('path.rhythm.field.what')}
            options={[
              { value: 'ended', label: t('path.rhythm.what.ended') },
              { value: 'mended', label: t('path.rhythm.what.mended') },
            ]}
          />
        ) : null}
        {going ? (
          <>
            <DayInput name="endedOn" label={t('path.rhythm.field.endedOn')} />
            <TextInput name="why" label={t('path.rhythm.field.why')} hint={t('path.rhythm.field.whyHint')} />
          </>
        ) : null}
        <DayInput name="begunOn" label={t('path.rhythm.field.begunOn')} value={going?.begunOn ?? ''} />
        <Send>{t('path.rhythm.save')}</Send>
      </PostForm>
      <p>
        <a href={`/customers/${customer.id}`}>{customer.name}</a>
      </p>
    </Page>
  );
}
