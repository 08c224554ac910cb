import { z } from 'zod';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { sendLostLinks } from '../vouching/lost-link.ts';

/** For who has answered by a link, or lost it. What is said here is the same for an address nobody knows. */
export const handle: PageHandle = { roles: 'anyone', isUnlisted: true };

const input = z.object({ email: z.email('form.email').max(200, 'form.tooLong') });

export const action = formAction(
  async (page, form) => {
    const { email } = form.read(input, { email: form.text('email').trim() });
    for (const { id } of page.app.cities.all()) await page.runAsGuest(id, sendLostLinks, { email });
    return goTo('/vouch', 'linkSent');
  },
  { email: 'vouch.lost.email' },
);

export default function LostLink() {
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('vouch.lost.title')} lead={t('vouch.lost.lead')}>
      <Title>{t('vouch.lost.title')}</Title>
      <PostForm failure={failure}>
        <TextInput
          name="email"
          type="email"
          autoComplete="email"
          label={t('vouch.lost.email')}
          hint={t('vouch.lost.hint')}
        />
        <Send>{t('vouch.lost.send')}</Send>
      </PostForm>
    </Page>
  );
}
