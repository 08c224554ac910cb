import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { type Language, languages } from '../../kernel/languages.ts';
import { Actions, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import {
  answerInvitation,
  answerInvitationInput,
  changeInvitation,
  changeInvitationInput,
} from '../invitations/answer-invitation.ts';
import { withdrawInvitation } from '../invitations/end-invitation.ts';
import { readInvitation } from '../invitations/read-invitations.ts';
import { InvitationFacts, InvitationStanding } from './parts/invitation-facts.tsx';
import { PartTicks } from './parts/invite-fields.tsx';
import { inviteLabels } from './parts/invite-words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { secret, ...invitation } = await page.run(readInvitation, page.param('invitationId'));
  const inLanguage = (language: Language) => ({
    language,
    address: `${page.app.config.url}/guest/${secret}?lang=${language}`,
  });
  const others = languages.filter((language) => language !== page.language);
  return { invitation, addresses: secret === null ? [] : [page.language, ...others].map(inLanguage) };
});

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: OpenPage, form: Form): Promise<string> => {
  const read = { invitationId: page.param('invitationId'), version: form.version };
  switch (form.text('do')) {
    case 'withdraw':
      await page.run(withdrawInvitation, read);
      return 'invitationWithdrawn';
    case 'yes':
    case 'no': {
      const answer = { answer: form.text('do'), word: form.text('word'), parts: form.all('parts') };
      await page.run(answerInvitation, { ...read, ...form.read(answerInvitationInput, answer) });
      return 'answered';
    }
    default: {
      const chosen = { parts: form.all('parts'), untilOn: readDay(form.text('untilOn')) || null };
      await page.run(changeInvitation, { ...read, ...form.read(changeInvitationInput, chosen) });
      return 'saved';
    }
  }
};

export const action = formAction(
  async (page, form) => {
    const done = await act(page, form);
    return goTo(`/invitations/${page.param('invitationId')}`, done);
  },
  { ...inviteLabels, word: 'path.invite.yourWord' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Answer = ({ invitation }: Pick<Loaded, 'invitation'>) => {
  const { t } = useText();
  const { parts } = invitation;
  return (
    <Section title={t('path.invite.answer', { name: invitation.proposedName, who: invitation.inviteeName })}>
      <PostForm failure={useFailure()} version={invitation.version}>
        <PartTicks choices={parts} chosen={parts.map(({ code }) => code)} />
        <TextArea
          name="word"
          label={t('path.invite.yourWord')}
          hint={t('path.invite.yourWordHint')}
          rows={2}
          most={500}
        />
        <Actions>
          <Send name="do" value="yes">
            {t('path.invite.yes')}
          </Send>
          <Send kind="secondary" name="do" value="no">
            {t('path.invite.no')}
          </Send>
        </Actions>
      </PostForm>
    </Section>
  );
};

const Link = ({ address }: { address: string }) => <a href={address}>{address}</a>;

/** The link in the customer's own language, and in others for who reads those: the page opens in it. */
const Addresses = ({ addresses: [mine, ...others] }: Pick<Loaded, 'addresses'>) => {
  const { t } = useText();
  if (!mine) return null;
  return (
    <div className="link-address">
      <p>{t('path.invite.copy')}</p>
      <p>
        <Link address={mine.address} />
      </p>
      <p className="quiet">{t('path.invite.warning')}</p>
      <p>{t('path.invite.copyIn')}</p>
      <ul>
        {others.map(({ language, address }) => (
          <li key={language}>
            {t(`knowHow.language.${language}`)}: <Link address={address} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const Change = ({ invitation }: Pick<Loaded, 'invitation'>) => {
  const { t } = useText();
  return (
    <Section title={t('path.invite.change')}>
      <PostForm failure={useFailure()} version={invitation.version}>
        <PartTicks choices={invitation.choices} chosen={invitation.parts.map(({ code }) => code)} />
        <DayInput name="untilOn" label={t('path.invite.until')} value={invitation.untilOn} />
        <Send kind="secondary" name="do" value="change">
          {t('path.save')}
        </Send>
        <Confirm
          label={t('path.invite.withdraw')}
          what={t('path.invite.withdrawWhat', { name: invitation.inviteeName })}
        >
          <Send kind="secondary" name="do" value="withdraw">
            {t('path.invite.withdraw')}
          </Send>
        </Confirm>
      </PostForm>
    </Section>
  );
};

export default function Invitation() {
  const { invitation, addresses } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={invitation.inviteeName}>
      <Title within={t('path.invite.title')}>{invitation.inviteeName}</Title>
      <p>
        <InvitationStanding one={invitation} />
      </p>
      <InvitationFacts one={invitation} isCustomer />
      <Addresses addresses={addresses} />
      {invitation.moves.includes('agree') ? <Answer invitation={invitation} /> : null}
      {invitation.moves.includes('change') ? <Change invitation={invitation} /> : null}
      <p>
        <a href="/invitations">{t('path.invite.back')}</a> <a href="/who-has-looked">{t('nav.lookers')}</a>
      </p>
    </Page>
  );
}
