import { Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { PostForm } from '../../web/components/form.tsx';
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
            <PostForm version={version} className="dropped__form">
              <input type="hidden" name="knowHowId" value={id} />
              <Send kind="tertiary" small name="what" value="bringBack">
                {t('knowHow.bringBack')}
                <span className="aksel-sr-only">: {label}</span>
              </Send>
            </PostForm>
          </li>
        ))}
      </ul>
    </More>
  );
};
