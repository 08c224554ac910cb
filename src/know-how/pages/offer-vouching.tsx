import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea, TextInput, Tick, Ticks } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { offerVouching, offerVouchingInput } from '../vouching/offer-vouching.ts';
import { readOfferChoices } from '../vouching/read-vouching.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const customerId = page.param('customerId');
  return { customerId, ...(await page.run(readOfferChoices, customerId)) };
});

const labels = { skills: 'vouch.offer.skills', how: 'vouch.answer.how' } as const;

export const action = formAction(async (page, form) => {
  const customerId = page.param('customerId');
  const { id } = await page.run(offerVouching, {
    customerId,
    ...form.read(offerVouchingInput, {
      skills: form.all('skills'),
      how: form.text('how'),
      since: form.text('since'),
      until: form.text('until'),
    }),
  });
  return goTo(`/vouching/${id}`, 'vouchAnswered');
}, labels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Offer = ({ skills }: { skills: NonNullable<Loaded['skills']> }) => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <PostForm failure={failure}>
      <Ticks legend={t('vouch.offer.skills')} name="skills">
        {skills.map(({ uri, label }) => (
          <Tick key={uri} name="skills" value={uri} label={label} />
        ))}
      </Ticks>
      <TextArea name="how" label={t('vouch.answer.how')} hint={t('vouch.answer.howHint')} rows={3} most={500} />
      <div className="vouch__when">
        <TextInput name="since" label={t('vouch.answer.since')} />
        <TextInput name="until" label={t('vouch.answer.until')} />
      </div>
      <Send>{t('vouch.offer.send')}</Send>
    </PostForm>
  );
};

export default function OfferVouching() {
  const { customerId, name, skills } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('vouch.offer.title', { name })} lead={t('vouch.offer.lead')}>
      <Title within={name}>{t('vouch.offer.tab')}</Title>
      {skills === null ? <Empty>{t('vouch.offer.noConsent')}</Empty> : null}
      {skills?.length === 0 ? <Empty>{t('vouch.offer.noSkills')}</Empty> : null}
      {skills && skills.length > 0 ? <Offer skills={skills} /> : null}
      <Actions>
        <Go to={`/customers/${customerId}`} kind="tertiary">
          {t('vouch.offer.back')}
        </Go>
      </Actions>
    </Page>
  );
}
