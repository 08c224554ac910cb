import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import type { ProtectionKind } from '../../kernel/protection.ts';
import { Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useDraft } from '../../web/components/draft.tsx';
import { Facts, State } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, DayInput, PostForm, TextArea, TextInput, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import {
  endProtection,
  findReaders,
  protectCustomer,
  protectionInput,
  readProtection,
} from '../protect/protect-customer.ts';

export const handle: PageHandle = { roles: ['adviser', 'administrator'] };

export const loader = pageLoader(async (page) => {
  const found = await page.run(readProtection, { customerId: page.param('customerId') });
  const find = page.draft?.find?.[0] ?? '';
  const readers = await page.run((work) => findReaders(work, find), undefined);
  const before = found.protection?.readers ?? [];
  const known = new Set(before.map(({ personId }) => personId));
  return {
    ...found,
    choices: [...before, ...readers.filter(({ personId }) => !known.has(personId))],
    before: [...known],
  };
});

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const here = `/customers/${customerId}/protection`;
    // Looking for people to name leaves what is written as it is; whoever may not see the customer is not led on.
    if (form.text('do') === 'find') {
      await page.run(readProtection, { customerId });
      return goTo(here);
    }
    if (form.text('do') === 'end') {
      await page.run(endProtection, { customerId });
      return goTo(here, 'protectionEnded');
    }
    const day = form.text('untilOn').trim();
    const input = {
      ...{ kind: form.text('kind'), ground: form.text('ground'), untilOn: day === '' ? null : readDay(day) },
      readerIds: form.all('readerIds'),
    };
    await page.run(protectCustomer, { customerId, ...form.read(protectionInput, input) });
    return goTo(here, 'protected');
  },
  {
    kind: 'rights.protect.kind',
    ground: 'rights.protect.ground',
    untilOn: 'rights.protect.until',
    readerIds: 'rights.protect.readers',
  },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const InForce = ({ protection, canChange }: { protection: NonNullable<Loaded['protection']>; canChange: boolean }) => {
  const { t, time, day } = useText();
  return (
    <>
      <p>
        <State kind="care">{t('rights.protect.inForce')}</State>{' '}
        {t('rights.protect.setBy', { name: protection.setName, at: time(protection.setAt) })}
      </p>
      <Facts
        facts={[
          { what: t('rights.protect.kind'), value: t(`rights.protect.${protection.kind}`) },
          { what: t('rights.protect.ground'), value: protection.ground },
          { what: t('rights.protect.until'), value: protection.untilOn ? day(protection.untilOn) : null },
          { what: t('rights.protect.readers'), value: protection.readers.map(({ name }) => name).join(', ') },
        ]}
      />
      {canChange ? (
        <Confirm label={t('rights.protect.end')} what={t('rights.protect.endWhat')}>
          <Press fields={{ do: 'end' }}>{t('rights.protect.end')}</Press>
        </Confirm>
      ) : (
        <p>{t('rights.protect.notYours')}</p>
      )}
    </>
  );
};

const kinds: readonly ProtectionKind[] = ['nonDisclosure', 'secretIdentity'];

const Protect = ({ choices, before, protection }: Pick<Loaded, 'choices' | 'before' | 'protection'>) => {
  const { t } = useText();
  const draft = useDraft();
  const options = kinds.map((kind) => ({ value: kind, label: t(`rights.protect.${kind}`) }));
  return (
    <PostForm failure={useFailure()}>
      <Choice name="kind" label={t('rights.protect.kind')} options={options} value={protection?.kind ?? null} />
      <TextArea
        name="ground"
        label={t('rights.protect.ground')}
        hint={t('rights.protect.groundHint')}
        rows={3}
        most={500}
        value={protection?.ground ?? ''}
      />
      <DayInput name="untilOn" label={t('rights.protect.until')} value={protection?.untilOn ?? ''} />
      <TextInput name="find" label={t('rights.protect.find')} value={draft?.find?.[0] ?? ''} />
      <Press small fields={{ do: 'find' }}>
        {t('rights.protect.search')}
      </Press>
      {choices.length > 0 ? (
        <Ticks legend={t('rights.protect.readers')} name="readerIds">
          {choices.map(({ personId, name }) => (
            <Tick key={personId} name="readerIds" value={personId} label={name} isTicked={before.includes(personId)} />
          ))}
        </Ticks>
      ) : null}
      <Send>{t('rights.protect.set')}</Send>
    </PostForm>
  );
};

export default function ProtectionPage() {
  const { protection, choices, before, canChange } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rights.protect.title')} lead={t('rights.protect.lead')}>
      <Title>{t('rights.protect.title')}</Title>
      {protection ? <InForce protection={protection} canChange={canChange} /> : null}
      {canChange ? <Protect choices={choices} before={before} protection={protection} /> : null}
    </Page>
  );
}
