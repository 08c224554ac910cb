const minute = 60_000;
const hour = 60 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Shows 2026-03-02 09:00. Made once for each zone: making one is slow. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
};

/** The time of the day of an instant in a time zone, as HH:MM. */
export const timeIn = (timeZone: string, at: Date): string => formatOf(timeZone).format(at).slice(11);

const asIfUtc = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`);

/** How far a zone's clocks are before UTC at an instant, in milliseconds. */
const offsetAt = (timeZone: string, at: number): number => {
  const shown = formatOf(timeZone).format(at);
  return asIfUtc(shown.slice(0, 10), shown.slice(11)) - Math.floor(at / minute) * minute;
};

/**
 * The instant at which a zone's clocks show a day (YYYY-MM-DD) and time (HH:MM). A time shown twice, when clocks go back, is the first of the
 * two; one that is never shown, when they go forward, is the instant at which they do.
 */
export const instantOf = (timeZone: string, day: string, time: string): Date => {
  const wall = asIfUtc(day, time);
  const offsets = [offsetAt(timeZone, wall - 12 * hour), offsetAt(timeZone, wall + 12 * hour)];
  const found = offsets.map((offset) => wall - offset).filter((at) => offsetAt(timeZone, at) === wall - at);
  if (found.length > 0) return new Date(Math.min(...found));
  // Never shown: from the hour before on, the first minute at which the clocks show something later.
  let at = wall - Math.max(...offsets);
  while (at + offsetAt(timeZone, at) < wall) at += minute;
  return new Date(at);
};

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A time of the day as people write it (9, 9.30, 09:30, klo 9) as HH:MM; anything else is given back as it is, for a schema to refuse. */
export const readTime = (text: string): string => {
  const [, hours = '', minutes = '00'] = /^(?:klo\s*|kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text.trim()) ?? [];
  return hours === '' ? text.trim() : `${hours.padStart(2, '0')}:${minutes}`;
};
