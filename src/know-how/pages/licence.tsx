import { useLoaderData } from 'react-router';
import { notFound } from '../../kernel/problem.ts';
import { useFailure } from '../../web/components/failures.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readItemAudiences } from '../profile/item-audiences.ts';
import { knownLicence, licenceName, licenceOptions } from '../profile/licence-list.ts';
import { changeLicence } from '../profile/licences.ts';
import { loadItem } from '../profile/load-item.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { audiencePressed } from './profile/audience-pressed.ts';
import { ItemForm } from './profile/item-form.tsx';
import { LicenceFields, licenceLabels } from './profile/licence-fields.tsx';
import { licenceIn } from './profile/licence-in.ts';
import { movePressed } from './profile/move-pressed.ts';
import { doneBy } from './profile/standing.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const id = page.param('licenceId');
  const { licences } = await page.run(async (work) => {
    await loadItem(work, { kind: 'licence', id }, { action: 'read', why: 'own profile' });
    return readMyProfile(work);
  }, undefined);
  const found = licences.find((one) => one.id === id);
  if (!found) throw notFound();
  const isListed = knownLicence(found.kind, found.code) !== undefined;
  // One of a kind the list has nothing of, or with a code it does not know, is offered as another.
  const other = found.kind === 'licence' ? 'licence:' : 'card:';
  return {
    ...found,
    shown: licenceName(found, page.language),
    told: {
      which: isListed ? `${found.kind}:${found.code}` : other,
      name: isListed ? '' : found.name,
      untilOn: found.untilOn,
    },
    list: licenceOptions(page.language),
    audiences: await page.run(readItemAudiences, { kind: 'licence', id }),
  };
});

const act = async (page: OpenPage, form: Form): Promise<Response> => {
  const id = page.param('licenceId');
  const { version } = form;
  if (await audiencePressed(page, form, { kind: 'licence', id })) return goTo(`/profile/licences/${id}`, 'saved');
  if (form.has('what')) return goTo('/profile', doneBy(await movePressed(page, form, { kind: 'licence', id })));
  await page.run(changeLicence, { ...licenceIn(form), licenceId: id, version });
  return goTo('/profile', 'saved');
};

export const action = formAction(act, licenceLabels);

export default function LicencePage() {
  const found = useLoaderData<typeof loader>();
  const { id, shown, told, list } = found;
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={shown}>
      <Title within={t('profile.title')}>{shown}</Title>
      <ItemForm
        item={found}
        history={`licence/${id}`}
        mine={[failure?.typed.name?.[0], failure?.typed.untilOn?.[0]].filter(Boolean).join('\n')}
        theirs={[shown, told.untilOn].filter(Boolean).join('\n')}
      >
        <LicenceFields list={list} told={told} />
      </ItemForm>
    </Page>
  );
}
