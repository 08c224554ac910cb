import { z } from 'zod';
import { addAuthorities } from './authorities.ts';
import type { Database, Tx } from './database.ts';
import type { InLanguages, Language } from './languages.ts';
import { Problem } from './problem.ts';

export type City = {
  id: string;
  name: InLanguages;
  /** Background of main actions, #rrggbb; white text on it has at least 4.5:1. */
  actionColor: string;
  /** The line at the page's top edge, #rrggbb. */
  edgeColor: string;
  languages: Language[];
  timeZone: string;
  feedback: Feedback;
};

/** Where the city hears of barriers and other feedback; null where it has no such channel. */
export type Feedback = {
  email: string | null;
  phone: string | null;
  /** An address of the web, https. */
  page: string | null;
};

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with a feedback channel as given; empty when people can use it. */
export const feedbackFaults = ({ email, phone, page }: Feedback): string[] => {
  const faults: string[] = [];
  if (!email && !phone && !page) faults.push('feedback: an e-mail address, a telephone number or a page is needed');
  if (email && !z.email().safeParse(email).success)
    faults.push(`feedback e-mail ${email}: write it like palaute@lahti.example`);
  if (phone && !/^\+?[\d ]{5,20}$/.test(phone)) faults.push(`feedback telephone ${phone}: digits and spaces`);
  if (page && !(page.startsWith('https://') && URL.canParse(page)))
    faults.push(`feedback page ${page}: write the whole address, https://...`);
  return faults;
};

/** What is wrong with a city as given; empty when it can be made. */
export const cityFaults = (city: City): string[] => {
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(city.id))
    faults.push('id: small letters, digits and hyphens, 2 to 31, a letter first');
  for (const [language, name] of Object.entries(city.name))
    if (name.trim() === '') faults.push(`name: missing in ${language}`);
  for (const color of [city.actionColor, city.edgeColor])
    if (!/^#[0-9a-f]{6}$/.test(color)) faults.push(`colour ${color}: write it as #rrggbb in small letters`);
  if (faults.length === 0 && contrast(city.actionColor, '#ffffff') < 4.5)
    faults.push(
      `colour ${city.actionColor}: white text on it has a contrast of ${contrast(city.actionColor, '#ffffff').toFixed(2)}, 4.5 is needed`,
    );
  if (city.languages.length === 0) faults.push('languages: at least one');
  if (!isTimeZone(city.timeZone)) faults.push(`time zone ${city.timeZone}: not known; write it like Europe/Helsinki`);
  return [...faults, ...feedbackFaults(city.feedback)];
};

export const readCities = async (tx: Tx): Promise<City[]> => {
  const rows = await tx
    .selectFrom('city')
    .select(['id', 'name', 'actionColor', 'edgeColor', 'languages', 'timeZone'])
    .select(['feedbackEmail', 'feedbackPhone', 'feedbackPage'])
    .orderBy('id')
    .execute();
  return rows.map(({ feedbackEmail: email, feedbackPhone: phone, feedbackPage: page, ...city }) => ({
    ...city,
    feedback: { email, phone, page },
  }));
};

const feedbackColumns = ({ email, phone, page }: Feedback) => ({
  feedbackEmail: email,
  feedbackPhone: phone,
  feedbackPage: page,
});

/** Changes where a city hears feedback. False when there is no such city. The caller has looked at feedbackFaults. */
export const setFeedback = async (tx: Tx, cityId: string, feedback: Feedback): Promise<boolean> => {
  const saved = await tx
    .updateTable('city')
    .set(feedbackColumns(feedback))
    .where('id', '=', cityId)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
};

/** Makes a city with its authorities, outside any city. Throws badInput with the faults when it cannot be made. */
export const addCity = async (tx: Tx, city: City): Promise<void> => {
  const faults = cityFaults(city);
  if (faults.length > 0)
    throw new Problem('badInput', { fields: faults.map((message) => ({ field: 'city', message })) });
  const { feedback, ...rest } = city;
  await tx
    .insertInto('city')
    .values({ ...rest, name: JSON.stringify(city.name), ...feedbackColumns(feedback) })
    .execute();
  await addAuthorities(tx, city);
};

/** The cities, kept in memory and read again now and then, since every page shows one. */
export type Cities = { find(id: string): City | undefined; all(): City[]; refresh(): Promise<void>; stop(): void };

export const keepCities = async (database: Database): Promise<Cities> => {
  let known: City[] = [];
  const refresh = async () => {
    known = await database.acrossCities(readCities);
  };
  await refresh();
  // A city added by the operator's command is there within half a minute; a database away for a moment is asked again next time.
  const again = setInterval(() => refresh().catch(() => {}), 30_000);
  again.unref();
  return {
    find: (id) => known.find((city) => city.id === id),
    all: () => known,
    refresh,
    stop: () => clearInterval(again),
  };
};
