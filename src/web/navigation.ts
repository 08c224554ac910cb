import type { Role } from '../kernel/actor.ts';
import type { MessageKey } from '../messages/index.ts';

export type Way = { path: string; key: MessageKey };

/** Where each role can go, in the order of their day. The home page comes first for everyone. */
export const navigation: Record<Role, readonly Way[]> = {
  customer: [
    { path: '/know-how', key: 'nav.knowHow' },
    { path: '/matches', key: 'nav.matches' },
    { path: '/plan', key: 'nav.plan' },
    { path: '/threads', key: 'nav.threads' },
    { path: '/consents', key: 'nav.consents' },
    { path: '/who-has-looked', key: 'nav.lookers' },
  ],
  adviser: [{ path: '/caseload', key: 'nav.caseload' }],
  socialWorker: [],
  businessContact: [
    { path: '/challenges', key: 'nav.challenges' },
    { path: '/threads', key: 'nav.threads' },
  ],
  businessAdviser: [{ path: '/businesses', key: 'nav.businesses' }],
  coordinator: [],
  facilitator: [],
  serviceDesigner: [],
  manager: [],
  administrator: [
    { path: '/parked-jobs', key: 'nav.parkedJobs' },
    { path: '/city-use-log', key: 'nav.cityUseLog' },
  ],
};
