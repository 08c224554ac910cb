import { Actions, Go, Send } from '../../../web/components/actions.tsx';
import { useText } from '../../../web/text.tsx';

/** The end of a form of the profile: save, or go back to the profile as it stands. */
export const SaveActions = () => {
  const { t } = useText();
  return (
    <Actions>
      <Send>{t('profile.save')}</Send>
      <Go kind="tertiary" to="/profile">
        {t('profile.back')}
      </Go>
    </Actions>
  );
};
