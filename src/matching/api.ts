import type { ApiRoute } from '../kernel/http/api.ts';

export const matchingApi: readonly ApiRoute[] = [];
