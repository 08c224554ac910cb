import { readDay } from '../../../kernel/clock.ts';
import { Choice, DayInput, Pick } from '../../../web/components/form.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import { handOverWays } from '../../caseload/hand-over-input.ts';
import type { Adviser } from '../../unassigned.ts';

export const handOverLabels = {
  way: 'path.away.way',
  toId: 'path.away.to',
  fromId: 'path.away.from',
  fromOn: 'path.away.fromOn',
  untilOn: 'path.away.untilOn',
} as const;

const dayOrNone = (form: Form, name: string): string => (form.text(name) === '' ? '' : readDay(form.text(name)));

export const handOverTyped = (form: Form) => ({
  ...{ way: form.text('way'), toId: form.text('toId'), fromId: form.text('fromId') },
  ...{ fromOn: dayOrNone(form, 'fromOn'), untilOn: dayOrNone(form, 'untilOn') },
});

const optionsOf = (advisers: readonly Adviser[], say: (adviser: Adviser) => string) =>
  advisers.map((adviser) => ({ value: adviser.id, label: say(adviser) }));

/** Whose customers, where that is to be chosen; for good or for some days; to whom. */
export const HandOverFields = ({
  advisers,
  isOfAnother = false,
}: {
  advisers: readonly Adviser[];
  isOfAnother?: boolean;
}) => {
  const { t } = useText();
  const options = optionsOf(advisers, ({ name, customers }) =>
    t('path.unassigned.adviser', { name, count: customers }),
  );
  return (
    <>
      {isOfAnother ? <Pick name="fromId" label={t('path.away.from')} options={options} /> : null}
      <Choice
        name="way"
        label={t('path.away.way')}
        options={handOverWays.map((way) => ({
          value: way,
          label: t(`path.away.way.${way}`),
          hint: t(`path.away.hint.${way}`),
        }))}
      />
      <DayInput name="fromOn" label={t('path.away.fromOn')} hint={t('path.away.fromOnHint')} />
      <DayInput name="untilOn" label={t('path.away.untilOn')} />
      <Pick
        name="toId"
        label={t('path.away.to')}
        options={[{ value: '', label: t('path.away.chooseTo') }, ...options]}
      />
    </>
  );
};

/** What was done for how many, and whom it was not done for. */
export const Handed = ({ handed }: { handed: { given: number; left: number } | null }) => {
  const { t } = useText();
  if (handed === null) return null;
  return (
    <div className="done" role="status">
      <p>{t('path.away.given', { count: handed.given })}</p>
      {handed.left > 0 ? <p>{t('path.away.left', { count: handed.left })}</p> : null}
    </div>
  );
};

const numberIn = (query: URLSearchParams, name: string): number => {
  const number = Number(query.get(name) ?? 0);
  return Number.isInteger(number) && number >= 0 && number < 100_000 ? number : 0;
};

export const handedIn = (query: URLSearchParams): { given: number; left: number } | null =>
  query.has('given') ? { given: numberIn(query, 'given'), left: numberIn(query, 'left') } : null;
