import { Actions, Go, Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { type Column, Table } from '../../../web/components/desk.tsx';
import { Pick, SearchForm } from '../../../web/components/form.tsx';
import { Empty, Page, Title } from '../../../web/components/layout.tsx';
import { Pager, pageSize } from '../../../web/components/pager.tsx';
import { useText } from '../../../web/text.tsx';
import { type BoardColumn, columns } from '../../board/columns.ts';
import { dues, type StepFilters, turns, type View, views } from '../../board/filters.ts';
import type { StepView } from '../../steps.ts';
import { owners, type Side, stages } from '../../tables.ts';
import { Board, ByWhen, MoveTo, type Seen } from './board.tsx';
import { DragSteps } from './drag-script.tsx';
import { chooseText, navOf, ownerText, planPath } from './sides.ts';
import { stateText } from './step-line.tsx';

type Shown = Seen & {
  customer: { id: string; name: string };
  steps: readonly StepView[];
  /** How many there are without the filters. */
  all: number;
  /** Within so many days a step's day counts as near. */
  soonDays: number;
  filters: StepFilters;
  view: View;
  city: string;
  now: string;
  page: number;
};

const addressOf = (base: string, view: View, filters: StepFilters): string =>
  `${base}?${new URLSearchParams({ view, ...filters })}`;

const Views = ({ base, view, filters }: { base: string } & Pick<Shown, 'view' | 'filters'>) => {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t('path.board.views')}>
      <ul>
        {views.map((one) => (
          <li key={one}>
            <a href={addressOf(base, one, filters)} aria-current={one === view ? 'page' : undefined}>
              {t(`path.board.view.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Filters = ({ view, filters, mySide, soonDays }: Pick<Shown, 'view' | 'filters' | 'mySide' | 'soonDays'>) => {
  const { t } = useText();
  const any = { value: '', label: t('path.board.any') };
  const picks = [
    { name: 'turn' as const, options: turns.map((one) => ({ value: one, label: t(`path.board.turn.${one}`) })) },
    { name: 'owner' as const, options: owners.map((one) => ({ value: one, label: chooseText(t, one, mySide) })) },
    { name: 'state' as const, options: columns.map((one) => ({ value: one, label: t(`path.column.${one}`) })) },
    {
      name: 'due' as const,
      options: dues.map((one) => ({ value: one, label: t(`path.board.due.${one}`, { days: soonDays }) })),
    },
    { name: 'stage' as const, options: stages.map((one) => ({ value: one, label: t(`path.stage.${one}`) })) },
  ];
  return (
    <search className="no-print">
      <More label={t('path.board.filter')} isOpen={Object.keys(filters).length > 0}>
        <SearchForm>
          <input type="hidden" name="view" value={view} />
          {picks.map(({ name, options }) => (
            <Pick
              key={name}
              name={name}
              label={t(`path.board.by.${name}`)}
              options={[any, ...options]}
              value={filters[name] ?? ''}
            />
          ))}
          <Send kind="secondary">{t('path.board.show')}</Send>
        </SearchForm>
      </More>
    </search>
  );
};

const List = ({
  steps,
  caption,
  isPaper,
  ...seen
}: Seen & { steps: readonly StepView[]; caption: string; isPaper: boolean }) => {
  const { t } = useText();
  const moving: Column[] = isPaper ? [] : [{ key: 'move', label: t('path.board.move') }];
  const listed: Column[] = [
    { key: 'title', label: t('path.board.step') },
    { key: 'state', label: t('path.board.by.state') },
    { key: 'owner', label: t('path.board.by.owner') },
    { key: 'due', label: t('path.board.by.due') },
    { key: 'stage', label: t('path.board.by.stage') },
    ...moving,
  ];
  const rows = steps.map((step) => ({
    key: step.id,
    cells: [
      <a key="title" href={`/steps/${step.id}`}>
        {step.title}
      </a>,
      stateText(t, step, seen.mySide),
      ownerText(t, step, seen.mySide),
      <ByWhen key="due" step={step} today={seen.today} />,
      step.stage ? t(`path.stage.${step.stage}`) : '',
      ...(isPaper ? [] : [<MoveTo key="move" step={step} />]),
    ],
  }));
  return <Table caption={caption} columns={listed} rows={rows} />;
};

const Steps = ({ base, ...shown }: Shown & { base: string }) => {
  const { t } = useText();
  const { steps, view, filters, page, mySide, today } = shown;
  const seen = { mySide, today };
  const caption = t('path.board.found', { count: steps.length });
  if (view === 'board') {
    const listOf = (state: BoardColumn) => addressOf(base, 'list', { ...filters, state });
    return (
      <>
        <p className="quiet">{caption}</p>
        <Board steps={steps} listOf={listOf} {...seen} />
        <DragSteps />
      </>
    );
  }
  if (view === 'paper') return <List steps={steps} caption={caption} isPaper {...seen} />;
  return (
    <>
      <List steps={steps.slice((page - 1) * pageSize, page * pageSize)} caption={caption} isPaper={false} {...seen} />
      <Pager page={page} total={steps.length} />
    </>
  );
};

const titleOf = (mySide: Side) => (mySide === 'customer' ? 'path.board.mine' : 'path.board.ofCustomer');

/** The steps of a plan as a board, as a list or for paper, with filters that stay in the address. */
export const StepsPage = (shown: Shown) => {
  const { t, time } = useText();
  const { customer, steps, all, view, filters, mySide, city, now } = shown;
  const plan = planPath(mySide, customer.id);
  const base = `${plan}/steps`;
  const title = t(titleOf(mySide), { name: customer.name });
  return (
    <Page title={title} wide>
      <Title within={t(navOf(mySide))}>{title}</Title>
      <p className="print-only">{t('path.plan.printed', { city, name: customer.name, at: time(now) })}</p>
      <Views base={base} view={view} filters={filters} />
      {view === 'paper' ? <p className="quiet no-print">{t('path.board.print')}</p> : null}
      {all === 0 ? (
        <Empty>{t(`path.noSteps.${mySide === 'customer' ? 'customer' : 'adviser'}`)}</Empty>
      ) : (
        <>
          <Filters view={view} filters={filters} mySide={mySide} soonDays={shown.soonDays} />
          {steps.length === 0 ? (
            <Empty>
              <p>{t('path.board.found', { count: 0 })}</p>
              <a href={addressOf(base, view, {})}>{t('path.board.showAll')}</a>
            </Empty>
          ) : (
            <Steps base={base} {...shown} />
          )}
        </>
      )}
      <Actions>
        <Go to={`${base}/new`}>{t('path.propose')}</Go>
        <Go to={plan} kind="tertiary">
          {t('path.toPlan')}
        </Go>
      </Actions>
    </Page>
  );
};
