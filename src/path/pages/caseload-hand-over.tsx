import { useLoaderData } from 'react-router';
import { isId } from '../../kernel/ids.ts';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { endStandIns, handOver, prepareHandOver } from '../caseload/hand-over.ts';
import { handOverInput } from '../caseload/hand-over-input.ts';
import { Handed, HandOverFields, handedIn, handOverLabels, handOverTyped } from './parts/hand-over-fields.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

const mostAtOnce = 500;
const chosenIn = (query: URLSearchParams): string[] => query.getAll('customer').filter(isId).slice(0, mostAtOnce);

export const loader = pageLoader(async (page) => {
  const customerIds = chosenIn(page.query);
  return { ...(await page.run(prepareHandOver, { customerIds })), handed: handedIn(page.query) };
});

export const action = formAction(async (page, form) => {
  if (form.text('do') === 'back') {
    const { ended } = await page.run(endStandIns, undefined);
    return goTo(`/caseload/hand-over?given=${ended}`);
  }
  const input = { ...handOverTyped(form), customerIds: chosenIn(page.query) };
  const { given, left } = await page.run(handOver, form.read(handOverInput, input));
  return goTo(`/caseload/hand-over?given=${given}&left=${left}`);
}, handOverLabels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Chosen = ({ customers, left }: Pick<Loaded, 'customers' | 'left'>) => {
  const { t } = useText();
  return (
    <Section title={t('path.away.chosen', { count: customers.length })}>
      <ul>
        {customers.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {left > 0 ? <p>{t('path.away.left', { count: left })}</p> : null}
    </Section>
  );
};

export default function CaseloadHandOver() {
  const { customers, left, advisers, isStoodInFor, handed } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const canHand = customers.length > 0 && advisers.length > 0;
  return (
    <Page title={t('path.away.title')} lead={t('path.away.lead')}>
      <Title within={t('nav.caseload')}>{t('path.away.title')}</Title>
      <Handed handed={handed} />
      {customers.length > 0 ? <Chosen customers={customers} left={left} /> : <p>{t('path.away.choose')}</p>}
      {customers.length > 0 && advisers.length === 0 ? <p>{t('path.unassigned.noAdvisers')}</p> : null}
      {canHand ? (
        <PostForm failure={failure}>
          <HandOverFields advisers={advisers} />
          <Send>{t('path.away.do')}</Send>
        </PostForm>
      ) : null}
      {isStoodInFor ? (
        <Section title={t('path.away.back')}>
          <p>{t('path.away.backWhat')}</p>
          <Press fields={{ do: 'back' }}>{t('path.away.backNow')}</Press>
        </Section>
      ) : null}
      <Actions>
        <Go to="/caseload" kind="tertiary">
          {t('nav.caseload')}
        </Go>
      </Actions>
    </Page>
  );
}
