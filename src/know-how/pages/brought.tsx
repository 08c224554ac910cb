import { data, type HeadersArgs, useLoaderData } from 'react-router';
import { badField } from '../../kernel/problem.ts';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { fieldId, useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type DecidedBrought, decideBrought, decideBroughtInput } from '../bring/decide-brought.ts';
import { deleteBrought } from '../bring/delete-brought.ts';
import { firstShown } from '../bring/first-shown.ts';
import { type Brought, seeBrought } from '../bring/see-brought.ts';
import { Groups, LeftOut } from './brought-groups.tsx';
import { asNotNow } from './keep-draft.ts';

export const handle: PageHandle = { roles: ['customer'] };

const isUnread = ({ state }: Pick<Brought, 'state'>): boolean =>
  state === 'waiting' || state === 'reading' || state === 'looking';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Most documents are read in a second or two: the page waits so long before it says how far the reading is. */
const patience = 3000;
/** So many seconds a page that says so stands before it comes again. */
const pauseBefore = 3;

export const loader = pageLoader(async (page) => {
  const until = Date.now() + patience;
  const see = () => page.run(seeBrought, page.param('bringId'));
  let brought = await see();
  while (isUnread(brought) && Date.now() < until) {
    await pause(300);
    brought = await see();
  }
  const isStill = page.query.get('still') === 'yes';
  const again = isUnread(brought) && !isStill ? { headers: { refresh: String(pauseBefore) } } : {};
  return data({ brought, isStill }, again);
});

/** While it is being read the page comes again by itself, without script; not for those who do not want it. */
export const headers = ({ loaderHeaders }: HeadersArgs) => {
  const refresh = loaderHeaders.get('refresh');
  return refresh === null ? {} : { refresh };
};

const choices = (form: Form) => {
  const levelOf = (id: string) => form.text(`level-${id}`);
  const take = form.all('take').map((proposalId) => {
    const level = levelOf(proposalId);
    return level === '' ? { proposalId } : { proposalId, level };
  });
  const what = form.text('what');
  return what === 'leaveRest' ? { take: [], leave: 'all' } : { take, leave: [] };
};

/** "Take all" takes what is shown at once: not what stands behind "more", nor a language that no level is told of. */
const allShown = async (page: OpenPage, form: Form) => {
  const { proposals } = await page.run(seeBrought, page.param('bringId'));
  const { first } = firstShown(proposals.filter(({ state }) => state === 'open'));
  const take = first.flatMap(({ id, what }) => {
    const level = form.text(`level-${id}`);
    if (level !== '') return [{ proposalId: id, level }];
    return 'level' in what && !('uri' in what) && what.level === null ? [] : [{ proposalId: id }];
  });
  return { take, leave: [] };
};

const decide = async (page: OpenPage, form: Form): Promise<DecidedBrought> => {
  const wanted = form.text('what') === 'takeAll' ? await allShown(page, form) : choices(form);
  const input = form.read(decideBroughtInput, wanted);
  return asNotNow(page.run(decideBrought, { ...input, bringId: page.param('bringId'), version: form.version }));
};

export const action = formAction(async (page, form) => {
  const bringId = page.param('bringId');
  if (form.text('what') === 'delete') {
    await asNotNow(page.run(deleteBrought, { bringId, version: form.version }));
    return goTo('/bring', 'removed');
  }
  if (form.text('what') === 'take' && form.all('take').length === 0) throw badField('take', 'bring.take.nothing');
  const { taken } = await decide(page, form);
  return goTo(`/bring/${bringId}`, taken > 0 ? 'kept' : 'saved');
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>['brought'];

/** The file itself is there only until it is read; then its text, and where nothing is to be decided neither. */
const whatIsLeft = (brought: Loaded): 'file' | 'text' | 'line' => {
  if (isUnread(brought)) return 'file';
  return brought.proposals.some(({ state }) => state === 'open') ? 'text' : 'line';
};

const Delete = ({ brought }: { brought: Loaded }) => {
  const { t } = useText();
  const { version } = brought;
  const left = whatIsLeft(brought);
  return (
    <Confirm label={t(`bring.delete.${left}`)} what={t(`bring.delete.${left}.what`)}>
      <Press fields={{ what: 'delete', version }}>{t('bring.delete.send')}</Press>
    </Confirm>
  );
};

const Reading = ({ brought, isStill }: { brought: Loaded; isStill: boolean }) => {
  const { t } = useText();
  const { state, page, pages, id } = brought;
  const isCounted = state === 'reading' && pages > 0 && page > 0;
  return (
    <Page title={t('bring.reading')} lead={t('bring.reading.lead')}>
      <Title within={t('bring.title')}>{t('bring.reading')}</Title>
      <p role="status">{isCounted ? t('bring.reading.page', { page, pages }) : t(`bring.state.${state}`)}</p>
      {isCounted ? <progress className="reading" max={pages} value={page} aria-label={t('bring.reading')} /> : null}
      <p className="quiet">
        {isStill ? null : `${t('bring.reading.byItself')} `}
        <a href={isStill ? `/bring/${id}` : `/bring/${id}?still=yes`}>
          {isStill ? t('bring.reading.again') : t('bring.reading.still')}
        </a>
      </p>
      <Actions>
        <Go to={isStill ? `/bring/${id}?still=yes` : `/bring/${id}`}>{t('bring.lookAgain')}</Go>
        <Go kind="tertiary" to="/">
          {t('bring.later')}
        </Go>
      </Actions>
      <Delete brought={brought} />
    </Page>
  );
};

const Failed = ({ brought }: { brought: Loaded }) => {
  const { t } = useText();
  const wrong = brought.wrong ?? 'failure';
  return (
    <Page title={t('bring.failed')} lead={t(`bring.wrong.${wrong}`)}>
      <Title within={t('bring.title')}>{t('bring.failed')}</Title>
      <p>{t('bring.failed.nothing')}</p>
      <Actions>
        <Go to="/bring">{t('bring.another')}</Go>
        <Go kind="tertiary" to="/know-how">
          {t('bring.instead')}
        </Go>
      </Actions>
      <Delete brought={brought} />
    </Page>
  );
};

const Nothing = ({ brought }: { brought: Loaded }) => {
  const { t } = useText();
  return (
    <Page title={t('bring.nothing')} lead={t('bring.nothing.lead')}>
      <Title within={t('bring.title')}>{t('bring.nothing')}</Title>
      <LeftOut kinds={brought.leftOut} />
      <Actions>
        <Go to="/know-how">{t('bring.instead')}</Go>
        <Go kind="tertiary" to="/bring">
          {t('bring.another')}
        </Go>
      </Actions>
      <Delete brought={brought} />
    </Page>
  );
};

/** A copy of what one has already, with nothing new in it. */
const AllMine = ({ brought }: { brought: Loaded }) => {
  const { t } = useText();
  return (
    <Page title={t('bring.allMine')} lead={t('bring.allMine.lead')}>
      <Title within={t('bring.title')}>{t('bring.allMine')}</Title>
      <Actions>
        <Go to="/profile">{t('bring.toProfile')}</Go>
        <Go kind="tertiary" to="/bring">
          {t('bring.another')}
        </Go>
      </Actions>
      <Delete brought={brought} />
    </Page>
  );
};

const Done = () => {
  const { t } = useText();
  return (
    <Page title={t('bring.done')} lead={t('bring.done.lead')}>
      <Title within={t('bring.title')}>{t('bring.done')}</Title>
      <Actions>
        <Go to="/know-how#mine">{t('knowHow.story.toMine')}</Go>
        <Go kind="secondary" to="/matches">
          {t('knowHow.story.toMatches')}
        </Go>
        <Go kind="tertiary" to="/bring">
          {t('bring.another')}
        </Go>
      </Actions>
    </Page>
  );
};

const Ready = ({ brought }: { brought: Loaded }) => {
  const failure = useFailure();
  const { t } = useText();
  const open = brought.proposals.filter(({ state }) => state === 'open');
  const { first } = firstShown(open);
  const count = brought.proposals.filter(({ state }) => state === 'taken').length;
  return (
    <Page title={t('bring.ready')} lead={t('bring.ready.lead')}>
      <Title within={t('bring.title')}>{t('bring.ready')}</Title>
      {brought.name ? <p className="quiet">{t('bring.from', { name: brought.name })}</p> : null}
      {brought.leftOut.includes('otherName') ? (
        <Section title={t('bring.otherName')}>
          <p>{t('bring.otherName.what')}</p>
        </Section>
      ) : null}
      <LeftOut kinds={brought.leftOut} />
      {count > 0 ? <p>{t('bring.alreadyMine', { count })}</p> : null}
      <PostForm failure={failure} version={brought.version} className="form brought">
        <div id={fieldId('take')} tabIndex={-1}>
          <Groups brought={brought} open={open} />
        </div>
        <Actions>
          <Send name="what" value="take">
            {t('bring.take')}
          </Send>
          <Send name="what" value="takeAll" kind="secondary">
            {t('bring.takeAll', { count: first.length })}
          </Send>
          <Send name="what" value="leaveRest" kind="tertiary">
            {t('bring.leaveRest')}
          </Send>
        </Actions>
      </PostForm>
      <Delete brought={brought} />
    </Page>
  );
};

export default function BroughtPage() {
  const { brought, isStill } = useLoaderData<typeof loader>();
  const { state, proposals } = brought;
  if (state === 'failed') return <Failed brought={brought} />;
  if (state === 'done') return <Done />;
  if (state !== 'ready') return <Reading brought={brought} isStill={isStill} />;
  if (proposals.length === 0) return <Nothing brought={brought} />;
  const isOpen = proposals.some((one) => one.state === 'open');
  return isOpen ? <Ready brought={brought} /> : <AllMine brought={brought} />;
}
