import { useLocation } from 'react-router';
import { useText } from '../text.tsx';

/** How many a list shows at a time. */
export const pageSize = 25;

/** The page asked for by ?page=, 1 or more. */
export const pageNumber = (query: URLSearchParams): number => {
  const asked = Number(query.get('page') ?? 1);
  return Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
};

const useHref = () => {
  const { search } = useLocation();
  return (name: string, value: string) => {
    const query = new URLSearchParams(search);
    query.delete('done');
    query.set(name, value);
    return `?${query}`;
  };
};

/** Previous and next of a list with page numbers. Give `total` where it is known. Shows nothing when everything fits one page. */
export const Pager = ({ page, total, hasMore }: { page: number; total?: number; hasMore?: boolean }) => {
  const { t } = useText();
  const href = useHref();
  const pages = total === undefined ? undefined : Math.max(1, Math.ceil(total / pageSize));
  const isMore = hasMore ?? (pages !== undefined && page < pages);
  if (page === 1 && !isMore) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {page > 1 ? (
        <a href={href('page', String(page - 1))} rel="prev">
          {t('pager.previous')}
        </a>
      ) : null}
      <span aria-current="page">
        {pages === undefined ? t('pager.page', { page }) : t('pager.pageOf', { page, pages })}
      </span>
      {isMore ? (
        <a href={href('page', String(page + 1))} rel="next">
          {t('pager.next')}
        </a>
      ) : null}
    </nav>
  );
};

/** Onwards in a list that only grows, such as a log: what is older than the last row shown. */
export const Older = ({ before }: { before: string | null }) => {
  const { t } = useText();
  const href = useHref();
  const isFirst = !new URLSearchParams(useLocation().search).has('before');
  if (before === null && isFirst) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {isFirst ? null : <a href={href('before', '')}>{t('pager.newest')}</a>}
      {before === null ? null : (
        <a href={href('before', before)} rel="next">
          {t('pager.older')}
        </a>
      )}
    </nav>
  );
};
