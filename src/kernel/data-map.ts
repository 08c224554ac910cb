import type { TermName } from './terms.ts';

/** Kinds of personal data, as 'my data' tells of them: `rights.class.<class>` in the message files. */
export const dataClasses = [
  'identity',
  'contact',
  'account',
  'knowHow',
  'plan',
  'messages',
  'files',
  'matches',
  'choices',
  'rights',
  'log',
] as const;
export type DataClass = (typeof dataClasses)[number];

/**
 * Why it may be held: `rights.ground.<ground>` in the message files. 'told': its owner told it, and may take it back at any time (GDPR, article
 * 6(1)(a)); 'service': the city's duty to arrange employment services (article 6(1)(c) and (e), Act 380/2023); 'duty': who acts for the city or a
 * business does so in their own name; 'accountability': the city has to show what was done (article 5(2); log data: Act 906/2019, section 17);
 * 'aiAct': logs of a system that suggests ((EU) 2024/1689, articles 19 and 26(6)); 'security': logging in and doing a thing once.
 */
export const dataGrounds = ['told', 'service', 'duty', 'accountability', 'aiAct', 'security'] as const;
export type DataGround = (typeof dataGrounds)[number];

/**
 * How the person whose row it is is found: by a column with a customer's id, by one with a person's, or through the row of another table that
 * `by` points at (`key` of it, 'id' unless said).
 */
export type Whose = { customer: string } | { person: string } | { through: string; by: string; key?: string };

/** How long: as long as the owner wants; as long as they are a customer; or so many days (a term) from an instant or day in the row. */
export type Keep = 'own' | 'asCustomer' | { term: TermName; from: string; where?: string };

/** What erasing its owner does: the row goes; what tells of them is emptied; or it is kept with its ground, until `after` (a term) days from then. */
export type Erase = 'delete' | { set: Readonly<Record<string, string>> } | { after: TermName };

/** Columns are written as one text with spaces between. */
export type PersonalTable = {
  whose: Whose;
  class: DataClass;
  ground: DataGround;
  keep: Keep;
  erase: Erase;
  /**
   * What an authority's decision rests on stays until its day, whatever its owner asks: `until` is a function of the database of (city, the id in column
   * `by`, today) that gives the last day, null for what may go.
   */
  stays?: { until: 'document_kept_until' | 'stored_file_kept_until'; by: string };
  /** What an export calls the table. */
  as: string;
  /** Ids, versions, hashes and seals: what a row hangs on; nothing a reader learns from. Not in the export. */
  keys: string;
  /** The owner's: in the export by its name in camelCase. */
  own: string;
  /** Somebody else's, who wrote, acted or is named in the row: its owner reads it too, for it is about them. */
  others?: string;
  /** A column that is true of the rows the export tells: who tried to look and was refused learnt nothing, and is not named to anybody but the city. */
  toldIf?: string;
  /** Points at something by its number: the export tells the thing's own word. */
  named?: Readonly<Record<string, 'skill' | 'challenge' | 'business'>>;
  /** Personal, and not shown: sealed, a hash, or a draft that is its writer's alone. The export leaves it out; erasing takes it. */
  sealed?: string;
  /** Columns of another class than the table's. */
  classOf?: Readonly<Record<string, DataClass>>;
  /** What of the row is also about the person in this column, who acted: told in that person's own export. */
  alsoOf?: { person: string; as: string; columns: string };
};

/** A table with no person's data, and why. Its columns are named all the same: a new one is a new question. */
export type PlainTable = { nobody: string; columns: string };

export type TableMap = PersonalTable | PlainTable;
/** By the table's name in the database. */
export type DataMap = Readonly<Record<string, TableMap>>;

export const isPersonal = (table: TableMap): table is PersonalTable => 'whose' in table;

export const columnsIn = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter((name) => name !== '');
