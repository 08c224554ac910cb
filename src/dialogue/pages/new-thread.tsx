import { useLoaderData } from 'react-router';
import { mostOfFile } from '../../kernel/files/kinds.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { openThreadOfMine, threadOfMineInput } from '../open-thread-with.ts';
import { choicesOfMine } from '../thread-choices.ts';
import { aboutIn, aboutOf, NewThreadFields, newThreadLabels } from './parts/new-thread-fields.tsx';
import { chosenFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['customer'], upload: mostOfFile };

export const loader = pageLoader(async (page) => ({
  ...(await page.run((work) => choicesOfMine(work), undefined)),
  about: aboutOf(page.query),
}));

export const action = formAction(async (page, form) => {
  const input = form.read(threadOfMineInput, {
    ...{ with: form.text('with'), subject: form.text('subject'), text: form.text('text') },
    ...aboutIn(form),
  });
  const { id } = await page.run(openThreadOfMine, { ...input, file: chosenFile(page) });
  return goTo(`/threads/${id}`, 'sent');
}, newThreadLabels);

const Write = () => {
  const { professionals, about, ...choices } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  // Of two of one kind the one given last answers.
  const one = (role: string, at: number) => professionals.findIndex((other) => other.role === role) === at;
  const options = professionals
    .filter(({ role }, at) => one(role, at))
    .map(({ role, name }) => ({ value: role, label: `${name}, ${t(`role.${role}`)}` }));
  return (
    <PostForm failure={failure} hasFile>
      <Choice name="with" label={t('dialogue.new.with')} options={options} value={options[0]?.value ?? null} />
      <NewThreadFields choices={choices} about={about} />
      <Actions>
        <Send>{t('dialogue.send')}</Send>
        <Go to="/threads" kind="tertiary">
          {t('dialogue.new.back')}
        </Go>
      </Actions>
      <KeepTyped />
    </PostForm>
  );
};

export default function NewThread() {
  const { professionals } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('dialogue.new.title')} lead={t('dialogue.new.lead')}>
      <Title within={t('nav.threads')}>{t('dialogue.new.title')}</Title>
      {professionals.length === 0 ? <Empty>{t('dialogue.new.nobody')}</Empty> : <Write />}
    </Page>
  );
}
