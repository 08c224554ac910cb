import { Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { State } from '../../../web/components/facts.tsx';
import { ButtonForm } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { type BoardColumn, columnOf, columns, waysFor } from '../../board/columns.ts';
import { isLate } from '../../board/filters.ts';
import type { StepView } from '../../steps.ts';
import type { Side } from '../../tables.ts';
import { ownerText } from './sides.ts';
import { stateText } from './step-line.tsx';

export type Seen = { mySide: Side; today: string };

/** "Move to": a button for each column a step can go to at once, a link where something is asked first. */
export const MoveTo = ({ step }: { step: StepView }) => {
  const { t } = useText();
  const ways = waysFor(step);
  if (ways.length === 0) return null;
  return (
    <div className="move-to no-print">
      <More label={t('path.board.moveTo')} about={step.title}>
        <ButtonForm version={step.version}>
          <input type="hidden" name="stepId" value={step.id} />
          <ul className="move-to__ways">
            {ways.map(({ to, move, askedAt }) => (
              <li key={to} data-way={to}>
                {askedAt === null ? (
                  <Send kind="secondary" small name="do" value={move}>
                    {t(`path.column.${to}`)}
                    <span className="aksel-sr-only">: {step.title}</span>
                  </Send>
                ) : (
                  <a href={askedAt}>
                    {t('path.board.asks', { column: t(`path.column.${to}`) })}
                    <span className="aksel-sr-only">: {step.title}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </ButtonForm>
      </More>
    </div>
  );
};

/** By when; said when the day has gone by. */
export const ByWhen = ({ step, today }: { step: StepView; today: string }) => {
  const { t, day } = useText();
  if (step.dueOn === null) return null;
  return isLate(step, today) ? (
    <State kind="care">{t('path.board.late', { day: day(step.dueOn) })}</State>
  ) : (
    day(step.dueOn)
  );
};

/** Where it stands, where the column does not say it. */
const needsState = ({ state, waitsFor, onlyMine }: StepView): boolean =>
  waitsFor !== null || onlyMine || columnOf(state) === 'left';

const BoardCard = ({ step, mySide, today }: { step: StepView } & Seen) => {
  const { t } = useText();
  return (
    <li className="board__card" data-step={step.id}>
      <h3 className="board__title">
        <a href={`/steps/${step.id}`} draggable={false}>
          {step.title}
        </a>
      </h3>
      {needsState(step) ? (
        <p>
          <State kind={step.waitsFor === mySide ? 'care' : 'plain'}>{stateText(t, step, mySide)}</State>
        </p>
      ) : null}
      <p className="quiet">
        {ownerText(t, step, mySide)} <ByWhen step={step} today={today} />
      </p>
      <MoveTo step={step} />
    </li>
  );
};

/** How many cards a column shows; the list has the rest. */
const atOnce = 10;

const Column = ({
  column,
  steps,
  all,
  ...seen
}: { column: BoardColumn; steps: readonly StepView[]; all: string } & Seen) => {
  const { t } = useText();
  return (
    <section className="board__column" data-column={column} aria-labelledby={`column-${column}`}>
      <h2 id={`column-${column}`} className="board__name">
        {t('path.board.column', { column: t(`path.column.${column}`), count: steps.length })}
      </h2>
      {steps.length === 0 ? <p className="quiet">{t('path.board.none')}</p> : null}
      <ul className="board__cards">
        {steps.slice(0, atOnce).map((step) => (
          <BoardCard key={step.id} step={step} {...seen} />
        ))}
      </ul>
      {steps.length > atOnce ? (
        <p>
          <a href={all}>{t('path.board.all', { count: steps.length })}</a>
        </p>
      ) : null}
    </section>
  );
};

/** Steps by where they stand: columns beside each other on a desk, below each other on a phone. `listOf`: the address of the list of one column. */
export const Board = ({
  steps,
  listOf,
  ...seen
}: { steps: readonly StepView[]; listOf(column: BoardColumn): string } & Seen) => (
  <div className="board" id="board">
    {columns.map((column) => (
      <Column
        key={column}
        column={column}
        steps={steps.filter(({ state }) => columnOf(state) === column)}
        all={listOf(column)}
        {...seen}
      />
    ))}
  </div>
);
