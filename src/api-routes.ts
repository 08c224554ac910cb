import { businessApi } from './business/api.ts';
import { dialogueApi } from './dialogue/api.ts';
import { insightApi } from './insight/api.ts';
import { kernelApi } from './kernel/api.ts';
import type { ApiRoute } from './kernel/http/api.ts';
import { knowHowApi } from './know-how/api.ts';
import { matchingApi } from './matching/api.ts';
import { pathApi } from './path/api.ts';
import { rightsApi } from './rights/api.ts';
import { webApi } from './web/api.ts';

/** Every route of the API, domain by domain. */
export const apiRoutes: readonly ApiRoute[] = [
  ...kernelApi,
  ...knowHowApi,
  ...matchingApi,
  ...businessApi,
  ...dialogueApi,
  ...pathApi,
  ...insightApi,
  ...rightsApi,
  ...webApi,
];
