import type { ApiRoute } from '../kernel/http/api.ts';

export const knowHowApi: readonly ApiRoute[] = [];
