import { notFound } from '../../kernel/problem.ts';
import { cityOfSecret } from '../../know-how/index.ts';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { openFeed } from '../appointments/feed.ts';
import { calendarAnswer } from './parts/calendar-file.ts';

export const handle: PageHandle = { roles: 'anyone', isUnlisted: true };

/** What a calendar that follows reads, by the secret in its address. */
export const loader = pageLoader(async (page) => {
  const secret = page.param('calendarSecret');
  const city = page.app.cities.find(cityOfSecret(secret) ?? '');
  if (!city) throw notFound();
  const { events, language } = await page.runAsGuest(city.id, openFeed, secret);
  return calendarAnswer(events, { say: page.app.say, language, saved: 'tuttu.ics' });
});
