import { useLoaderData } from 'react-router';
import { Press } from '../../web/components/actions.tsx';
import { Confirm, More } from '../../web/components/confirm.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { forgetHistory, forgetHistoryInput } from '../profile/forget-history.ts';
import { historyInput, readHistory } from '../profile/history.ts';
import { restoreInput, restoreVersion } from '../profile/restore-version.ts';
import { type ItemKind, itemKinds } from '../profile/tables.ts';
import { labelIn } from '../vocabulary/types.ts';
import { asNotNow } from './keep-draft.ts';
import { type PastLine, usePastWords } from './profile/past-words.ts';

export const handle: PageHandle = { roles: ['customer'] };

const pathOf = (kind: ItemKind, itemId: string | null): string =>
  `/profile/history?kind=${kind}${itemId === null ? '' : `&item=${encodeURIComponent(itemId)}`}`;

export const loader = pageLoader(async (page) => {
  const kind = itemKinds.find((one) => one === page.query.get('kind'));
  const itemId = page.query.get('item') ?? undefined;
  const input = historyInput.parse({ kind, itemId, page: Math.min(pageNumber(page.query), 1000) });
  const { versions, count } = await page.run(readHistory, input);
  const { vocabulary } = page.app.services;
  const lines = versions.map((one): PastLine => {
    const skill = one.kind === 'knowHow' ? vocabulary.skill(one.content.skillId) : undefined;
    return { ...one, label: skill ? labelIn(skill.labels, page.language) : '' };
  });
  return { lines, count, page: input.page, kind: kind ?? null, itemId: itemId ?? null };
});

const forget = async (page: OpenPage, form: Form): Promise<Response> => {
  const asked = { kind: form.text('kind'), ...(form.has('itemId') && { itemId: form.text('itemId') }) };
  const input = form.read(forgetHistoryInput, asked);
  await page.run(forgetHistory, input);
  return goTo(pathOf(input.kind, input.itemId ?? null), 'removed');
};

export const action = formAction(async (page, form) => {
  if (form.text('what') === 'forget') return forget(page, form);
  const { kind, itemId, to } = form.read(restoreInput, {
    kind: form.text('kind'),
    itemId: form.text('itemId'),
    to: Number(form.text('to')),
  });
  await asNotNow(page.run(restoreVersion, { kind, itemId, to, version: form.version }));
  return goTo('/profile', 'restored');
});

const canRestore = (one: PastLine): boolean => {
  if ('isRemoved' in one.content && one.content.isRemoved) return false;
  return !one.isLatest;
};

const Line = ({ one }: { one: PastLine }) => {
  const { t, time } = useText();
  const { factsOf, nameOf, changeWords } = usePastWords();
  const facts = factsOf(one).map(({ what, value }) => ({ what: t(what), value }));
  const { kind, itemId, version, latest } = one;
  const name = nameOf(one);
  return (
    <li>
      <span className="trail__when">{time(one.at)}</span>
      <p>
        <strong>{[t(`profile.item.${kind}`), name].filter(Boolean).join(': ')}</strong>
        <br />
        {one.changes.map(changeWords).join(', ') || t('profile.change.same')}
      </p>
      <More label={t('profile.history.show')}>
        <div className="words">
          <Facts facts={facts} />
        </div>
        {canRestore(one) ? (
          <Press small fields={{ kind, itemId, to: version, version: latest }}>
            {t('profile.history.restore')}
            <span className="aksel-sr-only">
              : {name} {time(one.at)}
            </span>
          </Press>
        ) : null}
      </More>
    </li>
  );
};

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Of one kind at a time: what can be deleted for good is what is shown. */
const Kinds = ({ kind, itemId }: Pick<Loaded, 'kind' | 'itemId'>) => {
  const { t } = useText();
  return (
    <nav aria-label={t('profile.history.kinds')} className="tabs">
      <ul>
        <li>
          <a href="/profile/history" aria-current={kind === null ? 'page' : undefined}>
            {t('profile.history.all')}
          </a>
        </li>
        {itemKinds.map((one) => (
          <li key={one}>
            <a href={pathOf(one, null)} aria-current={one === kind && itemId === null ? 'page' : undefined}>
              {t(`profile.item.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Forget = ({ kind, itemId }: { kind: ItemKind; itemId: string | null }) => {
  const { t } = useText();
  const what = itemId === null ? t('profile.history.forgetKind') : t('profile.history.forgetOne');
  return (
    <Confirm label={t('profile.history.forget')} what={what}>
      <Press fields={{ what: 'forget', kind, ...(itemId !== null && { itemId }) }}>
        {t('profile.history.forgetSend')}
      </Press>
    </Confirm>
  );
};

export default function History() {
  const { lines, count, page, kind, itemId } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.history')} lead={t('profile.history.lead')}>
      <Title within={t('profile.title')}>{t('profile.history')}</Title>
      <Kinds kind={kind} itemId={itemId} />
      {lines.length === 0 ? <Empty>{t('profile.history.empty')}</Empty> : null}
      <ol className="history">
        {lines.map((one) => (
          <Line key={`${one.kind} ${one.itemId} ${one.version}`} one={one} />
        ))}
      </ol>
      <Pager page={page} total={count} />
      {kind !== null && (page > 1 || lines.some((one) => !one.isLatest)) ? (
        <Forget kind={kind} itemId={itemId} />
      ) : null}
      <p>
        <a href="/profile">{t('profile.back')}</a>
      </p>
    </Page>
  );
}
