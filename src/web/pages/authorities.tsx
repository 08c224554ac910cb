import { useLoaderData } from 'react-router';
import { type Authority, authorityKinds } from '../../kernel/authorities.ts';
import { languages } from '../../kernel/languages.ts';
import { nameAuthority, nameAuthorityInput, readCityAuthorities } from '../../kernel/name-authority.ts';
import { Send } from '../components/actions.tsx';
import { useFailure } from '../components/failures.tsx';
import { BothVersions, PostForm, TextInput } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => {
  const authorities = await page.run(readCityAuthorities, undefined);
  const kind = authorityKinds.find((one) => one === page.query.get('authority')) ?? null;
  return { authorities, chosen: authorities.find((one) => one.kind === kind) ?? null };
});

export const action = formAction(
  async (page, form) => {
    const names = Object.fromEntries(languages.map((language) => [language, form.text(language)]));
    const input = { kind: form.text('kind'), version: form.version, ...names };
    await page.run(nameAuthority, form.read(nameAuthorityInput, input));
    return goTo('/authorities', 'saved');
  },
  { fi: 'authorities.fi', sv: 'authorities.sv', en: 'authorities.en' },
);

const Rename = ({ authority: { kind, name, version } }: { authority: Authority }) => {
  const { t } = useText();
  const failure = useFailure();
  const mine = languages.map((language) => failure?.typed[language]?.[0] ?? '').join('\n');
  return (
    <>
      <BothVersions failure={failure} mine={mine} theirs={languages.map((language) => name[language]).join('\n')} />
      <PostForm failure={failure} version={version}>
        <input type="hidden" name="kind" value={kind} />
        {languages.map((language) => (
          <TextInput key={language} name={language} label={t(`authorities.${language}`)} value={name[language]} />
        ))}
        <Send>{t('authorities.save')}</Send>
      </PostForm>
    </>
  );
};

export default function Authorities() {
  const { authorities, chosen } = useLoaderData<typeof loader>();
  const { t, language } = useText();
  return (
    <Page title={t('authorities.title')} lead={t('authorities.lead')}>
      <Title>{t('nav.authorities')}</Title>
      {authorities.map((authority) => (
        <Section key={authority.kind} title={t(`authorities.${authority.kind}`)}>
          {chosen?.kind === authority.kind ? (
            <Rename authority={authority} />
          ) : (
            <p>
              {authority.name[language]}{' '}
              <a href={`/authorities?authority=${authority.kind}`}>{t('authorities.change')}</a>
            </p>
          )}
        </Section>
      ))}
    </Page>
  );
}
