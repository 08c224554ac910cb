import type { ApiRoute } from '../kernel/http/api.ts';

export const dialogueApi: readonly ApiRoute[] = [];
