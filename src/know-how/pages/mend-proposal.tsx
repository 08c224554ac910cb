import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeProposal, changeProposalInput, readProposal } from '../bring/change-proposal.ts';
import { writtenPeriod } from '../bring/written-period.ts';
import { experienceKinds, mostOf } from '../profile/kinds.ts';
import { asNotNow } from './keep-draft.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const bringId = page.param('bringId');
  const { what, version } = await page.run(readProposal, { bringId, proposalId: page.param('proposalId') });
  const { kind, title, place, did, language } = what;
  return { bringId, version, kind, title, place, did, language, when: writtenPeriod(what) };
});

const labels = {
  kind: 'bring.mend.kind',
  title: 'bring.mend.what',
  place: 'bring.mend.place',
  when: 'bring.mend.when',
  did: 'bring.mend.did',
} as const;

export const action = formAction(async (page, form) => {
  const bringId = page.param('bringId');
  const input = form.read(changeProposalInput, {
    kind: form.text('kind'),
    title: form.text('title'),
    place: form.text('place'),
    when: form.text('when'),
    did: form.text('did'),
  });
  const change = { ...input, bringId, proposalId: page.param('proposalId'), version: form.version };
  await asNotNow(page.run(changeProposal, change));
  return goTo(`/bring/${bringId}`, 'saved');
}, labels);

export default function MendProposal() {
  const { bringId, version, kind, title, place, when, did } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const kinds = experienceKinds.map((value) => ({ value, label: t(`leave.kind.${value}`) }));
  return (
    <Page title={t('bring.mend.title')} lead={t('bring.mend.lead')}>
      <Title within={t('bring.title')}>{t('bring.mend.title')}</Title>
      <PostForm failure={failure} version={version}>
        <TextInput name="title" label={t('bring.mend.what')} value={title} />
        <TextInput name="place" label={t('bring.mend.place')} value={place} />
        <TextInput name="when" label={t('bring.mend.when')} hint={t('bring.mend.whenHint')} value={when} />
        <Choice name="kind" label={t('bring.mend.kind')} options={kinds} value={kind} />
        <TextArea name="did" label={t('bring.mend.did')} value={did} most={mostOf.did} />
        <Actions>
          <Send>{t('bring.mend.save')}</Send>
          <Go kind="tertiary" to={`/bring/${bringId}`}>
            {t('bring.mend.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
