import { mostDepth } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** How deep brackets stand in each other, outside of strings: looked at before anything is built of them. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
};

/** Reads JSON from outside. Throws Unreadable: 'hostile' for one of brackets without end, 'broken' for what is no JSON. */
export const parseJson = (text: string): unknown => {
  if (depthOf(text) > mostDepth) throw new Unreadable('hostile');
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Unreadable('broken');
  }
};
