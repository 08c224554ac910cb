import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { takeMyProfileAlong } from '../profile/read-portable.ts';
import { leaveForms, toFile } from './leave-with.ts';

/** Taking one's profile along, by the API. */
export const leaveApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/profile/file',
    roles: ['customer'],
    summary:
      'My whole profile as a file: our own JSON (can be brought back), a Europass credential, Job Market Finland P51, PDF or Word. Its bytes are in base64',
    query: z.object({ form: z.enum(leaveForms).default('json') }),
    answer: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    call: async ({ run, query, session, outside }) => {
      const profile = await run((work) => takeMyProfileAlong(work), undefined);
      const { language } = session;
      const { bytes, ...file } = await toFile(profile, {
        form: query.form,
        language,
        say: outside.say,
        now: outside.clock(),
      });
      return { ...file, base64: Buffer.from(bytes).toString('base64') };
    },
  }),
];
