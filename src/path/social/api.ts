import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { caseloadShape } from '../caseload/api.ts';
import { readCaseload, readCaseloadInput } from '../caseload/read-caseload.ts';

/** A social worker's customers. What they see of one: the routes of sections and of joint plans. */
export const socialApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/social-work',
    roles: ['socialWorker'],
    summary:
      'My customers by filters, a part of a name and any column that is not the adviser’s, 25 a page, with the plan my authority is party to; ask on with `after` and `before`',
    query: readCaseloadInput,
    answer: caseloadShape,
    call: ({ run, query }) => run(readCaseload, query),
  }),
];
