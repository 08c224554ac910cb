import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** A document brought in, with a proposal of each kind. */
export const makeBrought = ({ ids, now, mark, row }: Making, uri: string) => {
  const { customerId } = ids;
  const bringId = ids.bringId;
  row('bring', {
    id: bringId,
    customerId,
    name: `${mark('brought')}.pdf`,
    language: 'fi',
    digest: Buffer.alloc(32, customerId),
    createdAt: now,
  });
  row('bring_part', { bringId, no: 0, sealed: Buffer.alloc(40) });
  const text = `Kokki ${mark('brought')}`;
  const paragraphs = JSON.stringify([{ page: 1, no: 1, part: 'work', text }]);
  const read = { state: 'ready', kind: 'pdf', language: 'fi', page: 1, pages: 1, paragraphs };
  row('bring_reading', { bringId, ...read, leftOut: ['phone'] });
  const places = JSON.stringify([{ at: 0, spans: [{ start: 0, end: 5 }] }]);
  const proposal = (id: string, no: number, kind: string, what: Record<string, unknown>) =>
    row('bring_proposal', { id, bringId, no, kind, what: { isHidden: false, ...what }, places });
  const told = { from: { on: '2015', about: false }, to: null, isOngoing: true, language: 'fi' };
  const experience = {
    kind: 'work',
    title: text,
    place: mark('brought'),
    did: mark('brought'),
    skills: [uri],
    ...told,
  };
  proposal(ids.proposalId, 0, 'experience', experience);
  const skill = { uri, label: 'taito', level: null, levelWords: '', words: [mark('brought')] };
  proposal(newId(), 1, 'knowHow', skill);
  proposal(newId(), 2, 'language', { code: 'sv', level: null });
  proposal(newId(), 3, 'licence', { kind: 'card', code: '', name: mark('brought'), untilOn: null });
};
