import type { Operator } from './actor.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { runApart, type WorkApart } from './run-apart.ts';

/** What an operator's command reads through: no services, no events, for nothing is changed and nobody is told. */
export type OperatorWork = WorkApart<Operator>;

type Where = { database: Database; cityId: string; timeZone: string; now: Date; command: string };

/** Runs a use case for whoever is at the machine, by `runApart`. */
export const runAsOperator = <Input, Output>(
  { cityId, command, ...where }: Where,
  useCase: (work: OperatorWork, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> => {
  const actor: Operator = { personId: null, name: command, cityId, role: 'operator', requestId: newId() };
  return runApart({ ...where, actor }, useCase, input);
};
