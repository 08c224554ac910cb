import { z } from 'zod';
import { dayIn } from '../../../kernel/clock.ts';
import { type Form, goTo, type Page } from '../../../web/page.ts';
import { type StepFilters, stepFilters, type View, views } from '../../board/filters.ts';
import { readSteps } from '../../read-steps.ts';
import { sideOf } from '../../rules.ts';
import { planPath } from './sides.ts';
import { actOnStep } from './step-act.ts';

const viewIn = (query: URLSearchParams): View => z.enum(views).catch('board').parse(query.get('view'));

/** The filters in an address; one that is none of ours is left out. */
const filtersIn = (query: URLSearchParams): StepFilters => {
  const asked = Object.entries(stepFilters.shape).map(([name, schema]) => {
    const found = schema.safeParse(query.get(name) || undefined);
    return [name, found.success ? found.data : undefined] as const;
  });
  return Object.fromEntries(asked.filter(([, value]) => value !== undefined));
};

/** Steps of a plan (null: the reader's own) as the address asks: which view, which filters. */
export const loadSteps = async (page: Page, customerId: string | null) => {
  const filters = filtersIn(page.query);
  const zone = page.city?.timeZone ?? 'Europe/Helsinki';
  return {
    ...(await page.run(readSteps, { customerId, ...filters })),
    filters,
    view: viewIn(page.query),
    mySide: sideOf(page.actor.role),
    today: dayIn(zone, page.app.clock()),
    now: page.app.clock().toISOString(),
    city: page.city?.name[page.language] ?? '',
  };
};

/** Moves a step as the pressed button says, and comes back to the same view. */
export const moveInView = async (page: Page, form: Form, customerId: string | null): Promise<Response> => {
  const stepId = form.text('stepId');
  await actOnStep(page, form, stepId);
  const query = new URLSearchParams(page.query);
  query.delete('done');
  const base = `${planPath(sideOf(page.actor.role), customerId ?? '')}/steps`;
  return goTo(query.size > 0 ? `${base}?${query}` : base, 'stepMoved');
};
