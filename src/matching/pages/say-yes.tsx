import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, Choice, PostForm, TextArea, Tick } from '../../web/components/form.tsx';
import { GivenCard } from '../../web/components/given-card.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerMatch, cardInput } from '../answer-match.ts';
import { previewCard } from '../own-card.ts';
import { type CardDraft, prepareYes } from '../prepare-yes.ts';
import { cardIn, cardInDraft } from './card-in.ts';
import { SkillTicks, ThingTicks } from './card-ticks.tsx';

export const handle: PageHandle = { roles: ['customer'] };

/** How the business would see what stands in the form, which has just been asked for. */
const previewOf = async (page: OpenPage, challengeId: string) => {
  const card = page.draft ? cardInput.safeParse(cardInDraft(page.draft)).data : undefined;
  return card ? page.run(previewCard, { challengeId, card }) : null;
};

export const loader = pageLoader(async (page) => {
  const challengeId = page.param('challengeId');
  const draft = await page.run(prepareYes, { challengeId });
  if (!draft.canSayYes) throw new Problem('notNow');
  return { challengeId, draft, preview: page.done === 'previewed' ? await previewOf(page, challengeId) : null };
});

const labels = {
  nameShown: 'matching.card.name',
  intro: 'matching.card.intro',
  skillIds: 'matching.card.skills',
  experienceIds: 'matching.card.experienceIds',
  languageIds: 'matching.card.languageIds',
  licenceIds: 'matching.card.licenceIds',
} as const;

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const card = form.read(cardInput, cardIn(form));
  if (form.text('what') === 'preview') {
    // Whatever cannot be given cannot be looked at either.
    await page.run(previewCard, { challengeId, card });
    return goTo(`/matches/${challengeId}/yes`, 'previewed');
  }
  await page.run(answerMatch, { challengeId, answer: 'yes', card, version: form.version });
  return goTo(`/matches/${challengeId}`, 'answered');
}, labels);

type Preview = NonNullable<Awaited<ReturnType<typeof loader>>['preview']>;

/** Nothing but a name: it may be sent, and says little. */
const isBare = ({
  intro,
  skills,
  experiences,
  languages,
  licences,
}: Pick<Preview, 'intro' | 'skills' | 'experiences' | 'languages' | 'licences'>) =>
  intro === '' && [skills, experiences, languages, licences].every(({ length }) => length === 0);

const NameChoice = ({ draft: { fullName, firstName, nameShown } }: { draft: CardDraft }) => {
  const { t } = useText();
  const options = [
    { value: 'firstName', label: t('matching.card.firstName', { name: firstName }) },
    { value: 'fullName', label: t('matching.card.fullName', { name: fullName }) },
  ];
  return <Choice name="nameShown" label={t('matching.card.name')} options={options} value={nameShown} />;
};

export default function SayYes() {
  const { challengeId, draft, preview } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('matching.yes.title', { business: draft.businessName })} lead={t('matching.yes.lead')}>
      <Title within={t('nav.matches')}>{`${t('matching.yes.tab')}: ${draft.businessName}`}</Title>
      <BothVersions failure={failure} mine={failure?.typed.intro?.[0] ?? ''} theirs={draft.intro} />
      {preview ? (
        <section className="preview" aria-label={t('matching.card.preview')}>
          <p className="preview__title">{t('matching.card.preview')}</p>
          <p className="preview__name">{preview.name}</p>
          <GivenCard card={preview} />
          {isBare(preview) ? <p>{t('matching.card.bare')}</p> : null}
          <Actions>
            <Send isOutside>{draft.isYes ? t('matching.card.save') : t('matching.yes.send')}</Send>
          </Actions>
        </section>
      ) : null}
      <PostForm failure={failure} version={draft.version}>
        <NameChoice draft={draft} />
        <TextArea
          name="intro"
          label={t('matching.card.intro')}
          hint={t('matching.card.introHint')}
          value={draft.intro}
          rows={4}
          most={600}
        />
        <SkillTicks skills={draft.skills} />
        <ThingTicks things={draft.things} />
        <p>
          <a href="/profile/business">{t('matching.card.standing')}</a>
        </p>
        {draft.vouched > 0 ? (
          <Tick
            name="showsVouching"
            label={t('matching.card.showsVouching', { count: draft.vouched })}
            hint={t('matching.card.showsVouchingHint')}
            isTicked={draft.showsVouching}
          />
        ) : null}
        <Tick
          name="withOthers"
          label={t('matching.card.withOthers')}
          hint={t('matching.card.withOthersHint')}
          isTicked={draft.withOthers}
        />
        {draft.isYes ? null : <p>{t('matching.yes.next')}</p>}
        <Actions>
          <Send>{draft.isYes ? t('matching.card.save') : t('matching.yes.send')}</Send>
          <Press fields={{ what: 'preview' }}>{t('matching.card.look')}</Press>
          <Go to={`/matches/${challengeId}`} kind="tertiary">
            {t('matching.yes.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
