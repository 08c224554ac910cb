import { Pager } from '../../web/components/pager.tsx';
import { useText } from '../../web/text.tsx';
import type { StoryLine } from '../queries.ts';

/** My stories: when I told each, how it begins, what came of it. */
export const StoryList = ({ stories, page, count }: { stories: readonly StoryLine[]; page: number; count: number }) => {
  const { t, time } = useText();
  return (
    <>
      <ul className="stories">
        {stories.map(({ id, changedAt, beginning, isWhole, language, suggested, kept }) => (
          <li key={id}>
            <a href={`/know-how/stories/${id}`}>{t('knowHow.stories.told', { at: time(changedAt) })}</a>
            <p lang={language}>
              {beginning}
              {isWhole ? '' : ' …'}
            </p>
            <p className="quiet">{t('knowHow.stories.counts', { suggested, kept })}</p>
          </li>
        ))}
      </ul>
      <Pager page={page} total={count} />
    </>
  );
};
