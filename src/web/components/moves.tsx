import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../kernel/move.ts';
import { locales } from '../../kernel/say.ts';
import type { MessageKey } from '../../messages/index.ts';
import { type GroupedMove, type MoveGroup, moveGroups } from '../move-groups.ts';
import { useText } from '../text.tsx';
import { State } from './facts.tsx';
import { Empty, Section } from './layout.tsx';

const nameOf = (who: Who): string => ('name' in who ? who.name : '');

/** From whom and since when, or whose turn it is. */
const Since = ({ move }: { move: GroupedMove }) => {
  const { t, day } = useText();
  const at = day(dayIn('Europe/Helsinki', new Date(move.since)));
  const values = { who: move.who.kind, name: nameOf(move.who), at };
  if (move.isWaiting) return t('move.whose', values);
  return t(move.isNews ? 'move.told' : 'move.from', values);
};

/** Today, tomorrow, or the day with its weekday: Thursday 3 Dec 2026. */
const useNearDay = (): ((move: GroupedMove) => string) => {
  const { t, day, language } = useText();
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  return ({ near, untilOn }) => {
    if (near) return t(`moves.near.${near}`);
    if (untilOn === null) return '';
    const name = weekday.format(new Date(`${untilOn}T12:00:00Z`));
    return `${name[0]?.toLocaleUpperCase(language) ?? ''}${name.slice(1)} ${day(untilOn)}`;
  };
};

const StandIn = ({ move: { standIn } }: { move: GroupedMove }) => {
  const { t, day } = useText();
  if (!standIn) return null;
  return <span className="quiet">{t('move.standIn', { name: standIn.name, until: day(standIn.untilOn) })}</span>;
};

/** An agreed time: when, with whom and how. */
const ComingItem = ({ move, coming }: { move: GroupedMove; coming: NonNullable<GroupedMove['coming']> }) => {
  const { t, clock } = useText();
  const day = useNearDay()(move);
  return (
    <li className="move">
      <a href={move.path} className="move__what">
        {t('moves.comingAt', { day, from: clock(coming.startsAt), until: clock(coming.endsAt) })}{' '}
        {t(`move.${move.kind}` as MessageKey, move.values)}
      </a>
      <StandIn move={move} />
    </li>
  );
};

const MoveItem = ({ move }: { move: GroupedMove }) => {
  const { t, day } = useText();
  if (move.coming) return <ComingItem move={move} coming={move.coming} />;
  const { untilOn, isOverdue, standIn } = move;
  return (
    <li className="move">
      <a href={move.path} className="move__what">
        {t(`move.${move.kind}` as MessageKey, move.values)}
      </a>
      <span className="quiet">
        {isOverdue ? (
          <>
            <State kind="care">{t('move.late')}</State>{' '}
          </>
        ) : null}
        <Since move={move} />
        {untilOn ? ` ${t(isOverdue ? 'move.was' : 'move.until', { day: day(untilOn) })}` : ''}
        {standIn ? ` ${t('move.standIn', { name: standIn.name, until: day(standIn.untilOn) })}` : ''}
      </span>
    </li>
  );
};

const List = ({ moves }: { moves: readonly GroupedMove[] }) => (
  <ul className="moves">
    {moves.map((move) => (
      <MoveItem key={`${move.kind} ${move.path} ${move.thing ?? ''}`} move={move} />
    ))}
  </ul>
);

/** A list of moves under the headings of its groups, each with how many it holds in all. */
export const MoveGroups = ({ moves, counts }: { moves: readonly GroupedMove[]; counts: Record<MoveGroup, number> }) => {
  const { t } = useText();
  return moveGroups
    .map((group) => ({ group, own: moves.filter((move) => move.group === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => (
      <Section key={group} id={group} title={t(`moves.group.${group}`, { count: counts[group] })}>
        <List moves={own} />
      </Section>
    ));
};

const firstAtHome = 7;

/** It waits for its reader: no agreed time, and nobody else's turn. */
export const isToDo = ({ group, isWaiting }: GroupedMove): boolean => group !== 'coming' && !isWaiting;

/** What is coming; what waits for me, the most pressing first, each a link to where it is done; then a few of what I wait for. */
export const MovesAtHome = ({ moves: all }: { moves: readonly GroupedMove[] }) => {
  const { t } = useText();
  const coming = all.filter(({ group }) => group === 'coming');
  const moves = all.filter(isToDo);
  const waiting = all.filter(({ isWaiting }) => isWaiting);
  const isMore = [coming, moves, waiting].some(({ length }) => length > firstAtHome);
  return (
    <>
      {coming.length > 0 ? (
        <Section title={t('home.coming')}>
          <List moves={coming.slice(0, firstAtHome)} />
        </Section>
      ) : null}
      <Section title={t('home.moves')}>
        {moves.length > 0 ? <List moves={moves.slice(0, firstAtHome)} /> : <Empty>{t('home.noMoves')}</Empty>}
      </Section>
      {waiting.length > 0 ? (
        <Section title={t('home.waiting')}>
          <List moves={waiting.slice(0, firstAtHome)} />
        </Section>
      ) : null}
      <p>
        <a href="/my-moves">
          {isMore ? t('moves.all', { moves: moves.length, waiting: waiting.length }) : t('moves.list')}
        </a>
      </p>
    </>
  );
};
