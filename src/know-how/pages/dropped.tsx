import { Press } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useText } from '../../web/text.tsx';

type Row = { id: string; label: string; version: number };

/** What the customer left out, behind a line to open: a slip of the finger can be taken back. */
export const Dropped = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    <More label={t('knowHow.dropped', { count: rows.length })}>
      <ul className="dropped">
        {rows.map(({ id, label, version }) => (
          <li key={id}>
            <span>{label}</span>
            <Press kind="tertiary" small fields={{ what: 'bringBack', knowHowId: id, version }}>
              {t('knowHow.bringBack')}
              <span className="aksel-sr-only">: {label}</span>
            </Press>
          </li>
        ))}
      </ul>
    </More>
  );
};
