import { access } from '../../kernel/access/access.ts';
import { readAuthorities } from '../../kernel/authorities.ts';
import type { InLanguages } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import type { Frame } from '../kinds/frames.ts';
import { authorityOfRole, loadFrame } from '../kinds/load-frame.ts';
import { lookingAfter } from '../kinds/name-social-worker.ts';
import type { ContentKey, Party } from '../kinds/tables.ts';
import { crossingFor, crossingWhys } from '../sections/load-section.ts';
import type { Unshown } from '../sections/read-sections.ts';
import { type ChangedText, changedTexts } from './changed-texts.ts';
import { contentsOf, type PlanContent } from './content.ts';
import { canSign, type PartyState, standingsOf, type Validity, validityOf } from './rules.ts';
import { latestSignatures } from './signatures.ts';

export type PartyView = {
  party: Party;
  /** What the authority is called in the city; null for the customer. */
  authority: InLanguages | null;
  /** The customer, or who looks after them for the authority today; null for nobody. */
  personName: string | null;
  state: PartyState;
  /** Their latest signature. */
  signed: {
    at: Date;
    personName: string;
    onPaperBy: string | null;
    version: number;
  } | null;
  /** What is not as they signed it. */
  changes: ChangedText[];
};

/** A plan's front: of which kind it is, whose, how long it holds, what it lacks, and who has signed it. */
export type PlanFront = {
  customer: { id: string; name: string };
  frame: Omit<Frame, 'customerId' | 'crosses'>;
  parties: PartyView[];
  validity: Validity;
  missing: ContentKey[];
  /** Of these what is written and waits for the customer to show it; empty for anybody else. */
  unshown: Unshown[];
  /** Of the content as it stands: what is signed is this. */
  sha256: string;
  /** The latest version that anybody signed; 0 for none. */
  version: number;
  /** The party the actor signs for. */
  mine: Party | null;
  canSign: boolean;
  /** Kela has nobody in Tuttu: the adviser can say that it has signed on paper. */
  canSignForKela: boolean;
};

export const partyOf = (work: Pick<Work, 'actor'>): Party | null =>
  work.actor.role === 'customer' ? 'customer' : authorityOfRole(work.actor.role);

const personOf = (party: Party, name: string, people: Awaited<ReturnType<typeof lookingAfter>>): string | null => {
  if (party === 'customer') return name;
  const kind = party === 'employment' ? 'adviser' : party === 'wellbeing' ? 'socialWorker' : null;
  return people.find((one) => one.kind === kind)?.name ?? null;
};

/** The plan as it is signed, with its front. The caller has loaded the customer. */
export const frontOf = async (
  work: Work,
  customer: { id: string; name: string },
): Promise<{ front: PlanFront; content: PlanContent }> => {
  const content = (await contentsOf(work, [customer.id])).get(customer.id);
  if (!content) throw new Error('A plan has content while its customer is there');
  const { customerId: _, crosses: __, ...frame } = content.frame;
  const signatures = await latestSignatures(work, [customer.id]);
  const standings = standingsOf(frame, { signatures, parts: content.parts, today: work.today });
  const inWords = await changedTexts(
    work,
    content,
    standings.flatMap(({ changes }) => changes),
  );
  const authorities = await readAuthorities(work);
  const people = await lookingAfter(work, customer.id);
  const validity = validityOf(standings, frame);
  const mine = partyOf(work);
  const asked = { standings, missing: content.missing };
  const front: PlanFront = {
    customer: { id: customer.id, name: customer.name },
    frame,
    parties: standings.map(({ party, state, signature, changes }) => ({
      party,
      authority: authorities.find(({ kind }) => kind === party)?.name ?? null,
      personName: personOf(party, customer.name, people),
      state,
      signed: signature && {
        at: signature.signedAt,
        personName: signature.personName,
        onPaperBy: signature.onPaperBy,
        version: signature.version,
      },
      changes: changes.map(inWords),
    })),
    validity,
    missing: content.missing,
    unshown: mine === 'customer' ? content.unshown : [],
    sha256: content.sha256,
    version: Math.max(0, ...signatures.map(({ version }) => version)),
    mine,
    canSign: canSign(mine, asked),
    canSignForKela: mine === 'employment' && canSign('kela', asked),
  };
  return { front, content };
};

/** The front of the actor's own plan (customerId null), or of a customer's whose plan theirs is to sign. Throws notFound for any other. */
export const readPlanFront = async (work: Work, { customerId }: { customerId: string | null }): Promise<PlanFront> => {
  const why = work.actor.role === 'socialWorker' ? 'shown by law in a joint plan' : 'plan';
  const { customer } = await loadFrame(work, customerId, { action: 'read', why });
  return (await frontOf(work, customer)).front;
};

export type JointPlan = { front: PlanFront } & Pick<PlanContent, 'goal' | 'steps' | 'sections'>;

/** Another side's sections that come before the actor's eyes with the plan: each in the use log, by what it crossed. */
export const noteCrossings = (work: Work, { frame, sections }: PlanContent): void => {
  for (const section of sections) {
    const crossing = crossingFor(work, section, frame);
    if (crossing === null) continue;
    const asked = { section: 'planSection', action: 'read', why: crossingWhys[crossing] } as const;
    access.authorise(work, { ...asked, relations: ['shared'], customerId: frame.customerId });
  }
};

/** The whole plan as its parties sign it: nothing in it is hidden from any of them. */
export const readJointPlan = async (work: Work, { customerId }: { customerId: string | null }): Promise<JointPlan> => {
  const { customer } = await loadFrame(work, customerId, { action: 'read', why: 'plan to sign' });
  const { front, content } = await frontOf(work, customer);
  noteCrossings(work, content);
  return { front, goal: content.goal, steps: content.steps, sections: content.sections };
};
