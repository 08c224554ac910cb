import type { Feedback } from '../../kernel/cities.ts';
import { useText } from '../text.tsx';

/** Every way a city hears feedback, each a link. */
export const FeedbackWays = ({ feedback: { email, phone, page } }: { feedback: Feedback }) => {
  const { t } = useText();
  if (!email && !phone && !page) return <p>{t('feedback.none')}</p>;
  return (
    <ul>
      {email ? (
        <li>
          {t('feedback.email')} <a href={`mailto:${email}`}>{email}</a>
        </li>
      ) : null}
      {phone ? (
        <li>
          {t('feedback.phone')} <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
        </li>
      ) : null}
      {page ? (
        <li>
          {t('feedback.page')} <a href={page}>{page.replace(/^https:\/\//, '')}</a>
        </li>
      ) : null}
    </ul>
  );
};

/** The address of the way that reaches the city soonest; null when it has none. */
export const feedbackAddress = ({ email, phone, page }: Feedback): string | null => {
  if (page) return page;
  if (email) return `mailto:${email}`;
  return phone ? `tel:${phone.replaceAll(' ', '')}` : null;
};
