import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { chooseReach, chooseReachInput, readOwnReach } from '../../kernel/notices/own-reach.ts';
import { Send } from '../components/actions.tsx';
import { Facts } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm } from '../components/form.tsx';
import { Page, Title } from '../components/layout.tsx';
import { ReachFields, reachIn, reachLabels } from '../components/reach-fields.tsx';
import { ReachNote } from '../components/reach-words.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles };

export const loader = pageLoader((page) => page.run((work) => readOwnReach(work), undefined));

export const action = formAction(async (page, form) => {
  await page.run(chooseReach, form.read(chooseReachInput, { ...reachIn(form), version: form.version }));
  return goTo('/reach-me', 'saved');
}, reachLabels);

/** What goes out to nobody as it is chosen: by no way, or by one that is not there. */
const Unsent = () => {
  const { choices, email, isSilent, isConfirmed } = useLoaderData<typeof loader>();
  const { t } = useText();
  const hasMail = email !== null && !isSilent;
  const unsent = choices.filter(({ byMail, bySms }) => !(byMail && hasMail) && !(bySms && isConfirmed));
  if (unsent.length === 0) return null;
  const what = unsent.map(({ about }) => t(`reach.about.${about}`)).join(', ');
  const isWanted = !isConfirmed && unsent.some(({ bySms }) => bySms);
  return (
    <p role="note">
      {t('reach.unsent', { what })} {isWanted ? t('reach.unsent.phone') : ''}
    </p>
  );
};

const Ways = () => {
  const { email, number, isConfirmed, isSilent, canText } = useLoaderData<typeof loader>();
  const { t } = useText();
  const mail = isSilent ? t('reach.mail.silent') : (email ?? t('reach.mail.none'));
  const phone = isConfirmed ? number : t(number === null ? 'reach.phone.none' : 'reach.phone.waits', { number });
  return (
    <Facts
      facts={[
        {
          what: t('account.email'),
          value: (
            <>
              {mail} <a href="/my-account">{t('reach.mail.change')}</a>
            </>
          ),
        },
        canText
          ? {
              what: t('reach.phone'),
              value: (
                <>
                  {phone} <a href="/reach-me/phone">{t('reach.phone.change')}</a>
                </>
              ),
            }
          : { what: t('reach.phone'), value: null },
      ]}
    />
  );
};

export default function ReachMe() {
  const { choices, quiet, trouble, version } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('reach.title')} lead={t('reach.lead')}>
      <Title within={t('account.title')}>{t('reach.title')}</Title>
      <ReachNote trouble={trouble} who="me" />
      <Unsent />
      <Ways />
      <PostForm failure={useFailure()} version={version}>
        <ReachFields choices={choices} quiet={quiet} hints={{ owed: t('reach.owed'), quiet: t('reach.quiet.what') }} />
        <Send>{t('reach.save')}</Send>
      </PostForm>
      <p>
        <a href="/sent-to-me">{t('reach.sent.title')}</a>
      </p>
    </Page>
  );
}
