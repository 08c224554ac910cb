import type { EventHandlers } from '../kernel/notices.ts';

export const businessEvents: EventHandlers = {};
