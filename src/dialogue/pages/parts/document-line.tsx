import { Card } from '../../../web/components/cards.tsx';
import { State, type StateKind } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { DocumentView } from '../../documents/view.ts';

const kinds: Record<DocumentView['state'], StateKind> = {
  asked: 'care',
  notHad: 'care',
  given: 'good',
  withdrawn: 'plain',
  deleted: 'plain',
};

export const DocumentState = ({ one }: { one: DocumentView }) => {
  const { t } = useText();
  return <State kind={kinds[one.state]}>{t(`documents.state.${one.state}`)}</State>;
};

/** A document among others: what it is, where it stands, by when or until when. */
export const DocumentLine = ({ one, level = 3 }: { one: DocumentView; level?: 2 | 3 }) => {
  const { t, day } = useText();
  return (
    <Card to={`/documents/${one.id}`} title={one.title} level={level}>
      <p>
        <DocumentState one={one} />{' '}
        {one.state === 'asked' && one.untilOn ? t('documents.byDay', { day: day(one.untilOn) }) : null}
        {one.staysUntilOn ? t('documents.staysUntil', { day: day(one.staysUntilOn) }) : null}
      </p>
      <p className="quiet">{one.role ? t('documents.askedBy', { name: one.askedName }) : t('documents.offered')}</p>
    </Card>
  );
};
