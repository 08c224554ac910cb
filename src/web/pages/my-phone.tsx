import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { readOwnReach } from '../../kernel/notices/own-reach.ts';
import { codeInput, confirmPhone, removePhone, setPhone, setPhoneInput } from '../../kernel/notices/phone.ts';
import { badField, notFound } from '../../kernel/problem.ts';
import { Actions, Go, Press, Send } from '../components/actions.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm, TextInput } from '../components/form.tsx';
import { Page, Title } from '../components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles };

export const loader = pageLoader(async (page) => {
  const { number, isConfirmed, isCodeOpen, canText, version } = await page.run((work) => readOwnReach(work), undefined);
  // Where no text messages go out there is nothing to give a number for.
  if (!canText) throw notFound();
  return { number, isConfirmed, isCodeOpen, version };
});

const confirm = async (page: PageOf, form: Form): Promise<string> => {
  const answer = await page.run(confirmPhone, form.read(codeInput, { code: form.text('code') }));
  if (answer.outcome === 'wrong') throw badField('code', 'reach.code.wrong', { left: answer.left });
  if (answer.outcome === 'over') throw badField('code', 'reach.code.over');
  return 'phoneConfirmed';
};

const give = async (page: PageOf, form: Form): Promise<string> => {
  const given = form.read(setPhoneInput, { number: form.text('number'), version: form.version });
  await page.run(setPhone, { ...given, say: (code) => page.t('sms.code', { code }) });
  return 'codeSent';
};

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: PageOf, form: Form): Promise<string> => {
  switch (form.text('do')) {
    case 'confirm':
      return confirm(page, form);
    case 'remove':
      await page.run(removePhone, { version: form.version });
      return 'phoneRemoved';
    default:
      return give(page, form);
  }
};

export const action = formAction(
  async (page, form) => {
    const done = await act(page, form);
    return goTo(done === 'phoneConfirmed' ? '/reach-me' : '/reach-me/phone', done);
  },
  { number: 'reach.phone', code: 'reach.code' },
);

const Code = ({ number, version }: { number: string; version: number }) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()} version={version}>
      <p>{t('reach.code.sent', { number })}</p>
      <TextInput
        name="code"
        label={t('reach.code')}
        hint={t('reach.code.hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <Actions>
        <Send name="do" value="confirm">
          {t('reach.code.send')}
        </Send>
        <Press fields={{ do: 'again', number, version }}>{t('reach.code.again')}</Press>
        <Press kind="tertiary" fields={{ do: 'remove', version }}>
          {t('reach.phone.other')}
        </Press>
      </Actions>
    </PostForm>
  );
};

const NumberForm = ({ number, version }: { number: string; version: number }) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()} version={version}>
      <TextInput
        name="number"
        label={t('reach.phone')}
        hint={t('reach.phone.hint')}
        type="tel"
        autoComplete="tel"
        value={number}
      />
      <Actions>
        <Send name="do" value="give">
          {t('reach.phone.send')}
        </Send>
        {number === '' ? null : (
          <Press kind="tertiary" fields={{ do: 'remove', version }}>
            {t('reach.phone.remove')}
          </Press>
        )}
      </Actions>
    </PostForm>
  );
};

const Confirmed = ({ number, version }: { number: string; version: number }) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()} version={version}>
      <p>{t('reach.phone.inUse', { number })}</p>
      <Send kind="secondary" name="do" value="remove">
        {t('reach.phone.remove')}
      </Send>
    </PostForm>
  );
};

export default function MyPhone() {
  const { number, isConfirmed, isCodeOpen, version } = useLoaderData<typeof loader>();
  const { t } = useText();
  const given = number ?? '';
  const shown = isConfirmed ? 'confirmed' : isCodeOpen ? 'code' : 'number';
  return (
    <Page title={t('reach.phone.title')} lead={t('reach.phone.lead')}>
      <Title within={t('reach.title')}>{t('reach.phone.title')}</Title>
      {shown === 'confirmed' ? <Confirmed number={given} version={version} /> : null}
      {shown === 'code' ? <Code number={given} version={version} /> : null}
      {shown === 'number' ? <NumberForm number={given} version={version} /> : null}
      <Go to="/reach-me" kind="tertiary">
        {t('reach.back')}
      </Go>
    </Page>
  );
}
