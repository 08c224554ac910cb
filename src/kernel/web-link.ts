import { line } from './words.ts';

/** Whether a text is the address of a web page and nothing else: http or https, with a host, and no name or password in it. */
export const isWebLink = (text: string): boolean => {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
};

/** Where a link leads, to be read before it is followed. */
export const hostOf = (link: string): string => new URL(link).hostname;

/** An address of the web somebody writes, of at most 500 characters; empty for none. What begins without a scheme is taken for https. */
export const webLink = line(500, { least: 0 })
  .overwrite((text) => (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/|$)/u.test(text) ? `https://${text}` : text))
  .overwrite((text) => (isWebLink(text) ? new URL(text).href : text))
  .refine((text) => text === '' || isWebLink(text), 'form.link');
