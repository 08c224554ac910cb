import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { WhySuggested } from '../../web/components/why-suggested.tsx';
import { useLogWords } from '../../web/log-words.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSuggestionLog, type SuggestionLine } from '../answerable/read-suggestions.ts';

export const handle: PageHandle = { roles: ['customer'] };

const kinds = ['skill', 'match', 'person'] as const;

export const loader = pageLoader(async (page) => {
  const kind = kinds.find((one) => one === page.query.get('kind'));
  const number = pageNumber(page.query);
  return { ...(await page.run(readSuggestionLog, { page: number, kind })), page: number, kind: kind ?? null };
});

/** Looks at challenges outnumber the rest soon: each kind can be seen by itself. */
const Kinds = ({ kind }: { kind: (typeof kinds)[number] | null }) => {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t('matching.log.filter')}>
      <ul>
        <li>
          <a href="/suggestions" aria-current={kind === null ? 'page' : undefined}>
            {t('matching.log.all')}
          </a>
        </li>
        {kinds.map((one) => (
          <li key={one}>
            <a href={`/suggestions?kind=${one}`} aria-current={kind === one ? 'page' : undefined}>
              {t(`matching.log.only.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

type Line = Omit<SuggestionLine, 'madeAt' | 'decidedAt'> & {
  madeAt: string | Date;
  decidedAt: string | Date | null;
};

const partsOf = ({ parts }: Line) =>
  parts.map(({ label, state, got, outOf, through }) =>
    outOf === null ? { name: label, got } : { need: label, state: state ?? 'missing', got, outOf, through },
  );

const Why = ({ line }: { line: Line }) => {
  const { t } = useText();
  const { role } = useLogWords();
  const { id, kind, inputHash, vocabularyVersion, vectorsVersion, score, what, seenBy } = line;
  const noHash = t(kind === 'person' ? 'matching.log.personWhy' : 'matching.log.noHash');
  return (
    <WhySuggested about={what} score={score} parts={partsOf(line)}>
      <p>
        {seenBy.length > 0
          ? t('matching.log.seenBy', { roles: seenBy.map(role).join(', ') })
          : t('matching.log.seenByNobody')}
      </p>
      <More label={t('matching.log.forChecking')}>
        <p>{t('matching.log.forCheckingWhat')}</p>
        <p className="quiet">
          {t('matching.log.versions', { vocabulary: vocabularyVersion, vectors: vectorsVersion ?? '–' })}
        </p>
        <p className="quiet">
          {inputHash === null ? noHash : t('matching.log.hash')} <code>{inputHash}</code>
        </p>
        <p className="quiet">
          {t('matching.log.number')} <code>{id}</code>
        </p>
      </More>
    </WhySuggested>
  );
};

const One = ({ line }: { line: Line }) => {
  const { t, time } = useText();
  const { kind, what, language, madeAt, decision, decidedAt } = line;
  return (
    <li>
      <p>
        <strong lang={kind === 'skill' ? undefined : language}>{what}</strong>{' '}
        <State kind={decision === 'kept' || decision === 'yes' ? 'good' : 'plain'}>
          {t(`matching.log.decision.${decision ?? 'open'}`)}
        </State>
      </p>
      <p className="quiet">
        {t(`matching.log.made.${kind}`, { at: time(madeAt) })}{' '}
        {decidedAt ? t('matching.log.decidedAt', { at: time(decidedAt) }) : ''}
      </p>
      <Why line={line} />
      <p>
        <a href={`/ask-a-person/new?suggestion=${line.id}`}>
          {t('matching.log.ask')}
          <span className="aksel-sr-only">: {what}</span>
        </a>
      </p>
    </li>
  );
};

export default function Suggestions() {
  const { lines, hasMore, days, page, kind } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('matching.log.title')} lead={t('matching.log.lead', { days })}>
      <Title>{t('matching.log.title')}</Title>
      <Kinds kind={kind} />
      {lines.length === 0 ? (
        <Empty>{t('matching.log.none')}</Empty>
      ) : (
        <ul className="vouchings">
          {lines.map((line) => (
            <One key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Pager page={page} hasMore={hasMore} />
      <Actions>
        <Go to="/suggestions/file" kind="secondary">
          {t('matching.log.file')}
        </Go>
      </Actions>
      <p className="quiet">{t('matching.log.who')}</p>
      <p>
        <a href="/how-matching-works">{t('matching.how.link')}</a>
      </p>
    </Page>
  );
}
