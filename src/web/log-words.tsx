import type { ActingAs } from '../kernel/access/policy.ts';
import { roles } from '../kernel/actor.ts';
import { useText } from './text.tsx';

/** What can be done to a customer's record, as sentences (`look.<section>.<action>`); anything else is said in general words. */
const looks = [
  'account.write',
  'answers.read',
  'answers.write',
  'assignment.list',
  'assignment.write',
  'bring.delete',
  'bring.write',
  'card.list',
  'card.read',
  'card.write',
  'caseload.list',
  'caseload.search',
  'cityUseLog.search',
  'consents.write',
  'knowHow.read',
  'knowHow.write',
  'limits.write',
  'matches.read',
  'matches.write',
  'messages.list',
  'messages.read',
  'messages.write',
  'objections.write',
  'personAsks.answer',
  'personAsks.list',
  'personAsks.read',
  'personAsks.write',
  'plan.answer',
  'plan.propose',
  'plan.read',
  'plan.write',
  'profile.delete',
  'profile.export',
  'profile.read',
  'profile.write',
  'profileLinks.write',
  'story.delete',
  'story.write',
  'suggestions.export',
  'vouching.answer',
  'vouching.list',
  'vouching.propose',
  'vouching.read',
  'vouching.write',
] as const;

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T => all.some((one) => one === value);

/** `changed a step` as `changedAStep`: the code of a reason as the end of its message key. */
export const keyOfWhy = (why: string): string =>
  why
    .replace(/'s\b/g, 's')
    .split(/[^a-zA-Z]+/)
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** Reasons that have words (`why.<key>`). log-words.test.ts holds this against the code. */
export const whys = [
  'addedAnExperience',
  'addedKnowHow',
  'adviserLookedAtKnowHow',
  'agreedToAStep',
  'answeredByALink',
  'answeredNo',
  'answeredNotNow',
  'answeredQuestions',
  'answeredWhatACustomerAsked',
  'answeredWhatWasAsked',
  'answeredYes',
  'answersToChallenges',
  'askedAPerson',
  'askedForVouching',
  'askedToVouch',
  'askedToWeighSuggestions',
  'broughtADocument',
  'broughtAProfile',
  'broughtPartOfTheProfileBack',
  'business',
  'cardsAfterAYes',
  'caseload',
  'challenge',
  'changedAChallenge',
  'changedAProposal',
  'changedAStep',
  'changedAStory',
  'changedAnExperience',
  'changedToAnotherSkill',
  'changedWhomToAsk',
  'choseWhatTheAdviserSees',
  'cityFigures',
  'cityUseLog',
  'close',
  'copiedAChallenge',
  'customersKnowHow',
  'customersProfile',
  'customersWithoutAnAdviser',
  'decidedBringBack',
  'decidedDrop',
  'decidedKeep',
  'decidedOfEvidenceAccept',
  'decidedOfEvidenceLeave',
  'decidedOfEvidenceRemove',
  'decidedOfVouchingAccept',
  'decidedOfVouchingLeave',
  'decidedOfVouchingRemove',
  'decidedOnADocument',
  'declinedAStep',
  'deletedADocument',
  'deletedAStory',
  'deletedPartOfTheProfileForGood',
  'endedALinkToTheProfile',
  'endedARequestForVouching',
  'finishedAStep',
  'gaveACustomerAnAdviser',
  'gaveConsent',
  'goOn',
  'hidPartOfTheProfile',
  'historyOfAStep',
  'historyOfTheGoal',
  'howGroupsFareInMatching',
  'joinedTheCity',
  'keptAllOfAStory',
  'lateAsksOfTheCity',
  'leftOutWhatAPersonProposed',
  'listOfBusinesses',
  'listOfChallenges',
  'listOfThreads',
  'logChain',
  'logOfSuggestions',
  'lookedAtWhatIsNew',
  'madeALinkToTheProfile',
  'markedMessagesAsRead',
  'message',
  'newStep',
  'objectedToMatching',
  'offeredToVouch',
  'oneRowOfTheLogOfSuggestions',
  'openChallenges',
  'openJobs',
  'openedAVouchingLink',
  'ownAccount',
  'ownAnswers',
  'ownAsks',
  'ownCard',
  'ownConsents',
  'ownDocument',
  'ownKnowHow',
  'ownLimits',
  'ownLinks',
  'ownMatch',
  'ownMatches',
  'ownObjections',
  'ownProfile',
  'ownStories',
  'ownStory',
  'ownSuggestions',
  'ownVouching',
  'parkedJobs',
  'pause',
  'peopleNear',
  'plan',
  'planPage',
  'proposedAStep',
  'publish',
  'readAnAnswer',
  'removedADraft',
  'removedPartOfTheProfile',
  'restoredAnEarlierVersion',
  'searchedTheCaseload',
  'setNeeds',
  'showedPartOfTheProfile',
  'step',
  'thread',
  'toldALanguage',
  'toldALicence',
  'toldAStory',
  'toldLimits',
  'toldOwnLevel',
  'toldWishes',
  'tookBackAnObjection',
  'tookBackByALink',
  'tookBackWhatTheyAskedAPerson',
  'tookBackWhatTheyVouchedFor',
  'tookTheProfileAlong',
  'tryAParkedJobAgain',
  'weighedSuggestions',
  'whatACustomerAsked',
  'whatCustomersAsked',
  'whatWaits',
  'whoHasLooked',
  'whoWouldCompleteEachOther',
  'withTheLink',
  'withdrewAStep',
  'withdrewConsent',
  'wroteAChallenge',
  'wroteTheGoal',
  'wroteWhomToAsk',
] as const;

/** Reasons that say better than the action what was done: as sentences (`deed.<key>`), after which no reason is told. */
const deeds = [
  'addedKnowHow',
  'answeredByALink',
  'answeredNo',
  'answeredNotNow',
  'answeredQuestions',
  'answeredWhatACustomerAsked',
  'answeredWhatWasAsked',
  'answeredYes',
  'askedAPerson',
  'askedForVouching',
  'askedToWeighSuggestions',
  'changedAStep',
  'changedToAnotherSkill',
  'decidedBringBack',
  'decidedDrop',
  'decidedKeep',
  'decidedOfEvidenceAccept',
  'decidedOfEvidenceLeave',
  'decidedOfEvidenceRemove',
  'decidedOfVouchingAccept',
  'decidedOfVouchingLeave',
  'decidedOfVouchingRemove',
  'endedARequestForVouching',
  'finishedAStep',
  'gaveConsent',
  'joinedTheCity',
  'keptAllOfAStory',
  'leftOutWhatAPersonProposed',
  'markedMessagesAsRead',
  'objectedToMatching',
  'offeredToVouch',
  'openedAVouchingLink',
  'proposedAStep',
  'toldAStory',
  'tookBackAnObjection',
  'tookBackByALink',
  'tookBackWhatTheyAskedAPerson',
  'tookBackWhatTheyVouchedFor',
  'withdrewAStep',
  'withdrewConsent',
  'weighedSuggestions',
  'wroteTheGoal',
] as const;

/** Reasons that tell the customer something the look itself does not. */
const tellingWhys = ['cardsAfterAYes', 'newStep', 'whatWaits'] as const;

const acting: readonly ActingAs[] = [...roles, 'guest', 'operator', 'outsideModel'];

type Logged = { section: string; action: string; why: string; isMe: boolean };

/** What a look is said by: its sentence and, where it adds something, its reason. Looks said alike stand together. */
export const sayingOf = ({ section, action, why, isMe }: Logged) => {
  const code = keyOfWhy(why);
  if (isOneOf(deeds, code)) return { sentence: `deed.${code}` as const, reason: null };
  const look = `${section}.${action}`;
  const sentence = isOneOf(looks, look) ? (`look.${look}` as const) : ('look.other' as const);
  return { sentence, reason: !isMe && isOneOf(tellingWhys, code) ? (`why.${code}` as const) : null };
};

/** The use log's codes in words. */
export const useLogWords = () => {
  const { t } = useText();
  return {
    /** What was done to my data, to stand after who did it; and why, where that says more. */
    say: (logged: Logged): { what: string; why: string } => {
      const { sentence, reason } = sayingOf(logged);
      return { what: t(sentence, { who: logged.isMe ? 'me' : 'other' }), why: reason ? t(reason) : '' };
    },
    /** Empty where a code has no words: then what was done says enough. */
    why: (code: string): string => {
      const key = keyOfWhy(code);
      return isOneOf(whys, key) ? t(`why.${key}`) : '';
    },
    role: (role: string): string => (isOneOf<ActingAs>(acting, role) ? t(`role.${role}`) : role),
  };
};
