import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Made } from '../builders.ts';
import type { Making } from './making.ts';

/** What was suggested, asked of a person and answered, and an objection taken back. */
export const makeSuggestions = ({ ids, adviser, away, now, today, exampleId, mark, row }: Making) => {
  const { customerId } = ids;
  const suggested = { customerId, vocabularyVersion: 'test', seenBy: ['customer'], madeAt: now };
  row('suggestion_log', {
    id: ids.suggestionId,
    ...suggested,
    kind: 'skill',
    skillId: exampleId,
    score: 0.5,
    parts: { bm25: 0.5 },
  });
  row('suggestion_log', {
    ...{ id: newId(), ...suggested, kind: 'match', challengeId: ids.challengeId, score: 1 },
    parts: JSON.stringify([{ need: exampleId, state: 'met', got: 100, outOf: 100 }]),
  });
  const ask = (id: string, askerId: string, more: Record<string, unknown>) =>
    row('person_ask', { id, customerId: askerId, askedAt: now, dueOn: addDays(today, 7), ...more });
  ask(ids.personAskId, customerId, {
    ...{ about: 'match', challengeId: ids.challengeId, words: mark('personAsk') },
  });
  ask(newId(), customerId, {
    ...{ about: 'skill', skillId: exampleId, suggestionId: ids.suggestionId, words: mark('personAsk') },
  });
  const said = {
    answer: mark('personAnswer'),
    answeredAt: now,
    answeredBy: adviser.personId,
    answeredRole: 'adviser',
  };
  ask(ids.answeredPersonAskId, customerId, {
    ...{ about: 'general', words: mark('personAsk'), ...said, answeredName: adviser.actor.name },
  });
  row('person_proposal', {
    ...{ id: ids.personProposalId, askId: ids.answeredPersonAskId, customerId, challengeId: ids.openChallengeId },
    ...{ place: 'first', why: mark('personAnswer'), byId: adviser.personId, byName: adviser.actor.name },
    ...{ byRole: 'adviser', madeAt: now },
  });
  // Handed to the adviser, and by them to somebody else: the one asks of them, the other does not any more.
  const handed = (word: 'handOver' | 'handedAway', from: Made, to: Made) => {
    const askId = newId();
    ask(askId, customerId, { about: 'general', words: mark(word), version: 2 });
    const by = { byId: from.personId, byName: from.actor.name, byRole: 'adviser' };
    const given = { toId: to.personId, toName: to.actor.name, why: mark(word), at: now };
    row('person_ask_hand_over', { askId, version: 2, customerId, ...given, ...by });
  };
  handed('handOver', away, adviser);
  handed('handedAway', adviser, away);
  ask(newId(), ids.unassignedCustomerId, { about: 'general', words: mark('unassignedAsk') });
  row('objection', {
    ...{ id: newId(), customerId, what: 'matching', word: mark('objection'), madeAt: now, takenBackAt: now },
  });
};
