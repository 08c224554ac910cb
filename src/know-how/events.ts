import type { EventHandlers } from '../kernel/notices.ts';

export const knowHowEvents: EventHandlers = {};
