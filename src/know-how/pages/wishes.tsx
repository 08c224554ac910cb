import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm, TextArea, TextInput, Tick, Ticks } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readWishedSkills } from '../profile/wished-skills.ts';
import { tellWishes, wishesInput } from '../profile/wishes.ts';
import { keepDraft } from './keep-draft.ts';
import { SaveActions } from './profile/save-actions.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { wishes, chosen, found } = await page.run((work) => readWishedSkills(work), undefined);
  const { what, where, notWanted, version } = wishes;
  const text = what.flatMap((one) => (one.skillId === null ? [one.text] : [])).join('\n');
  return { text, where, notWanted, version, chosen, found };
});

const labels = {
  what: 'profile.wishes.what',
  where: 'profile.wishes.where',
  notWanted: 'profile.wishes.notWanted',
} as const;

export const action = keepDraft(
  formAction(async (page, form) => {
    const lines = form
      .text('what')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const before = await page.run((work) => readWishedSkills(work), undefined);
    const known = new Map([...before.chosen, ...before.found].map((one) => [one.uri, one.label]));
    const skills = form.all('skills').flatMap((uri) => (known.has(uri) ? [{ text: known.get(uri), uri }] : []));
    const what = [...lines.map((text) => ({ text, uri: null })), ...skills];
    const input = form.read(wishesInput, { what, where: form.text('where'), notWanted: form.text('notWanted') });
    await page.run(tellWishes, { ...input, version: form.version });
    // New words may speak of skills to wish for: they are shown once more, to be chosen or not.
    const after = await page.run((work) => readWishedSkills(work), undefined);
    const seen = new Set(before.found.map(({ uri }) => uri));
    return goTo(after.found.some(({ uri }) => !seen.has(uri)) ? '/profile/wishes' : '/profile', 'saved');
  }, labels),
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Skills = ({ chosen, found }: Pick<Loaded, 'chosen' | 'found'>) => {
  const { t } = useText();
  if (chosen.length + found.length === 0) return null;
  return (
    <Ticks legend={t('profile.wishes.skills')} name="skills">
      {chosen.map(({ uri, label }) => (
        <Tick key={uri} name="skills" value={uri} label={label} isTicked />
      ))}
      {found.map(({ uri, label, words }) => (
        <Tick
          key={uri}
          name="skills"
          value={uri}
          label={label}
          hint={`${t('knowHow.because')} ”${words.join(' … ')}”`}
        />
      ))}
    </Ticks>
  );
};

export default function WishesPage() {
  const { text, where, notWanted, version, chosen, found } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const inWords = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n');
  const typed = failure?.typed;
  return (
    <Page title={t('profile.wishes.title')} lead={t('profile.wishes.lead')}>
      <Title within={t('profile.title')}>{t('profile.wishes.title')}</Title>
      <PostForm failure={failure} version={version}>
        <BothVersions
          failure={failure}
          mine={inWords([typed?.what?.[0], typed?.where?.[0], typed?.notWanted?.[0]])}
          theirs={inWords([text, where, notWanted])}
        />
        <TextArea
          name="what"
          label={t('profile.wishes.what')}
          hint={t('profile.wishes.whatHint')}
          value={text}
          rows={4}
        />
        <Skills chosen={chosen} found={found} />
        <TextInput name="where" label={t('profile.wishes.where')} hint={t('profile.wishes.whereHint')} value={where} />
        <TextArea
          name="notWanted"
          label={t('profile.wishes.notWanted')}
          hint={t('profile.wishes.notWantedHint')}
          value={notWanted}
          rows={3}
        />
        <p className="quiet">
          {t('profile.wishes.hours')} <a href="/limits">{t('knowHow.limits.link')}</a>
        </p>
        <SaveActions />
      </PostForm>
      <KeepTyped />
      <p>
        <a href="/profile/history?kind=wishes">{t('profile.history.ofThis')}</a>
      </p>
    </Page>
  );
}
