import type { ReactNode } from 'react';
import type { Language } from '../../kernel/languages.ts';
import { sayPartDay } from '../../kernel/part-days.ts';
import { More } from '../../web/components/confirm.tsx';
import { Pick, Tick } from '../../web/components/form.tsx';
import { useLanguageName } from '../../web/components/language-ticks.tsx';
import { Section } from '../../web/components/layout.tsx';
import { useLicenceUntil } from '../../web/components/licence-until.ts';
import { Marked, segmentsOf } from '../../web/components/marked.tsx';
import { useText } from '../../web/text.tsx';
import { clauseOf } from '../bring/excerpt.ts';
import { firstShown } from '../bring/first-shown.ts';
import type { Paragraph, PrivateKind } from '../bring/reader/types.ts';
import type { Brought, Proposal } from '../bring/see-brought.ts';
import type { FoundPlace } from '../bring/tables.ts';
import { languageLevels } from '../profile/kinds.ts';
import type { PortableProfile } from '../profile/portable.ts';

type Of<Kind extends Proposal['kind']> = { id: string; places: FoundPlace[]; what: Shapes[Kind] };
type Shapes = {
  knowHow: PortableProfile['knowHow'][number];
  experience: PortableProfile['experiences'][number];
  language: { code: string; level: (typeof languageLevels)[number] | null };
  licence: PortableProfile['licences'][number];
  wishes: PortableProfile['wishes'];
  limits: PortableProfile['limits'];
};

/** Proposals of one kind, with the shape that kind has. */
const ofKind = <Kind extends Proposal['kind']>(open: readonly Proposal[], kind: Kind): Of<Kind>[] =>
  open.filter((one) => one.kind === kind) as unknown as Of<Kind>[];

/** What was recognised and left out of the text. */
export const LeftOut = ({ kinds }: { kinds: readonly PrivateKind[] }) => {
  const { t, language } = useText();
  const named = kinds.filter((kind) => kind !== 'otherName');
  if (named.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    named.map((kind) => t(`bring.private.${kind}`)),
  );
  return <p className="left-out">{t('bring.leftOut', { list })}</p>;
};

/** "Sivu 2, kappale 3 · Työ": where a paragraph stands. A profile of fields has neither pages nor paragraphs to count. */
const usePlace = (): ((paragraph: Paragraph, isCounted: boolean) => string) => {
  const { t } = useText();
  return ({ page, no, part }, isCounted) => {
    const counted = page === null ? t('bring.place.paragraph', { no }) : t('bring.place.page', { page, no });
    return [...(isCounted ? [counted] : []), ...(part ? [t(`bring.part.${part}`)] : [])].join(' · ');
  };
};

type Text = { paragraphs: Paragraph[]; language: Language; isCounted: boolean };

const Quote = ({ text, children, caption }: { text: Text; children: ReactNode; caption: string }) => (
  <figure className="found-in">
    <blockquote lang={text.language}>{children}</blockquote>
    {caption ? <figcaption className="quiet">{caption}</figcaption> : null}
  </figure>
);

/** The clause something was found in, and where that is; the whole of what stands there, and other places, behind "more". */
const Places = ({ places, text }: { places: readonly FoundPlace[]; text: Text }) => {
  const sayPlace = usePlace();
  const { t } = useText();
  const there = places.flatMap(({ at, spans }) => {
    const paragraph = text.paragraphs[at];
    return paragraph ? [{ at, spans, paragraph, caption: sayPlace(paragraph, text.isCounted) }] : [];
  });
  const [first] = there;
  if (!first) return null;
  if (first.spans.length === 0) return first.caption ? <p className="quiet">{first.caption}</p> : null;
  const clause = clauseOf(first.paragraph.text, first.spans);
  const isAll = there.length === 1 && clause.text === first.paragraph.text;
  return (
    <>
      <Quote text={text} caption={first.caption}>
        <Marked segments={segmentsOf(clause.text, clause.spans)} />
      </Quote>
      {isAll ? null : (
        <More label={t('bring.place.more')}>
          {there.map(({ at, spans, paragraph, caption }) => (
            <Quote key={at} text={text} caption={caption}>
              <Marked segments={segmentsOf(paragraph.text, spans)} />
            </Quote>
          ))}
        </More>
      )}
    </>
  );
};

const Choices = ({ children }: { children: ReactNode }) => <ul className="choices">{children}</ul>;

const useTime = () => {
  const { t, language } = useText();
  return ({ from, to, isOngoing }: Shapes['experience']): string => {
    const say = (day: NonNullable<typeof from>) => {
      const said = sayPartDay(day, language);
      return day.about ? t('leave.about', { day: said }) : said;
    };
    const end = isOngoing ? t('leave.ongoing') : to ? say(to) : '';
    return [from ? say(from) : '', end].filter(Boolean).join(' – ');
  };
};

const Experience = ({ one, text, bringId }: { one: Of<'experience'>; text: Text; bringId: string }) => {
  const { t } = useText();
  const sayTime = useTime();
  const { kind, title, place, did } = one.what;
  const facts = [t(`leave.kind.${kind}`), place, sayTime(one.what)].filter(Boolean).join(' · ');
  return (
    <li>
      <Tick name="take" value={one.id} label={title} hint={facts} />
      <div className="choices__more">
        {did ? (
          <p className="words" lang={one.what.language}>
            {did}
          </p>
        ) : null}
        <Places places={one.places} text={text} />
        <p>
          <a href={`/bring/${bringId}/change/${one.id}`} className="choices__mend">
            {t('bring.mend')}
            <span className="aksel-sr-only">: {title}</span>
          </a>
        </p>
      </div>
    </li>
  );
};

const Spoken = ({ one, text }: { one: Of<'language'>; text: Text }) => {
  const { t } = useText();
  const name = useLanguageName()(one.what.code);
  const options = [
    ...(one.what.level === null ? [{ value: '', label: t('bring.level.choose') }] : []),
    ...languageLevels.map((level) => ({ value: level, label: t(`profile.cefr.${level}`) })),
  ];
  return (
    <li>
      <Tick name="take" value={one.id} label={name} />
      <div className="choices__more">
        <Places places={one.places} text={text} />
        <Pick
          name={`level-${one.id}`}
          label={t('bring.level', { language: name })}
          options={options}
          value={one.what.level ?? ''}
        />
      </div>
    </li>
  );
};

const Plain = ({
  id,
  label,
  hint,
  places,
  text,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  places: FoundPlace[];
  text: Text;
  children?: ReactNode;
}) => (
  <li>
    <Tick name="take" value={id} label={label} {...(hint ? { hint } : {})} />
    <div className="choices__more">
      <Places places={places} text={text} />
      {children}
    </div>
  </li>
);

/** What a copy says others have seen: told, never taken, as whoever has the file can write in it. */
const SeenInCopy = ({ seenBy = [], shownBy = [] }: Pick<Shapes['knowHow'], 'seenBy' | 'shownBy'>) => {
  const { t, day } = useText();
  if (seenBy.length + shownBy.length === 0) return null;
  return (
    <div className="quiet">
      <p>{t('bring.seen')}</p>
      <ul>
        {seenBy.map(({ by, role, how, on }) => (
          <li key={`${by} ${on} ${how}`}>
            {[[by, role].filter(Boolean).join(', '), day(on), how].filter(Boolean).join(' · ')}
          </li>
        ))}
        {shownBy.map(({ title, on, confirmedBy }) => (
          <li key={`${title} ${on}`}>{[title, day(on), confirmedBy].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </div>
  );
};

const Rest = ({ open, text }: { open: readonly Proposal[]; text: Text }) => {
  const { t } = useText();
  const nameOf = useLanguageName();
  return (
    <>
      {ofKind(open, 'wishes').map(({ id, places, what }) => {
        const wished = [...what.what.map((one) => one.text), what.where, what.notWanted].filter(Boolean).join(', ');
        return <Plain key={id} id={id} label={t('bring.wishes')} hint={wished} places={places} text={text} />;
      })}
      {ofKind(open, 'limits').map(({ id, places, what }) => {
        const told = [what.hours ? t(`knowHow.limits.hours.${what.hours}`) : '', ...what.languages.map(nameOf)];
        return (
          <Plain
            key={id}
            id={id}
            label={t('bring.limits')}
            hint={told.filter(Boolean).join(', ')}
            places={places}
            text={text}
          />
        );
      })}
    </>
  );
};

/** What waits to be decided, kind by kind, each with where it was found. */
export const Groups = ({ brought, open }: { brought: Brought; open: readonly Proposal[] }) => {
  const { t, language } = useText();
  const untilOf = useLicenceUntil();
  const isCounted = ['pdf', 'docx', 'odt', 'text'].includes(brought.kind ?? '');
  const text = { paragraphs: brought.paragraphs, language: brought.language ?? language, isCounted };
  const licenceName = ({ kind, code, name }: Shapes['licence']) =>
    kind === 'drivingLicence' ? t('bring.driving', { code: code || name }) : name;
  const { first, more } = firstShown(open);
  const skillsOf = (proposals: readonly Proposal[]) =>
    ofKind(proposals, 'knowHow').map(({ id, places, what }) => (
      <Plain key={id} id={id} label={what.label} places={places} text={text}>
        <SeenInCopy {...what} />
      </Plain>
    ));
  const groups: { title: string; items: ReactNode[]; more?: ReactNode[] }[] = [
    {
      title: t('bring.group.experience'),
      items: ofKind(open, 'experience').map((one) => (
        <Experience key={one.id} one={one} text={text} bringId={brought.id} />
      )),
    },
    {
      title: t('bring.group.knowHow'),
      items: skillsOf(first),
      more: skillsOf(more),
    },
    {
      title: t('bring.group.language'),
      items: ofKind(open, 'language').map((one) => <Spoken key={one.id} one={one} text={text} />),
    },
    {
      title: t('bring.group.licence'),
      items: ofKind(open, 'licence').map(({ id, places, what }) => (
        <Plain
          key={id}
          id={id}
          label={licenceName(what)}
          {...(what.untilOn ? { hint: untilOf(what.untilOn).words } : {})}
          places={places}
          text={text}
        />
      )),
    },
    {
      title: t('bring.group.rest'),
      items: open.some(({ kind }) => kind === 'wishes' || kind === 'limits')
        ? [<Rest key="rest" open={open} text={text} />]
        : [],
    },
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ title, items, more: behind = [] }) => (
      <Section key={title} title={title}>
        <Choices>{items}</Choices>
        {behind.length > 0 ? (
          <More label={t('bring.more', { count: behind.length })}>
            <p>{t('bring.more.what')}</p>
            <Choices>{behind}</Choices>
          </More>
        ) : null}
      </Section>
    ));
};
