import type { City } from '../../kernel/cities.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Say } from '../../kernel/say.ts';
import type { UseCase } from '../../kernel/work.ts';
import { renderDocument } from '../../kernel/written/render-document.ts';
import { toPlanRecord } from './plan-record.ts';
import { takePlanAlong, takePlanForRegister } from './read-paper.ts';
import { writePlan } from './write-plan.ts';

export const planForms = ['pdf', 'register'] as const;
export type PlanForm = (typeof planForms)[number];

export type PlanFile = { name: string; type: string; bytes: Uint8Array };

type Run = <Input, Output>(useCase: UseCase<Input, Output>, input: Input) => Promise<Output>;
/** `url`: where people reach us, for the address of the schema. */
export type PlanReader = {
  language: Language;
  say: Say;
  city: Pick<City, 'id' | 'name' | 'timeZone'>;
  now: Date;
  url: string;
};

/** A plan as a file in the reader's language: a tagged PDF of all they see of it, or the record for the register as JSON. */
export const planFile = async (
  run: Run,
  { customerId, form }: { customerId: string | null; form: PlanForm },
  reader: PlanReader,
): Promise<PlanFile> => {
  if (form === 'pdf') {
    const paper = await run(takePlanAlong, { customerId });
    const bytes = await renderDocument(writePlan(paper, reader), 'pdf');
    return { name: 'tuttu-plan.pdf', type: 'application/pdf', bytes };
  }
  const record = toPlanRecord(await run(takePlanForRegister, { customerId }), reader);
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  return { name: 'tuttu-plan.json', type: 'application/json; charset=utf-8', bytes };
};
