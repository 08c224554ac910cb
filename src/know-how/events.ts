import type { EventHandlers } from '../kernel/notices.ts';
import { vouchingEvents } from './vouching/events.ts';

export const knowHowEvents: EventHandlers = { ...vouchingEvents };
