import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles } from '../actor.ts';
import { type ActingAs, type Action, allows, policy, type Relation, type Section } from './policy.ts';

// The oracle: the rights as product.md and trust.md tell them, about people and records, not about rows of the policy.
// It must stay independent of policy.ts: when a right is added there, it is written here again, from the specification.

type Facts = {
  role: ActingAs;
  /** The record is about, or was written by, the very customer who is acting. */
  isOwn: boolean;
  /** The record's customer is in the acting professional's caseload today. */
  isInCaseload: boolean;
  /** The record belongs to the business acted for, or was shown to it with a yes. */
  isOfBusiness: boolean;
  /** The customer asked the acting person to answer it, or they offered it themselves; of a guest, they hold its link. */
  isAsked: boolean;
  isOfTeam: boolean;
  /** Their own side wrote the record: the customer themselves, or the authority of a professional who looks after the customer. */
  isWriter: boolean;
  /** The customer lets their authority see the record, or the law does. */
  isShown: boolean;
  /** Their authority is party to the plan of a customer they look after. */
  isParty: boolean;
  /** The customer lets them see chosen parts of their plan, and the day is not past; of a guest, they hold its link. */
  isInvited: boolean;
  isSameCity: boolean;
};

const among = <T>(value: T, ...list: T[]): boolean => list.includes(value);

/** A customer owns what they told, keeps, answers, agrees to; sees who looked, and changes that list in no way. */
const customerMay = (section: Section, action: Action): boolean => {
  if (section === 'lookers') return action === 'read';
  // Which talks the law asks for, and which were held: the adviser writes it down, both see it.
  if (section === 'rhythm') return action === 'read';
  // Where they are on the path follows from what happened: they tell it themselves too.
  if (section === 'stages') return among(action, 'read', 'write');
  // How it is going at work is asked of them, and told to the one adviser they have.
  if (section === 'afterCare') return among(action, 'read', 'answer');
  // What is recommended is read; what they write of it is that they have looked.
  if (section === 'matches') return among(action, 'read', 'write');
  if (section === 'story') return among(action, 'read', 'write', 'delete');
  // What was suggested to them is a record: to read and take along, not to change.
  if (section === 'suggestions') return among(action, 'read', 'export');
  // What they ask a person is theirs to ask, take back, and leave out what came of it.
  if (section === 'personAsks') return among(action, 'read', 'write');
  if (section === 'objections') return among(action, 'read', 'write');
  // What the law gives everybody over what is held about them: to ask for a correction, for quiet, to be forgotten; and to take it back.
  if (among(section, 'corrections', 'restrictions', 'erasure')) return among(action, 'read', 'write');
  // That their address is kept from others they see; the one who set it answers for it.
  if (section === 'protection') return action === 'read';
  // A document they bring: theirs to give, look through, decide on and delete.
  if (section === 'bring') return among(action, 'read', 'write', 'delete');
  if (section === 'plan') return among(action, 'read', 'write', 'propose', 'answer');
  if (section === 'jointPlan') return among(action, 'read', 'answer', 'export');
  // What they have done and can is theirs to change, to delete for good and to take along.
  if (section === 'profile') return among(action, 'read', 'write', 'delete', 'export');
  if (among(section, 'profileLinks', 'knowHow', 'vouching', 'limits', 'consents', 'answers', 'card'))
    return among(action, 'read', 'write');
  return false;
};

/** Steps: the customer and the professional it is agreed on with do everything with it; another who looks after them reads what the customer shows, and may propose their own. */
const mayWithStep = (one: Facts, action: Action): boolean => {
  if (one.role === 'customer') return one.isOwn && among(action, 'read', 'write', 'propose', 'answer');
  if (!among(one.role, 'adviser', 'socialWorker')) return false;
  if (among(action, 'list', 'propose')) return one.isInCaseload;
  if (action === 'read') return one.isWriter || one.isShown;
  return one.isWriter && among(action, 'write', 'answer');
};

/** An adviser works on the plan with those in the caseload, and reads what they can do and answered; never their own words, nor what they write with a business. */
const adviserMay = (section: Section, action: Action): boolean => {
  // Of which kind the plan is, is said by the employment authority; and it signs.
  if (section === 'jointPlan') return among(action, 'read', 'write', 'answer', 'export');
  if (section === 'caseload') return action === 'list';
  // Notes to remember by: whoever advises the customer.
  if (section === 'customerNote') return among(action, 'read', 'write', 'delete');
  if (among(section, 'rhythm', 'stages', 'afterCare')) return among(action, 'read', 'write');
  if (section === 'plan') return among(action, 'read', 'write', 'propose', 'answer');
  // Whose address must not be learnt is set by those who know it.
  if (section === 'protection') return among(action, 'read', 'write');
  return among(section, 'knowHow', 'profile', 'answers') && action === 'read';
};

/** Sections of a plan: whose side wrote one changes it; others read what is shown to them; the customer reads all, and says who sees. */
const mayWithSection = (one: Facts, action: Action): boolean => {
  const isLookingAfter = among(one.role, 'adviser', 'socialWorker');
  if (one.role !== 'customer' && !isLookingAfter) return false;
  if (action === 'write') return one.isWriter;
  if (one.role === 'customer') return one.isOwn && among(action, 'list', 'read', 'propose', 'answer');
  if (action === 'read') return one.isWriter || one.isShown;
  return one.isInCaseload && among(action, 'list', 'propose');
};

/** Another authority: their own list, and a plan their authority is party to, to read and to sign. */
const socialWorkerMay = (one: Facts, section: Section, action: Action): boolean => {
  if (section === 'jointPlan') return one.isParty && among(action, 'read', 'answer', 'export');
  // Of a plan that is theirs too they see how far the customer has come, and tell nothing of it.
  // And which talks the law asks for next.
  if (among(section, 'stages', 'rhythm')) return one.isParty && action === 'read';
  return one.isInCaseload && section === 'caseload' && action === 'list';
};

/** Who was asked to vouch reads what was asked and answers it; whose caseload it is can offer by themselves. */
const vouches = ({ isAsked, isInCaseload, role }: Facts, action: Action): boolean => {
  if (role === 'guest') return isAsked && among(action, 'read', 'answer');
  if (role !== 'adviser') return false;
  return (isAsked && among(action, 'read', 'list', 'answer')) || (isInCaseload && action === 'propose');
};

/** Whom a customer asked, as their adviser or for want of one: they look and answer, and change nothing of what was asked. */
const isAskedToLook = ({ isAsked, role }: Facts, action: Action): boolean =>
  isAsked && among(role, 'adviser', 'coordinator', 'manager') && among(action, 'read', 'list', 'answer');

/** Whoever was asked to look may hand it over; so may those who see to it that everybody gets an answer, who see of it only whose turn it is. */
const handsOver = ({ isAsked, role }: Facts, action: Action): boolean =>
  among(role, 'coordinator', 'manager')
    ? among(action, 'list', 'read', 'write')
    : role === 'adviser' && isAsked && among(action, 'read', 'write');

/** When the two meet: the customer says what suits and answers what was written; each professional sees and arranges the times of their own caseload. */
const meets = ({ isOwn, isInCaseload, role }: Facts, action: Action): boolean => {
  if (role === 'customer') return isOwn && among(action, 'read', 'write', 'answer');
  return isInCaseload && among(role, 'adviser', 'socialWorker') && among(action, 'read', 'list', 'write', 'propose');
};

/** One's own times in one's own calendar, for those who meet; a calendar that follows them reads, by the address it was given. */
const keepsCalendar = ({ isOwn, isAsked, role }: Facts, action: Action): boolean => {
  if (role === 'guest') return isAsked && action === 'read';
  return isOwn && among(role, 'customer', 'adviser', 'socialWorker') && among(action, 'read', 'write');
};

/** What the two write to each other: the customer theirs; a professional with those they look after, in that role; a business in its own threads. */
const writesWith = ({ isOwn, isInCaseload, isOfBusiness, role }: Facts, action: Action): boolean => {
  if (role === 'customer') return isOwn && among(action, 'read', 'write');
  if (role === 'businessContact') return isOfBusiness && among(action, 'read', 'list', 'write');
  return isInCaseload && among(role, 'adviser', 'socialWorker') && among(action, 'read', 'list', 'write');
};

/** An adviser promises when they answer, and sees how it went; a customer knows what they were promised. */
const knowsThePromise = ({ isOwn, role }: Facts, action: Action): boolean =>
  isOwn && (role === 'adviser' ? among(action, 'read', 'write') : role === 'customer' && action === 'read');

const looksAfterSomebody = (role: ActingAs): boolean => among(role, 'adviser', 'socialWorker');

/** The customer gives papers or not, and deletes them; an authority asks for them, sees what it asked for and what it is shown, and takes back its own asking. */
const mayWithDocument = ({ isOwn, isInCaseload, isWriter, isShown, role }: Facts, action: Action): boolean => {
  if (role === 'customer') return isOwn && among(action, 'list', 'read', 'write', 'answer', 'delete');
  if (!looksAfterSomebody(role)) return false;
  if (isInCaseload && among(action, 'list', 'propose')) return true;
  return isWriter ? among(action, 'read', 'write') : isShown && action === 'read';
};

/** A business contact runs the challenges of the business, sees counts and the cards shown to it, and writes in its threads. */
const contactMay = (section: Section, action: Action): boolean => {
  if (section === 'challenge') return among(action, 'read', 'list', 'write');
  if (section === 'card') return among(action, 'read', 'list');
  return among(section, 'business', 'counts') && action === 'read';
};

const businessAdviserMay = (section: Section, action: Action): boolean => {
  if (section === 'counts') return action === 'read';
  if (section === 'business') return among(action, 'read', 'list', 'search');
  return section === 'challenge' && among(action, 'read', 'list');
};

const administratorMay = (section: Section, action: Action): boolean => {
  if (among(section, 'jobs', 'planRules')) return among(action, 'read', 'write');
  // Whether the log of suggestions is whole: counts, and a look at whether one row stands.
  if (section === 'suggestionLog') return among(action, 'read', 'search');
  // How long what is kept is the city's to decide.
  if (section === 'retention') return among(action, 'read', 'write');
  // Whose data an account has read: told, and taken along to be reported.
  if (section === 'breach') return among(action, 'read', 'export');
  if (section === 'protection') return among(action, 'read', 'write');
  return section === 'cityUseLog' && among(action, 'read', 'search');
};

/** Somebody has to find an adviser for those who have none: not the social worker, whose register is another authority's. */
const givesAdvisers = (role: ActingAs, action: Action): boolean =>
  among(role, 'adviser', 'coordinator', 'manager') && among(action, 'list', 'write');

/** Published challenges are no secret in their city; customers and business people reach them through their own sections. */
const readsOpenChallenges = (role: ActingAs, action: Action): boolean =>
  !among(
    role,
    'guest',
    'operator',
    'outsideModel',
    'customer',
    'businessContact',
    'businessAdviser',
    'administrator',
  ) && action === 'list';

/** The customer says whom they let in; who looks after them may propose somebody, and take back what they proposed; who was let in may leave. */
const invites = (one: Facts, action: Action): boolean => {
  if (one.role === 'customer') return one.isOwn && among(action, 'read', 'write');
  if (one.isInvited && worksWithCustomers(one.role) && among(action, 'read', 'list', 'answer')) return true;
  if (!among(one.role, 'adviser', 'socialWorker')) return false;
  return (one.isInCaseload && action === 'propose') || (one.isWriter && among(action, 'read', 'write'));
};

/** Who has a customer asks another to take them; the two see to it, each their part; the customer reads what becomes of them. */
const handsCustomerOver = (one: Facts, action: Action): boolean => {
  if (one.role === 'customer') return one.isOwn && action === 'read';
  if (!among(one.role, 'adviser', 'socialWorker')) return false;
  if (action === 'propose') return one.isInCaseload;
  return (one.isWriter || one.isAsked) && among(action, 'read', 'list', 'write');
};

const worksWithCustomers = (role: ActingAs): boolean =>
  among(role, 'adviser', 'socialWorker', 'coordinator', 'facilitator');

const isPerson = (role: ActingAs): boolean => !among(role, 'guest', 'operator', 'outsideModel');

/** Everybody sees what they were sent; of a customer, who looks after them sees whether it arrived. */
const seesNotices = ({ role, isOwn, isInCaseload }: Facts, action: Action): boolean =>
  action === 'read' && isPerson(role) && (isOwn || (isInCaseload && among(role, 'adviser', 'socialWorker')));

/** Done for a customer on the telephone or at the desk by their own adviser; seen and disputed by the customer, answered by the adviser. */
const actsFor = ({ role, isOwn, isInCaseload }: Facts, action: Action): boolean => {
  if (role === 'customer') return isOwn && among(action, 'read', 'answer');
  return role === 'adviser' && isInCaseload && among(action, 'list', 'read', 'write', 'answer');
};

const oracle = (facts: Facts, section: Section, action: Action): boolean => {
  const { role } = facts;
  if (!facts.isSameCity) return false;
  // Everybody's own name, address and language are theirs to see and change, in whichever role.
  if (section === 'account')
    return !among(role, 'guest', 'operator', 'outsideModel') && facts.isOwn && among(action, 'read', 'write');
  // Everybody may see and take along what is held about themselves, in whichever role.
  if (section === 'myData')
    return !among(role, 'guest', 'operator', 'outsideModel') && facts.isOwn && among(action, 'read', 'export');
  // How one is reached is everybody's own to see and say.
  if (section === 'reach') return isPerson(role) && facts.isOwn && among(action, 'read', 'write');
  if (section === 'notices') return seesNotices(facts, action);
  if (section === 'actedFor') return actsFor(facts, action);
  // One role of the city prints and posts letters.
  if (section === 'letters') return role === 'coordinator' && among(action, 'list', 'write', 'export');
  // Who answers what a customer asks answers what they want corrected.
  if (section === 'corrections' && role !== 'customer') return isAskedToLook(facts, action);
  if (section === 'personAsks' && role !== 'customer') return isAskedToLook(facts, action);
  if (section === 'askTurns') return handsOver(facts, action);
  // How many wait for an answer, for those who see to it that everybody gets one.
  if (section === 'askCounts') return among(role, 'coordinator', 'manager', 'administrator') && action === 'read';
  if (section === 'appointments') return meets(facts, action);
  if (section === 'messages') return writesWith(facts, action);
  if (section === 'calendar') return keepsCalendar(facts, action);
  if (section === 'replyPromise') return knowsThePromise(facts, action);
  if (section === 'documents') return mayWithDocument(facts, action);
  // The paper itself is its customer's, and open to those of their own they show it.
  if (section === 'documentFile')
    return action === 'read' && (role === 'customer' ? facts.isOwn : looksAfterSomebody(role) && facts.isShown);
  if (section === 'assignment') return givesAdvisers(role, action);
  if (section === 'openChallenge') return readsOpenChallenges(role, action);
  if (section === 'vouching' && role !== 'customer') return vouches(facts, action);
  // Whoever holds a customer's link looks at what it shows, and does nothing else.
  if (section === 'profile' && role === 'guest') return facts.isAsked && action === 'read';
  if (section === 'planSection') return mayWithSection(facts, action);
  // What their adviser has noted down and shows them.
  if (section === 'customerNote' && role === 'customer') return facts.isShown && action === 'read';
  if (section === 'step') return mayWithStep(facts, action);
  if (section === 'figures') return role === 'manager' && action === 'read';
  if (section === 'invitations') return invites(facts, action);
  if (section === 'handOver') return handsCustomerOver(facts, action);
  // Whoever was let in looks at what was chosen, with an account or by a link, and does nothing there.
  if (section === 'invitedPlan')
    return facts.isInvited && action === 'read' && (role === 'guest' || worksWithCustomers(role));
  switch (role) {
    case 'customer':
      // Whoever said yes to the same challenge and lets it be seen shows those like them a card.
      if (facts.isOfTeam && section === 'card' && action === 'read') return true;
      return facts.isOwn && customerMay(section, action);
    case 'adviser':
      return facts.isInCaseload && adviserMay(section, action);
    case 'socialWorker':
      return socialWorkerMay(facts, section, action);
    case 'businessContact':
      return facts.isOfBusiness && contactMay(section, action);
    case 'businessAdviser':
      return businessAdviserMay(section, action);
    case 'administrator':
      return administratorMay(section, action);
    // At the machine itself: how groups fare in matching, and no single person; whose data an account has read, when it has been misused.
    case 'operator':
      if (section === 'breach') return among(action, 'read', 'export');
      return section === 'biasReport' && action === 'read';
    // The outside model is told what its customer agreed to have asked, and says what it thinks of what was suggested: nothing else.
    case 'outsideModel':
      return (
        facts.isAsked && ((section === 'story' && action === 'read') || (section === 'knowHow' && action === 'propose'))
      );
    // Nobody's single record is theirs to see through this policy.
    case 'guest':
    case 'coordinator':
    case 'facilitator':
    case 'serviceDesigner':
    case 'manager':
      return false;
  }
};

const sections: Section[] = [
  'story',
  'knowHow',
  'vouching',
  'limits',
  'profile',
  'profileLinks',
  'bring',
  'consents',
  'objections',
  'suggestions',
  'personAsks',
  'askTurns',
  'askCounts',
  'suggestionLog',
  'lookers',
  'matches',
  'answers',
  'card',
  'messages',
  'plan',
  'step',
  'rhythm',
  'stages',
  'afterCare',
  'jointPlan',
  'planSection',
  'planRules',
  'caseload',
  'customerNote',
  'assignment',
  'appointments',
  'calendar',
  'replyPromise',
  'documents',
  'documentFile',
  'challenge',
  'openChallenge',
  'counts',
  'business',
  'figures',
  'biasReport',
  'jobs',
  'cityUseLog',
  'account',
  'myData',
  'corrections',
  'restrictions',
  'erasure',
  'protection',
  'retention',
  'breach',
  'invitations',
  'invitedPlan',
  'reach',
  'notices',
  'letters',
  'actedFor',
  'handOver',
];
const actions: Action[] = ['read', 'write', 'list', 'search', 'export', 'delete', 'answer', 'propose'];

/** What the loaders find of the facts; a record of another city is never loaded, so it has no relation at all. */
const relationsOf = (facts: Facts): Relation[] => {
  if (!facts.isSameCity) return [];
  const found: Relation[] = ['city'];
  if (facts.isOwn) found.push('own');
  if (facts.isInCaseload) found.push('caseload');
  if (facts.isOfBusiness) found.push('business');
  if (facts.isAsked) found.push('asked');
  if (facts.isOfTeam) found.push('team');
  if (facts.isWriter) found.push('wrote');
  if (facts.isShown) found.push('shared');
  if (facts.isParty) found.push('party');
  if (facts.isInvited) found.push('invited');
  return found;
};

const acting: ActingAs[] = [...roles, 'guest', 'operator', 'outsideModel'];

const facts = fc.record({
  role: fc.constantFrom(...acting),
  isOwn: fc.boolean(),
  isInCaseload: fc.boolean(),
  isOfBusiness: fc.boolean(),
  isAsked: fc.boolean(),
  isOfTeam: fc.boolean(),
  isWriter: fc.boolean(),
  isShown: fc.boolean(),
  isParty: fc.boolean(),
  isInvited: fc.boolean(),
  isSameCity: fc.boolean(),
});

test('10,000 generated actors and records: the policy says what the specification says', () => {
  const seed = Number(process.env.TUTTU_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`A3: 10,000 runs, seed ${seed} (TUTTU_TEST_SEED repeats it)`);
  fc.assert(
    fc.property(facts, fc.constantFrom(...sections), fc.constantFrom(...actions), (one, section, action) => {
      const given = allows({ role: one.role, relations: relationsOf(one), section, action });
      expect({ ...one, section, action, isAllowed: given }).toEqual({
        ...one,
        section,
        action,
        isAllowed: oracle(one, section, action),
      });
    }),
    { numRuns: 10_000, seed },
  );
});

test('and so it does for every role, section, action and relation there is', () => {
  const different: string[] = [];
  for (const role of acting)
    for (const isSameCity of [true, false])
      for (const bits of Array.from({ length: 512 }, (_, at) => at)) {
        const has = (bit: number) => (bits & (1 << bit)) !== 0;
        const one = {
          role,
          isSameCity,
          isOwn: has(0),
          isInCaseload: has(1),
          isOfBusiness: has(2),
          isOfTeam: has(3),
          isAsked: has(4),
          isWriter: has(5),
          isShown: has(6),
          isParty: has(7),
          isInvited: has(8),
        };
        const relations = relationsOf(one);
        for (const section of sections)
          for (const action of actions)
            if (allows({ role, relations, section, action }) !== oracle(one, section, action))
              different.push(JSON.stringify({ ...one, section, action }));
      }
  expect(different).toEqual([]);
});

test('every line of the policy is one the oracle knows, and none stands twice', () => {
  const lines = policy.flatMap((rule) => rule.actions.map((action) => ({ ...rule, action })));
  const keys = lines.map(({ role, relation, section, action }) => `${role} ${relation} ${section} ${action}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { role, relation, section, action } of lines) {
    expect(sections).toContain(section);
    const only = {
      role,
      isSameCity: true,
      isOwn: relation === 'own',
      isInCaseload: relation === 'caseload',
      isOfBusiness: relation === 'business',
      isOfTeam: relation === 'team',
      isAsked: relation === 'asked',
      isWriter: relation === 'wrote',
      isShown: relation === 'shared',
      isParty: relation === 'party',
      isInvited: relation === 'invited',
    };
    expect(`${role} ${section} ${action} ${oracle(only, section, action)}`).toBe(`${role} ${section} ${action} true`);
  }
});
