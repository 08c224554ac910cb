import type { Language } from '../../../kernel/languages.ts';
import type { PortableProfile } from '../../profile/portable.ts';

export const documentKinds = [
  'pdf',
  'docx',
  'odt',
  'text',
  'europassXml',
  'europassJson',
  'jobMarket',
  'tuttu',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a part of a CV is about; null before the first heading and for what is none of these. */
export const parts = [
  'work',
  'study',
  'care',
  'volunteering',
  'hobby',
  'skills',
  'languages',
  'licences',
  'about',
  'wishes',
] as const;
export type Part = (typeof parts)[number];

/** A paragraph as it stands in the document. `page` counts from 1, null where a format has none. */
export type RawParagraph = { page: number | null; lines: string[] };

export type Raw = { pages: number; paragraphs: RawParagraph[] };

/** A paragraph as it is kept: what is private is left out of it. `no` counts from 1 on its page, else in the document. */
export type Paragraph = { page: number | null; no: number; part: Part | null; text: string };

/** What is recognised and left out of what is kept. `otherName`: a copy of our own says it is somebody else's. */
export const privateKinds = [
  'identityCode',
  'email',
  'phone',
  'address',
  'birthDate',
  'references',
  'otherName',
] as const;
export type PrivateKind = (typeof privateKinds)[number];

type Experience = PortableProfile['experiences'][number];
type KnowHow = PortableProfile['knowHow'][number];
type SpokenLanguage = PortableProfile['languages'][number];
type Licence = PortableProfile['licences'][number];

/** One thing found in a document. `at`: the paragraph it stands in, by its place in the list; null where the document has no text for it. */
export type Found = { at: number | null } & (
  | { kind: 'experience'; what: Experience }
  | { kind: 'knowHow'; what: KnowHow }
  /** `level` null: the document does not say how well. */
  | { kind: 'language'; what: Omit<SpokenLanguage, 'level'> & { level: SpokenLanguage['level'] | null } }
  | { kind: 'licence'; what: Licence }
  | { kind: 'wishes'; what: PortableProfile['wishes'] }
  | { kind: 'limits'; what: PortableProfile['limits'] }
);

/** A document read: pure data, small enough to be kept in one row. */
export type Read = {
  kind: DocumentKind;
  language: Language;
  /** 0 where the format has none. */
  pages: number;
  paragraphs: Paragraph[];
  found: Found[];
  leftOut: PrivateKind[];
  /** Of our own copy: whose it says it is. Compared with the bringer's name and never kept. */
  ofWhom?: string;
};

/** Told while a document is being read, with pages counted from 1. */
export type Progress = { page: number; pages: number };
