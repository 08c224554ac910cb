import type { Language } from '../../../kernel/languages.ts';
import type { Say } from '../../../kernel/say.ts';
import { type CalendarEvent, toCalendar } from '../../appointments/ics.ts';

/** A calendar as an answer, in a language. `saved`: what the file is called; calendars that follow a feed do not mind, and no browser opens it as a page. */
export const calendarAnswer = (
  events: readonly CalendarEvent[],
  { say, language, saved }: { say: Say; language: Language; saved: string },
): Response => {
  const words = {
    name: say(language, 'page.product'),
    summary: say(language, 'appointments.ics.summary'),
    phone: say(language, 'appointments.way.phone'),
  };
  return new Response(toCalendar(events, words), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${saved}"`,
    },
  });
};
