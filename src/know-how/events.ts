import type { EventHandlers } from '../kernel/notices.ts';
import { outsideModelEvents } from './outside-model/forget-views.ts';
import { vouchingEvents } from './vouching/events.ts';

export const knowHowEvents: EventHandlers = { ...vouchingEvents, ...outsideModelEvents };
