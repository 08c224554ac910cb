import type { ApiRoute } from '../kernel/http/api.ts';

export const pathApi: readonly ApiRoute[] = [];
