import { useLoaderData } from 'react-router';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { keepForCustomer, keepForCustomerInput, readToldStory } from '../story-for-customer.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readToldStory, { toldStoryId: page.param('toldStoryId') }));

export const action = formAction(
  async (page, form) => {
    const toldStoryId = page.param('toldStoryId');
    const input = form.read(keepForCustomerInput, {
      ...{ toldStoryId, version: form.version, keep: form.all('keep'), ...actingIn(form) },
    });
    await page.run(keepForCustomer, input);
    return goTo(`/told-stories/${toldStoryId}`, 'doneForCustomer');
  },
  { ...actingLabels, keep: 'acted.story.keep' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Waits = ({ waits, version, customer }: Loaded) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()} version={version}>
      <Ticks legend={t('acted.story.keep')} name="keep">
        {waits.map(({ id, label, apart, words }) => {
          const because = words.length > 0 ? t('acted.story.because', { words: words.join(' … ') }) : '';
          const hint = [apart, because].filter(Boolean).join('. ');
          return <Tick key={id} name="keep" value={id} label={label} hint={hint} />;
        })}
      </Ticks>
      <p className="hint">{t('acted.story.rest')}</p>
      <ActingEnd back={`/customers/${customer.id}/act-for`} />
    </PostForm>
  );
};

export default function ToldStory() {
  const loaded = useLoaderData<typeof loader>();
  const { customer, text, language, waits, kept } = loaded;
  const { t } = useText();
  const title = waits.length > 0 ? t('acted.story.found', { name: customer.name }) : t('acted.story.nothing');
  return (
    <Page title={title} lead={t('acted.story.today')}>
      <Title within={customer.name}>{t('acted.story.short')}</Title>
      <blockquote lang={language} className="words">
        {text}
      </blockquote>
      {waits.length > 0 ? <Waits {...loaded} /> : null}
      {kept.length > 0 ? (
        <Section title={t('acted.story.kept')}>
          <Chips>
            {kept.map(({ id, label }) => (
              <KnowHowChip key={id} label={label} />
            ))}
          </Chips>
        </Section>
      ) : null}
      <p className="no-print">
        <a href={`/customers/${customer.id}/act-for`}>{t('acted.toActing')}</a>
      </p>
    </Page>
  );
}
