import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { type DataClass, dataClasses } from '../../kernel/data-map.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Actions, Go } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readOwnProtection } from '../protect/protect-customer.ts';
import { readMyData } from '../read-my-data.ts';
import type { OwnedTable } from '../read-owned.ts';
import { type HeldLine, linesOf } from './parts/lines-of.ts';

export const handle: PageHandle = { roles };

type Told = Pick<OwnedTable, 'as' | 'class' | 'ground' | 'count'> & { lines: HeldLine[] };

// Looks are told in words on a page of their own; here they are codes.
const heldOf = ({ as, class: kind, ground, count, rows }: OwnedTable): Told => ({
  ...{ as, class: kind, ground, count },
  lines: as === 'lookers' || as === 'whatIDid' ? [] : linesOf(rows),
});

/** How somebody is reached stands in tables of other kinds: told where it is looked for. */
const reachOf = ({ as, class: kind, ground, columns, rows }: OwnedTable): Told[] => {
  const names = columns.filter((column) => column.class === 'contact' && kind !== 'contact').map(({ name }) => name);
  const lines = linesOf(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))));
  return lines.length > 0 ? [{ as, class: 'contact', ground, count: lines.length, lines }] : [];
};

export const loader = pageLoader(async (page) => {
  const { tables } = await page.run((work) => readMyData(work), undefined);
  const isCustomer = page.actor.customerId !== null;
  return {
    isCustomer,
    city: page.city?.name[page.language] ?? '',
    protection: isCustomer ? await page.run(readOwnProtection, undefined) : null,
    tables: [...tables.flatMap(reachOf), ...tables.map(heldOf)],
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Held = Loaded['tables'][number];

/** Where a customer sees a kind in its own words, and changes it. */
const places: Partial<Record<DataClass, string>> = {
  identity: '/my-account',
  contact: '/my-account',
  account: '/my-account',
  knowHow: '/profile',
  plan: '/plan',
  messages: '/threads',
  matches: '/matches',
  choices: '/consents',
  rights: '/my-data/correct',
  log: '/who-has-looked',
};

const Latest = ({ table }: { table: Held }) => {
  const { t, time, clock } = useText();
  const end = (until: string | null) => (until ? `–${clock(until)}` : '');
  if (table.lines.length === 0) return null;
  return (
    <More label={t('rights.mine.latest')}>
      <ul>
        {table.lines.map(({ key, at, until, words }) => (
          <li key={key}>
            {at ? (
              <span className="quiet">
                {time(at)}
                {end(until)}{' '}
              </span>
            ) : null}
            <span className="words">{words}</span>
          </li>
        ))}
      </ul>
    </More>
  );
};

const Kind = ({ kind, tables, isCustomer }: { kind: DataClass; tables: readonly Held[]; isCustomer: boolean }) => {
  const { t } = useText();
  const held = tables.filter(({ count }) => count > 0);
  const grounds = [...new Set(held.map(({ ground }) => ground))];
  const place = isCustomer ? places[kind] : undefined;
  return (
    <Section title={t(`rights.class.${kind}`)}>
      {held.length === 0 ? <p className="quiet">{t('rights.mine.nothing')}</p> : null}
      {grounds.map((ground) => (
        <p key={ground} className="quiet">
          {t(`rights.ground.${ground}`)}
        </p>
      ))}
      {held.length > 0 ? (
        <ul>
          {held.map((table) => (
            <li key={table.as}>
              {t(`rights.table.${table.as}` as MessageKey)}: {t('rights.mine.count', { count: table.count })}
              <Latest table={table} />
            </li>
          ))}
        </ul>
      ) : null}
      {place && held.length > 0 ? (
        <p>
          <a href={place}>
            {t('rights.mine.see')} <span className="aksel-sr-only">{t(`rights.class.${kind}`)}</span>
          </a>
        </p>
      ) : null}
    </Section>
  );
};

const Rights = () => {
  const { t } = useText();
  return (
    <Section title={t('rights.mine.rights')}>
      <ul>
        <li>
          <a href="/my-data/correct">{t('rights.mine.correct')}</a>
        </li>
        <li>
          <a href="/my-data/restrict">{t('rights.mine.restrict')}</a>
        </li>
        <li>
          <a href="/objection">{t('rights.mine.object')}</a>
        </li>
        <li>
          <a href="/my-data/erase">{t('rights.mine.erase')}</a>
        </li>
      </ul>
    </Section>
  );
};

const Protected = ({ protection }: { protection: NonNullable<Loaded['protection']> }) => {
  const { t, day } = useText();
  const names = protection.readers.map(({ name }) => name).join(', ');
  return (
    <p>
      {t('rights.mine.protected', { names })}{' '}
      {protection.untilOn ? t('rights.mine.protectedUntil', { day: day(protection.untilOn) }) : null}{' '}
      <span className="quiet">{protection.ground}</span>
    </p>
  );
};

export default function MyData() {
  const { city, tables, isCustomer, protection } = useLoaderData<typeof loader>();
  const { t } = useText();
  const kinds = dataClasses.filter((kind) => isCustomer || tables.some((one) => one.class === kind && one.count > 0));
  return (
    <Page
      title={t('rights.mine.title')}
      lead={t('rights.mine.lead', { city })}
      side={isCustomer ? <Rights /> : undefined}
    >
      <Title>{t('rights.mine.title')}</Title>
      {protection ? <Protected protection={protection} /> : null}
      <Section title={t('rights.mine.take')}>
        <p>{t('rights.mine.takeWhat')}</p>
        <Actions>
          <Go to="/my-data/file?form=zip">{t('rights.mine.zip')}</Go>
          <Go to="/my-data/file?form=json" kind="secondary">
            {t('rights.mine.json')}
          </Go>
        </Actions>
        <p className="quiet">{t('rights.mine.sealed')}</p>
      </Section>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} isCustomer={isCustomer} tables={tables.filter((one) => one.class === kind)} />
      ))}
    </Page>
  );
}
