import { type PageHandle, pageLoader } from '../../web/page.ts';
import { readOneForCalendar } from '../appointments/feed.ts';
import { calendarAnswer } from './parts/calendar-file.ts';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

/** One appointment as a file that calendars read. */
export const loader = pageLoader(async (page) => {
  const events = await page.run(readOneForCalendar, page.param('appointmentId'));
  return calendarAnswer(events, { say: page.app.say, language: page.language, saved: 'tuttu.ics' });
});
