import type { Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import type { Say } from '../say.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `:root{color-scheme:light dark}body{margin:0;border-top:6px solid #4a6310;background:#fbf8f3;color:#24211d;
font:1.125rem/1.5 system-ui,sans-serif}main{max-width:36rem;padding:2rem 1rem}h1{line-height:1.2}a{color:#23415c}
@media(prefers-color-scheme:dark){body{background:#171512;color:#f1ebe2}a{color:#a9c7e2}}`;

/** A page for when pages themselves fail: no React, no database, no other file. The nonce lets its style through. */
export const plainPage = (
  say: Say,
  language: Language,
  problem: Problem,
  request: { id: string; nonce: string },
): string => {
  const text = (key: string) => escapeHtml(say(language, key, problem.values));
  const title = text(`problem.${problem.code}.title`);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} - ${text('page.product')}</title><style nonce="${request.nonce}">${style}</style></head><body><main>
<h1>${title}</h1><p>${text(`problem.${problem.code}.what`)}</p><p><a href="/">${text('page.home')}</a></p>
<p>${text('problem.number')} <code>${escapeHtml(request.id)}</code></p></main></body></html>`;
};
