import { Problem } from '../../kernel/problem.ts';
import { type PageHandle, pageLoader } from '../page.ts';

export const handle: PageHandle = { roles: 'anyone' };

/** Answers for every address that is not there or not yours: the two look the same. */
export const loader = pageLoader(() => {
  throw new Problem('notFound');
});

export const action = loader;

export default function NotFound() {
  return null;
}
