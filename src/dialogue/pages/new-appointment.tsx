import { useLoaderData } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextInput } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { book, bookInput } from '../appointments/book.ts';
import { type FreeTime, nearestTo } from '../appointments/free-times.ts';
import { gotOr } from '../appointments/got-or.ts';
import { readMyAppointments } from '../appointments/read-appointments.ts';
import { readFree } from '../appointments/read-free.ts';
import { labels, useWhen } from './parts/appointment-words.ts';
import { InterpreterField, KindField, MessageField, WayField } from './parts/meeting-fields.tsx';
import { TimesByDay } from './parts/times-by-day.tsx';

export const handle: PageHandle = { roles: ['customer'] };

/** With whom, of those the address names; null where it names nobody. */
const wantedIn = ({ query }: PageOf): string | null => {
  const wanted = query.get('with');
  return isId(wanted) ? wanted : null;
};

const instantIn = (text: string | null): Date | null => {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
};

/** One question a page: with whom (`?with=`), when (`?at=`), how. */
export const loader = pageLoader(async (page) => {
  const { professionals } = await page.run((work) => readMyAppointments(work), undefined);
  const wanted = wantedIn(page) ?? (professionals.length === 1 ? professionals[0]?.personId : undefined);
  const professional = professionals.find(({ personId }) => personId === wanted);
  if (!professional) return { professionals, professional: null, times: [], kinds: [], from: '', at: null };
  const { times, kinds } = await page.run(readFree, { professionalId: professional.personId });
  const from = page.query.get('from') ?? '';
  return {
    professionals,
    professional,
    times,
    kinds,
    from: isDay(from) ? from : '',
    at: instantIn(page.query.get('at')),
  };
});

export const action = formAction(async (page, form) => {
  const input = form.read(bookInput, {
    ...{ professionalId: wantedIn(page), startsAt: form.text('startsAt') || undefined },
    ...{ kind: form.text('kind') || undefined, way: form.text('way') || null, phone: form.text('phone') },
    ...{ interpreter: form.text('interpreter') || null, message: form.text('message') },
  });
  const { id } = gotOr(await page.run(book, input), 'startsAt');
  return goTo(`/appointments/${id}`, 'appointmentBooked');
}, labels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Who = ({ professionals }: Pick<Loaded, 'professionals'>) => {
  const { t } = useText();
  if (professionals.length === 0) return <Empty>{t('appointments.mine.nobody')}</Empty>;
  return (
    <Cards>
      {professionals.map(({ personId, name, role }) => (
        <Card key={personId} to={`/appointments/new?with=${personId}`} title={name}>
          <p>{t(`role.${role}`)}</p>
        </Card>
      ))}
    </Cards>
  );
};

const When = ({ times, from, personId }: { times: readonly FreeTime[]; from: string; personId: string }) => {
  const { t } = useText();
  const base = `/appointments/new?with=${personId}`;
  const hrefOf = (at: string) => `${base}&at=${encodeURIComponent(at)}`;
  const [first] = times;
  return (
    <>
      {first && from === '' ? (
        <Actions>
          <Go to={hrefOf(first.startsAt.toISOString())}>{t('appointments.times.first')}</Go>
        </Actions>
      ) : null}
      <TimesByDay times={times} from={from} hrefOf={hrefOf} laterOf={(day) => `${base}&from=${day}`} />
    </>
  );
};

type HowProps = Pick<Loaded, 'kinds'> & { times: readonly FreeTime[]; at: Date; personId: string };

const How = ({ times, kinds, at, personId }: HowProps) => {
  const { t } = useText();
  const when = useWhen();
  const failure = useFailure();
  const time = times.find(({ startsAt }) => startsAt.getTime() === at.getTime());
  const near = nearestTo(at, times);
  // Of several times, each way one of them has: what does not fit the one chosen is said beside it.
  const ways = time?.ways ?? [...new Set(near.flatMap((one) => one.ways))];
  if (!time && near.length === 0) return <Empty>{t('appointments.times.none')}</Empty>;
  return (
    <PostForm failure={failure}>
      {time ? (
        <>
          <input type="hidden" name="startsAt" value={time.startsAt.toISOString()} />
          <Facts
            facts={[
              { what: t('appointments.field.time'), value: when(time) },
              { what: t('appointments.field.place'), value: ways.includes('inPerson') ? time.address : '' },
            ]}
          />
        </>
      ) : (
        <Choice
          name="startsAt"
          label={t('appointments.times.near')}
          options={near.map((one) => ({ value: one.startsAt.toISOString(), label: when(one) }))}
        />
      )}
      <WayField ways={ways} />
      {ways.includes('phone') ? (
        <TextInput
          name="phone"
          type="tel"
          label={t('appointments.field.phone')}
          hint={t('appointments.phone.hint')}
          autoComplete="tel"
        />
      ) : null}
      <KindField kinds={kinds} />
      <InterpreterField />
      <MessageField hint={t('appointments.message.hint')} />
      <Actions>
        <Send>{t('appointments.book')}</Send>
        <Go to={`/appointments/new?with=${personId}`} kind="tertiary">
          {t('appointments.times.other')}
        </Go>
      </Actions>
      <KeepTyped />
    </PostForm>
  );
};

const Question = ({ professionals, professional, times, kinds, from, at }: Loaded) => {
  if (!professional) return <Who professionals={professionals} />;
  const { personId } = professional;
  if (at === null) return <When times={times} from={from} personId={personId} />;
  return <How kinds={kinds} times={times} at={at} personId={personId} />;
};

export default function NewAppointment() {
  const loaded = useLoaderData<typeof loader>();
  const { professional, at } = loaded;
  const { t } = useText();
  const step = professional === null ? 'who' : at === null ? 'when' : 'how';
  const lead = professional ? t('appointments.new.with', { name: professional.name }) : undefined;
  return (
    <Page title={t(`appointments.new.${step}`)} lead={lead}>
      <Title within={t('nav.appointments')}>{t(`appointments.new.${step}`)}</Title>
      <Question {...loaded} />
    </Page>
  );
}
