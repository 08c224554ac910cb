import { Go } from '../../web/components/actions.tsx';
import { useText } from '../../web/text.tsx';

/** Why nothing is matched though there is a consent, and the way to take the objection back. */
export const Objects = ({ since, what }: { since: string | Date; what: 'challenges' | 'adverts' }) => {
  const { t, time } = useText();
  return (
    <>
      <p>{t('matching.objects.since', { at: time(since), what })}</p>
      <Go to="/objection" kind="secondary">
        {t('matching.objects.change')}
      </Go>
    </>
  );
};
