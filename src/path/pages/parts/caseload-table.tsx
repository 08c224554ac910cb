import type { ReactNode } from 'react';
import type { ProfessionalKind } from '../../../kernel/actor.ts';
import { dayIn } from '../../../kernel/clock.ts';
import { type Column, Table } from '../../../web/components/desk.tsx';
import { State } from '../../../web/components/facts.tsx';
import { type Text, useText } from '../../../web/text.tsx';
import { addressOf, type Look } from '../../caseload/address.ts';
import { type CaseloadColumn, type CaseloadSort, type Order, sortRules } from '../../caseload/columns.ts';
import { desks } from '../../caseload/desks.ts';
import type { CaseloadLine } from '../../caseload/read-caseload.ts';

type Days = { today: string };

const Waits = ({ customer: { waitsForUs, waitsForCustomer } }: { customer: CaseloadLine }) => {
  const { t } = useText();
  return (
    <>
      {waitsForUs > 0 ? <State kind="care">{t('path.desk.forUs', { count: waitsForUs })}</State> : null}
      {waitsForUs > 0 && waitsForCustomer > 0 ? ' ' : null}
      {waitsForCustomer > 0 ? t('path.desk.forCustomer', { count: waitsForCustomer }) : null}
    </>
  );
};

/** A last day, and that it has gone by. */
const LastDay = ({ on, today }: { on: string | null } & Days) => {
  const { t, day } = useText();
  if (on === null) return null;
  return on < today ? <State kind="bad">{t('path.desk.late', { day: day(on) })}</State> : day(on);
};

const Meets = ({ customer: { meetsAt, meetsToday } }: { customer: CaseloadLine }) => {
  const { t, time, clock } = useText();
  if (meetsAt === null) return null;
  return meetsToday ? <State kind="good">{t('path.desk.today', { time: clock(meetsAt) })}</State> : time(meetsAt);
};

const LatestYes = ({ customer: { latestYes } }: { customer: CaseloadLine }) => {
  const { time } = useText();
  if (latestYes === null) return null;
  return (
    <>
      {latestYes.businessName}: {latestYes.title} <span className="quiet">{time(latestYes.answeredAt)}</span>
    </>
  );
};

const shortest = 80;

/** The beginning of the latest note; the whole of it where it is changed. */
const LatestNote = ({ customer: { note } }: { customer: CaseloadLine }) => {
  const { t } = useText();
  if (note === null) return null;
  const text = note.text.length > shortest ? `${note.text.slice(0, shortest).trim()} …` : note.text;
  return (
    <>
      <a href={`/customer-notes/${note.id}`}>{text}</a>
      {note.isShown ? <span className="quiet"> {t('path.note.isShown')}</span> : null}
    </>
  );
};

const cells: Record<CaseloadColumn, (customer: CaseloadLine, about: Text & Days) => ReactNode> = {
  area: ({ area }) => area,
  since: ({ sinceOn }, { day }) => day(sinceOn),
  waits: (customer) => <Waits customer={customer} />,
  agreed: ({ agreed }, { number }) => number(agreed),
  stepDue: ({ stepDueOn }, { today }) => <LastDay on={stepDueOn} today={today} />,
  talkDue: ({ talkDueOn }, { today }) => <LastDay on={talkDueOn} today={today} />,
  meets: (customer) => <Meets customer={customer} />,
  touched: ({ touchedAt }, { t, day }) =>
    touchedAt === null ? t('path.desk.never') : day(dayIn('Europe/Helsinki', new Date(touchedAt))),
  note: (customer) => <LatestNote customer={customer} />,
  yes: (customer) => <LatestYes customer={customer} />,
  skills: ({ keptSkills }, { t, number }) => (keptSkills === null ? t('path.caseload.noConsent') : number(keptSkills)),
};

const numbers: readonly CaseloadColumn[] = ['agreed', 'skills'];

/** The form that takes those who are ticked to where they are handed over; its button stands below the list. */
export const chosenForm = 'chosen';

const StandsIn = ({ customer: { isStandIn, standsInFor, standInName, standInUntil } }: { customer: CaseloadLine }) => {
  const { t, day } = useText();
  if (standInUntil === null) return null;
  const until = day(standInUntil);
  return (
    <span className="quiet desk__mark">
      {' '}
      {isStandIn
        ? t('path.desk.youStandIn', { name: standsInFor ?? '', until })
        : t('path.desk.standIn', { name: standInName ?? '', until })}
    </span>
  );
};

/** The plan a social worker's authority is party to, and that it waits for their signature. */
const JointPlan = ({ customer: { jointPlan } }: { customer: CaseloadLine }) => {
  const { t } = useText();
  if (jointPlan === null) return null;
  return (
    <span className="quiet desk__mark">
      {' '}
      {t(`path.kind.${jointPlan.kind}`)}{' '}
      {jointPlan.waitsForMe ? <State kind="care">{t('path.social.waitsForMe')}</State> : null}
    </span>
  );
};

/** An adviser ticks whom they hand over. */
const Name = ({ customer, kind }: { customer: CaseloadLine; kind: ProfessionalKind }) => {
  const { t } = useText();
  const { customerId, name, isRestricted, cannotBeReached, isStandIn } = customer;
  return (
    <>
      <span className="desk__who">
        {isStandIn || kind !== 'adviser' ? null : (
          <input
            type="checkbox"
            form={chosenForm}
            name="customer"
            value={customerId}
            aria-label={t('path.desk.choose', { name })}
            className="desk__tick no-print"
          />
        )}
        <a href={`${desks[kind].customers}/${customerId}`} className="desk__name">
          {name}
        </a>
      </span>
      <JointPlan customer={customer} />
      <StandsIn customer={customer} />
      {isRestricted ? <span className="quiet desk__mark"> {t('path.desk.isRestricted')}</span> : null}
      {cannotBeReached ? <span className="quiet desk__mark"> {t('path.desk.isUnreached')}</span> : null}
    </>
  );
};

const other = (order: Order): Order => (order === 'asc' ? 'desc' : 'asc');

/** The customers as one chooses to see them: a heading puts them in its order, pressed again the other way. */
export const CaseloadTable = ({
  customers,
  look,
  caption,
  today,
  kind,
}: {
  customers: readonly CaseloadLine[];
  kind: ProfessionalKind;
  look: Look;
  caption: string;
} & Days) => {
  const text = useText();
  const columnOf = (key: CaseloadSort): Column => {
    const isSorted = look.sort === key;
    const order = isSorted ? (look.order ?? sortRules[key].first) : null;
    return {
      ...{ key, label: text.t(`path.desk.column.${key}`) },
      isNumber: numbers.some((one) => one === key),
      sortAt: addressOf({ ...look, sort: key, order: order === null ? undefined : other(order) }, {}, kind),
      sorted: order === null ? undefined : order === 'asc' ? 'ascending' : 'descending',
    };
  };
  const rows = customers.map((customer) => ({
    key: customer.customerId,
    cells: [
      <Name key="name" customer={customer} kind={kind} />,
      ...look.columns.map((column) => cells[column](customer, { ...text, today })),
    ],
  }));
  return <Table caption={caption} columns={['name' as const, ...look.columns].map(columnOf)} rows={rows} />;
};
