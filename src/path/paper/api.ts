import { z } from 'zod';
import { type ApiOutside, type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Session } from '../../kernel/session.ts';
import { planFile } from './plan-file.ts';
import { planRecord, toPlanRecord } from './plan-record.ts';
import { takePlanForRegister } from './read-paper.ts';

const ofCustomer = z.object({ customerId: z.uuid() });
const professionals = ['adviser', 'socialWorker'] as const;
const fileShape = z.object({ name: z.string(), type: z.string(), base64: z.string() });

/** For whom it is written: whoever asks, in their language and city. */
const readerOf = ({ language, actor }: Session, { say, cities, clock, config }: ApiOutside) => {
  const city = cities.find(actor?.cityId ?? '');
  if (!city) throw new Problem('chooseRole');
  return { language, say, city, now: clock(), url: config.url };
};

type Call = Pick<Parameters<ApiRoute['call']>[0], 'run' | 'session' | 'outside'>;

const pdfOf = async ({ run, session, outside }: Call, customerId: string | null) => {
  const { bytes, ...file } = await planFile(run, { customerId, form: 'pdf' }, readerOf(session, outside));
  return { ...file, base64: Buffer.from(bytes).toString('base64') };
};

const recordOf = async ({ run, session, outside }: Call, customerId: string | null) =>
  toPlanRecord(await run(takePlanForRegister, { customerId }), readerOf(session, outside));

/** Taking a plan out of Tuttu. */
export const paperApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan/file',
    roles: ['customer'],
    summary: 'My plan as an accessible PDF in my language; its bytes are in base64',
    answer: fileShape,
    call: (call) => pdfOf(call, null),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan/record',
    roles: ['customer'],
    summary: 'My plan as its parties sign it, in the form of the national register (schema at /schemas/plan/1)',
    answer: planRecord,
    call: (call) => recordOf(call, null),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/file',
    roles: professionals,
    summary: "A customer's plan, as far as I see it, as an accessible PDF in my language; its bytes are in base64",
    params: ofCustomer,
    answer: fileShape,
    call: ({ params, ...call }) => pdfOf(call, params.customerId),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/record',
    roles: professionals,
    summary:
      "A customer's plan as its parties sign it, in the form of the national register (schema at /schemas/plan/1)",
    params: ofCustomer,
    answer: planRecord,
    call: ({ params, ...call }) => recordOf(call, params.customerId),
  }),
];
