import { businessEvents } from './business/events.ts';
import { dialogueEvents } from './dialogue/events.ts';
import type { EventHandlers } from './kernel/notices.ts';
import { knowHowEvents } from './know-how/events.ts';
import { matchingEvents } from './matching/events.ts';
import { pathEvents } from './path/events.ts';

/** Who hears of what: every domain's handlers, by topic. An event nobody handles is fine. */
export const eventHandlers: EventHandlers = {
  ...knowHowEvents,
  ...matchingEvents,
  ...businessEvents,
  ...dialogueEvents,
  ...pathEvents,
};
