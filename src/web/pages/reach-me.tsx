import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { noticeAbouts } from '../../kernel/notices/kinds.ts';
import { chooseReach, chooseReachInput, readOwnReach } from '../../kernel/notices/own-reach.ts';
import { paces } from '../../kernel/notices/rules.ts';
import { Send } from '../components/actions.tsx';
import { Facts } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { Pick, PostForm, Tick, Ticks } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { ReachNote } from '../components/reach-words.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles };

export const loader = pageLoader((page) => page.run((work) => readOwnReach(work), undefined));

export const action = formAction(
  async (page, form) => {
    const choices = noticeAbouts.map((about) => ({
      about,
      byMail: form.all(`${about}By`).includes('mail'),
      bySms: form.all(`${about}By`).includes('sms'),
      pace: form.text(`${about}Pace`),
    }));
    const quiet = { quietFrom: form.text('quietFrom'), quietUntil: form.text('quietUntil') };
    const quietMail = form.has('quietMail');
    await page.run(chooseReach, form.read(chooseReachInput, { choices, ...quiet, quietMail, version: form.version }));
    return goTo('/reach-me', 'saved');
  },
  { choices: 'reach.about', quietFrom: 'reach.quiet.from', quietUntil: 'reach.quiet.until' },
);

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

const About = ({ about, byMail, bySms, pace }: ReturnType<typeof useLoaderData<typeof loader>>['choices'][number]) => {
  const { t } = useText();
  const name = t(`reach.about.${about}`);
  return (
    <Ticks legend={name} name={`${about}By`}>
      <Tick name={`${about}By`} value="mail" label={t('reach.by.mail')} isTicked={byMail} />
      <Tick name={`${about}By`} value="sms" label={t('reach.by.sms')} isTicked={bySms} />
      <Pick
        name={`${about}Pace`}
        label={t('reach.pace', { about: name })}
        value={pace}
        options={paces.map((value) => ({ value, label: t(`reach.pace.${value}`) }))}
      />
    </Ticks>
  );
};

const Quiet = () => {
  const { quiet } = useLoaderData<typeof loader>();
  const { t } = useText();
  const options = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t('reach.hour', { hour }) }));
  return (
    <>
      <p>{t('reach.quiet.what')}</p>
      <Pick name="quietFrom" label={t('reach.quiet.from')} value={String(quiet.from)} options={options} />
      <Pick name="quietUntil" label={t('reach.quiet.until')} value={String(quiet.until)} options={options} />
      <Tick name="quietMail" label={t('reach.quiet.mail')} isTicked={quiet.alsoMail} />
    </>
  );
};

export default function ReachMe() {
  const { choices, trouble, version } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('reach.title')} lead={t('reach.lead')}>
      <Title within={t('account.title')}>{t('reach.title')}</Title>
      <ReachNote trouble={trouble} who="me" />
      <Ways />
      <PostForm failure={useFailure()} version={version}>
        <Section title={t('reach.about')}>
          <p className="hint">{t('reach.owed')}</p>
          {choices.map((choice) => (
            <About key={choice.about} {...choice} />
          ))}
        </Section>
        <Section title={t('reach.quiet')}>
          <Quiet />
        </Section>
        <Send>{t('reach.save')}</Send>
      </PostForm>
      <p>
        <a href="/sent-to-me">{t('reach.sent.title')}</a>
      </p>
    </Page>
  );
}
