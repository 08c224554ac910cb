import { useLoaderData } from 'react-router';
import { badField } from '../../kernel/problem.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { FileInput, UploadForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { keepingOn } from '../bring/keeping.ts';
import { mostBytes } from '../bring/reader/limits.ts';
import { seeAllBrought } from '../bring/see-brought.ts';
import { fileName, startBringing } from '../bring/start-bringing.ts';

export const handle: PageHandle = { roles: ['customer'], upload: mostBytes };

export const loader = pageLoader((page) =>
  page.run(
    async (work) => ({ brought: await seeAllBrought(work), days: (await keepingOn(work.tx, work.today)).textDays }),
    undefined,
  ),
);

const labels = { file: 'bring.file' } as const;

export const action = formAction(async (page) => {
  if (page.isTooLarge) throw badField('file', 'bring.wrong.tooLarge');
  const { upload } = page;
  if (!upload) throw badField('file', 'bring.file.choose');
  const name = fileName.safeParse(upload.name).data ?? '';
  const { id } = await page.run(startBringing, { name, pieces: upload.pieces });
  return goTo(`/bring/${id}`);
}, labels);

const accept = '.pdf,.docx,.odt,.txt,.xml,.json,.jsonld';

const Waiting = () => {
  const { brought } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  if (brought.length === 0) return null;
  return (
    <Section title={t('bring.mine')}>
      <Cards>
        {brought.map(({ id, name, state, createdAt, found }) => (
          <Card key={id} level={3} to={`/bring/${id}`} title={name || t('bring.noName')}>
            <p>{state === 'ready' && found === 0 ? t('bring.nothing') : t(`bring.state.${state}`)}</p>
            <p className="quiet">{t('bring.broughtAt', { at: time(createdAt) })}</p>
          </Card>
        ))}
      </Cards>
    </Section>
  );
};

const WhatHappens = () => {
  const { days } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('bring.privacy')}</h2>
      <p>{t('bring.privacy.read')}</p>
      <p>{t('bring.privacy.left')}</p>
      <p>{t('bring.privacy.kept', { days })}</p>
    </>
  );
};

export default function Bring() {
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('bring.title')} lead={t('bring.lead')} side={<WhatHappens />}>
      <Title within={t('nav.knowHow')}>{t('bring.title')}</Title>
      <UploadForm failure={failure}>
        <FileInput name="file" label={t('bring.file')} hint={t('bring.file.hint')} accept={accept} />
        <Actions>
          <Send>{t('bring.send')}</Send>
          <Go kind="tertiary" to="/know-how">
            {t('bring.instead')}
          </Go>
        </Actions>
      </UploadForm>
      <Waiting />
    </Page>
  );
}
