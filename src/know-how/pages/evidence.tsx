import { useLoaderData } from 'react-router';
import { Actions, Press, Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { Facts, State } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { decideEvidence, decideEvidenceInput } from '../vouching/decide-evidence.ts';
import { readEvidence } from '../vouching/read-vouching.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readEvidence, page.param('evidenceId')));

export const action = formAction(
  async (page, form) => {
    const decision = form.read(decideEvidenceInput, { decision: form.text('do'), skills: form.all('skills') });
    await page.run(decideEvidence, { ...decision, evidenceId: page.param('evidenceId'), version: form.version });
    return goTo('/know-how/vouching', decision.decision === 'accept' ? 'evidenceTaken' : 'saved');
  },
  { skills: 'vouch.evidence.skills' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Choose = ({ skills, others, version, state }: Loaded) => {
  const { t } = useText();
  const failure = useFailure();
  const isNew = state === 'offered';
  return (
    <PostForm failure={failure} version={version}>
      <Ticks legend={t('vouch.evidence.skills')} name="skills">
        {skills.map(({ uri, label, isChosen }) => (
          <Tick key={uri} name="skills" value={uri} label={label} isTicked={isNew || isChosen} />
        ))}
        {others.length > 0 ? (
          <More label={t('vouch.evidence.others', { count: others.length })}>
            {others.map(({ uri, label }) => (
              <Tick key={uri} name="skills" value={uri} label={label} />
            ))}
          </More>
        ) : null}
      </Ticks>
      <Send name="do" value="accept">
        {t(state === 'accepted' ? 'vouch.evidence.save' : 'vouch.evidence.accept')}
      </Send>
    </PostForm>
  );
};

export default function Evidence() {
  const evidence = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const { title, kind, happenedOn, confirmedBy, confirmedAs, state, version } = evidence;
  return (
    <Page title={t('vouch.evidence.title')} lead={t('vouch.evidence.lead')}>
      <Title within={t('vouch.mine.title')}>{title}</Title>
      <Facts
        facts={[
          { what: t('vouch.evidence.what'), value: title },
          { what: t('vouch.evidence.from'), value: t(`vouch.evidence.kind.${kind}`, { day: day(happenedOn) }) },
          {
            what: t('vouch.evidence.confirmed'),
            value: confirmedBy
              ? [confirmedBy, confirmedAs && t(`role.${confirmedAs}`)].filter(Boolean).join(', ')
              : t('vouch.evidence.onlyMe'),
          },
        ]}
      />
      {state === 'offered' ? null : <State>{t(`vouch.evidence.state.${state}`)}</State>}
      <Choose {...evidence} />
      <Actions>
        {state === 'offered' ? <Press fields={{ do: 'leave', version }}>{t('vouch.leave')}</Press> : null}
        {state === 'accepted' ? <Press fields={{ do: 'remove', version }}>{t('vouch.remove')}</Press> : null}
      </Actions>
    </Page>
  );
}
