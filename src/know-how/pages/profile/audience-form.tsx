import type { ReactNode } from 'react';
import { Actions, Go, Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { PostForm } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { AudienceView, StandingAudience } from '../../profile/audience-share.ts';
import { Preview } from './preview.tsx';
import { ShareFields } from './share-fields.tsx';

/** What one audience is shown, to be chosen, and below it how they see the profile. `children`: what is said of the choice beside its button. */
export const AudienceForm = ({
  audience,
  view,
  seenAs,
  children,
}: {
  audience: StandingAudience;
  view: AudienceView;
  /** What the preview is called, and the name they see on it; null where they know it. */
  seenAs: { title: string; name: string | null };
  children?: ReactNode;
}) => {
  const { choices, newOnes, version, seen } = view;
  const failure = useFailure();
  const { t } = useText();
  return (
    <>
      <PostForm failure={failure} version={version}>
        <ShareFields audience={audience} choices={choices} newOnes={newOnes} failure={failure} />
        {children}
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to="/profile/audiences">
            {t('profile.audience.back')}
          </Go>
        </Actions>
      </PostForm>
      <Preview seen={seen} {...seenAs} />
    </>
  );
};
