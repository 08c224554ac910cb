import { dayIn } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Say } from '../../kernel/say.ts';
import { renderDocument } from '../../kernel/written/render-document.ts';
import type { PortableProfile } from '../profile/portable.ts';
import { writeProfile } from './document.ts';
import { toEuropass } from './europass.ts';
import { toJobMarket } from './job-market.ts';
import { shownOf } from './shown.ts';

/** The forms a profile leaves in, in the order they are offered. */
export const leaveForms = ['pdf', 'docx', 'europass', 'jobMarket', 'json'] as const;
export type LeaveForm = (typeof leaveForms)[number];

export type LeavingFile = { name: string; type: string; bytes: Uint8Array };

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

const files: Record<LeaveForm, { name: string; type: string }> = {
  pdf: { name: 'tuttu.pdf', type: 'application/pdf' },
  docx: {
    name: 'tuttu.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  europass: { name: 'tuttu-europass.jsonld', type: 'application/ld+json' },
  jobMarket: { name: 'tuttu-job-market-finland.json', type: 'application/json' },
  json: { name: 'tuttu-profile.json', type: 'application/json' },
};

/**
 * A profile as a file of one form, in a language. Only the JSON of our own holds what its owner hides: it is their whole copy, to be brought
 * back. PDF and DOCX are laid out in a thread of their own.
 */
export const toFile = async (
  profile: PortableProfile,
  { form, language, say, now }: { form: LeaveForm; language: Language; say: Say; now: Date },
): Promise<LeavingFile> => {
  const shown = shownOf(profile);
  const bytesOf = async (): Promise<Uint8Array> => {
    if (form === 'json') return json(profile);
    if (form === 'europass') return json(toEuropass(shown, { language, say, newId, now }));
    if (form === 'jobMarket') return json(toJobMarket(shown));
    return renderDocument(writeProfile(shown, { language, say, today: dayIn('Europe/Helsinki', now) }), form);
  };
  return { ...files[form], bytes: await bytesOf() };
};
