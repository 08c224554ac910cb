import type { ApiRoute } from '../kernel/http/api.ts';
import { appointmentsApi } from './appointments/api.ts';
import { documentsApi } from './documents/api.ts';
import { promiseApi } from './promise/api.ts';
import { threadsApi } from './threads-api.ts';

export const dialogueApi: readonly ApiRoute[] = [...appointmentsApi, ...documentsApi, ...threadsApi, ...promiseApi];
