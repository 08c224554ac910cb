import type { Role } from '../kernel/actor.ts';
import type { MessageKey } from '../messages/index.ts';

/** A place to go: what the menu calls it, and what is done there. */
export type Way = { path: string; key: MessageKey; what: MessageKey };

const withoutAdviser = {
  path: '/without-adviser',
  key: 'nav.withoutAdviser',
  what: 'home.what.withoutAdviser',
} as const;
const advisers = { path: '/advisers', key: 'nav.advisers', what: 'home.what.advisers' } as const;
const myWeek = { path: '/my-week', key: 'nav.myWeek', what: 'home.what.myWeek' } as const;
const invited = { path: '/invited', key: 'nav.invited', what: 'home.what.invited' } as const;
const threads = { path: '/threads', key: 'nav.threads', what: 'home.what.threads' } as const;
const handOvers = { path: '/hand-overs', key: 'nav.handOvers', what: 'home.what.handOvers' } as const;
const openChallenges = {
  path: '/open-challenges',
  key: 'nav.openChallenges',
  what: 'home.what.openChallenges',
} as const;
const letters = { path: '/letters', key: 'nav.letters', what: 'home.what.letters' } as const;
const asks = { path: '/asks', key: 'nav.asks', what: 'home.what.asks' } as const;
const corrections = { path: '/corrections', key: 'nav.corrections', what: 'home.what.corrections' } as const;
const howMatchingWorks = {
  path: '/how-matching-works',
  key: 'nav.howMatchingWorks',
  what: 'home.what.howMatchingWorks',
} as const;

/** Where each role can go, in the order of their day. The home page comes first for everyone. */
export const navigation: Record<Role, readonly [Way, ...Way[]]> = {
  customer: [
    { path: '/know-how', key: 'nav.knowHow', what: 'home.what.knowHow' },
    { path: '/profile', key: 'nav.profile', what: 'home.what.profile' },
    { path: '/matches', key: 'nav.matches', what: 'home.what.matches' },
    { path: '/plan', key: 'nav.plan', what: 'home.what.plan' },
    { path: '/appointments', key: 'nav.appointments', what: 'home.what.appointments' },
    { path: '/documents', key: 'nav.documents', what: 'home.what.documents' },
    threads,
    { path: '/consents', key: 'nav.consents', what: 'home.what.consents' },
    { path: '/who-has-looked', key: 'nav.lookers', what: 'home.what.lookers' },
  ],
  adviser: [
    { path: '/caseload', key: 'nav.caseload', what: 'home.what.caseload' },
    threads,
    myWeek,
    { path: '/reply-promise', key: 'nav.replyPromise', what: 'home.what.replyPromise' },
    withoutAdviser,
    openChallenges,
    { path: '/vouching', key: 'nav.askedVouching', what: 'home.what.askedVouching' },
    asks,
    corrections,
    invited,
    handOvers,
  ],
  socialWorker: [
    { path: '/social-work', key: 'nav.socialWork', what: 'home.what.socialWork' },
    threads,
    myWeek,
    invited,
    handOvers,
    openChallenges,
    howMatchingWorks,
  ],
  businessContact: [{ path: '/challenges', key: 'nav.challenges', what: 'home.what.challenges' }, threads],
  businessAdviser: [{ path: '/businesses', key: 'nav.businesses', what: 'home.what.businesses' }],
  coordinator: [withoutAdviser, advisers, asks, corrections, letters, invited, openChallenges],
  facilitator: [openChallenges, invited, howMatchingWorks],
  serviceDesigner: [howMatchingWorks, openChallenges],
  manager: [
    { path: '/figures', key: 'nav.figures', what: 'home.what.figures' },
    withoutAdviser,
    advisers,
    asks,
    corrections,
    openChallenges,
  ],
  administrator: [
    { path: '/parked-jobs', key: 'nav.parkedJobs', what: 'home.what.parkedJobs' },
    { path: '/matching-work', key: 'nav.matchingWork', what: 'home.what.matchingWork' },
    { path: '/suggestion-log', key: 'nav.suggestionLog', what: 'home.what.suggestionLog' },
    { path: '/city-terms', key: 'rules.title', what: 'home.what.cityTerms' },
    { path: '/authorities', key: 'nav.authorities', what: 'home.what.authorities' },
    { path: '/city-use-log', key: 'nav.cityUseLog', what: 'home.what.cityUseLog' },
    { path: '/breach', key: 'nav.breach', what: 'home.what.breach' },
    { path: '/retention', key: 'nav.retention', what: 'home.what.retention' },
  ],
};
