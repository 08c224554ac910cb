import type { ApiRoute } from '../kernel/http/api.ts';

export const businessApi: readonly ApiRoute[] = [];
