import { formAction, goTo } from '../../../web/page.ts';
import { type StandingAudience, shareWith } from '../../profile/audience-share.ts';
import { shareLabels } from './share-fields.tsx';
import { shownIn } from './shown-in.ts';

/** What the page of one audience does with its form, `AudienceForm`. */
export const shareAction = (audience: StandingAudience) =>
  formAction(async (page, form) => {
    await page.run(shareWith, { ...shownIn(form), audience, version: form.version });
    return goTo(`/profile/${audience}`, 'saved');
  }, shareLabels);
