import './bring/tables.ts';
import './answerable/tables.ts';
import './tables.ts';
import './ask-back/tables.ts';
import './outside-model/tables.ts';
import './profile/tables.ts';
import './vouching/tables.ts';
import type { Language } from '../kernel/languages.ts';
import { labelIn } from './vocabulary/types.ts';
import type { VocabularyService } from './vocabulary-service.ts';

export {
  forgetSuggestions,
  hashOfSkills,
  hashOfText,
  type LoggedMatch,
  logMatches,
  logMatchesOnce,
  logPerson,
  noteAnswer,
  noteLeft,
  notePersonSeen,
  noteSeen,
  type ShownMatch,
  whereOf,
} from './answerable/log-suggestions.ts';
export {
  type LoggedParts,
  type MatchPart,
  type SuggestionDecision,
  type SuggestionKind,
  suggestionDecisions,
  suggestionKinds,
} from './answerable/tables.ts';
export { forgetBrought } from './bring/keeping.ts';
export { readDocument } from './bring/read-document.ts';
export { keepAllOfStory } from './decide-know-how.ts';
export { installedVocabulary, installVocabulary } from './import-vocabulary.ts';
export { loadLexiconService } from './lexicon/lexicon-service.ts';
export { tellLimits } from './limits.ts';
export { tellLimitsForCustomer } from './limits-for-customer.ts';
export { knowHowMoves } from './moves.ts';
export { createAskOutsideModel } from './outside-model/ask-outside-model.ts';
export { forgetOutsideViews } from './outside-model/forget-views.ts';
export { createOutsideModel } from './outside-model/outside-model.ts';
export { partsWithoutOutside, scoreWithoutOutside } from './outside-model/rules.ts';
export { addExperience } from './profile/add-experience.ts';
export { type CardChoiceItem, cardChoicesOf } from './profile/card-choices.ts';
export { type CardThings, type GivenCard, thingsOnCards } from './profile/card-things.ts';
export { experienceInput } from './profile/experience-input.ts';
export { hiddenFromBusinesses } from './profile/hidden-from-businesses.ts';
export { addLanguageSkill, languageInput } from './profile/language-skills.ts';
export { addLicence, licenceInput } from './profile/licences.ts';
export { tellLevel } from './profile/own-level.ts';
export { cardThings } from './profile/shapes.ts';
export { readShown } from './profile/shown.ts';
export { isShownToAdviser } from './profile/shown-to-adviser.ts';
export { languagesToldBy, toldLanguages } from './profile/told-languages.ts';
export { tellWishes, wishesInput, wishesOf } from './profile/wishes.ts';
export { keptSkills, placeOf, type Related, relationsOf } from './queries.ts';
export { readCustomerKnowHow, type SharedKnowHow } from './read-know-how.ts';
export { type RecognisedSkill, recogniseSkills, sureScore } from './recognise-skills.ts';
export { searchSkills, searchSkillsInput } from './search-skills.ts';
export { keepForCustomer, readWhoTells, tellStoryForCustomer } from './story-for-customer.ts';
export { type Level, levels } from './tables.ts';
export { tellStory } from './tell-story.ts';
export { labelIn } from './vocabulary/types.ts';
export { loadVocabularyService, type VocabularyService } from './vocabulary-service.ts';
export { answerAsAdviser, answerByLink } from './vouching/answer-request.ts';
export { decideVouching } from './vouching/decide-vouching.ts';
export { forgetVouchAddresses } from './vouching/forget-addresses.ts';
export { cityOfSecret, linkHash, newLinkSecret } from './vouching/link.ts';
export { type EvidenceOffer, offerEvidence } from './vouching/offer-evidence.ts';
export { offerVouching } from './vouching/offer-vouching.ts';
export { readRequestChoices, readVouching } from './vouching/read-vouching.ts';
export { makeLink, sendRequest } from './vouching/send-request.ts';
export type { VouchRelation } from './vouching/tables.ts';
export {
  type ShownEvidence,
  type ShownVouching,
  type Voucher,
  vouchersOf,
} from './vouching/vouchings-of.ts';
export { withdrawByLink } from './vouching/withdraw-vouching.ts';
export { writeRequest } from './vouching/write-request.ts';

/** Names of skills by id, in a language, else Finnish, else English. Ids the vocabulary has never had are missing from the answer. */
export const skillLabels = (
  vocabulary: VocabularyService,
  ids: readonly number[],
  language: Language,
): Map<number, string> =>
  new Map(
    ids.flatMap((id) => {
      const skill = vocabulary.skill(id);
      return skill ? [[id, labelIn(skill.labels, language)] as const] : [];
    }),
  );
export { knowHowData } from './know-how-data.ts';
