import { Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Pick, PostForm, TextInput, Tick, Ticks } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { Look } from '../../caseload/address.ts';
import { type Desk, sortsOf } from '../../caseload/desks.ts';
import type { CaseloadFilter, DeskDays } from '../../caseload/filters.ts';

type Counted = DeskDays & { counts: Record<CaseloadFilter, number> };

/** What a filter is called, with the city's days where it goes by them. */
export const useFilterName = ({ newDays, untouchedDays, talkSoonDays, latelyDays }: DeskDays) => {
  const { t } = useText();
  return (filter: CaseloadFilter): string => {
    if (filter === 'newToMe') return t('path.desk.filter.newToMe', { days: newDays });
    if (filter === 'untouched') return t('path.desk.filter.untouched', { days: untouchedDays });
    if (filter === 'talkDue') return t('path.desk.filter.talkDue', { days: talkSoonDays });
    if (filter === 'saidYes') return t('path.desk.filter.saidYes', { days: latelyDays });
    return t(`path.desk.filter.${filter}`);
  };
};

/** Who is shown, in what order, with which columns. What is chosen stays for the next time. */
export const CaseloadFilters = ({ desk, look, counted }: { desk: Desk; look: Look; counted: Counted }) => {
  const { t } = useText();
  const nameOf = useFilterName(counted);
  return (
    <PostForm failure={useFailure()} className="desk-filters no-print">
      <Ticks legend={t('path.desk.filters')} name="show">
        {desk.filters.map((filter) => (
          <Tick
            key={filter}
            name="show"
            value={filter}
            label={t('path.desk.filterCount', { filter: nameOf(filter), count: counted.counts[filter] })}
            isTicked={look.show.includes(filter)}
          />
        ))}
      </Ticks>
      <div className="filters">
        <TextInput name="name" label={t('path.caseload.findName')} value={look.name} />
        <Pick
          name="sort"
          label={t('path.desk.sort')}
          value={look.sort}
          options={sortsOf(desk).map((sort) => ({ value: sort, label: t(`path.desk.column.${sort}`) }))}
        />
        <Send kind="secondary">{t('path.desk.show')}</Send>
      </div>
      <More label={t('path.desk.columns')}>
        <Ticks legend={t('path.desk.columnsShown')} name="column">
          {desk.columns.map((column) => (
            <Tick
              key={column}
              name="column"
              value={column}
              label={t(`path.desk.column.${column}`)}
              isTicked={look.columns.includes(column)}
            />
          ))}
        </Ticks>
      </More>
    </PostForm>
  );
};
