import type { z } from 'zod';
import { actFor, actingInput, lookFor } from '../../kernel/acting/act-for.ts';
import type { Work } from '../../kernel/work.ts';
import type { Changed } from './change-document.ts';
import { offerInput, shownInput } from './document-input.ts';
import { giveDocument } from './give-document.ts';
import { loadDocument } from './load-document.ts';
import { offerDocument, type Sent } from './offer-document.ts';

const pathOf = ({ id }: Changed): string => `/documents/${id}`;

export const giveForCustomerInput = shownInput.extend(actingInput.shape);

/**
 * Gives for a customer what the adviser's own authority asked for: a paper they have brought, scanned. Throws notFound for what the other authority asked for, and what
 * giving a document and acting for a customer throw.
 */
export const giveForCustomer = async (
  work: Work,
  { way, reason, ...given }: z.output<typeof giveForCustomerInput> & Sent & { documentId: string; version: number },
): Promise<Changed> => {
  const asked = { action: 'read', why: 'did for a customer' } as const;
  const { customerId } = await loadDocument(work, given.documentId, asked);
  const acted = { customerId, way, reason, what: 'documentGiven', path: pathOf } as const;
  return actFor(work, { ...acted, act: giveDocument, input: given });
};

export const offerForCustomerInput = offerInput.extend(actingInput.shape);

/** Whom a paper is taken from. Throws notFound for another's customer. */
export const readWhoBrings = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<{ id: string; name: string }> =>
  (await lookFor(work, { customerId, look: async () => null, input: undefined })).customer;

/** Gives for a customer a paper nobody has asked for; who may open it, they say. Throws what offering a document and acting for a customer throw. */
export const offerForCustomer = (
  work: Work,
  { customerId, way, reason, ...given }: z.output<typeof offerForCustomerInput> & Sent & { customerId: string },
): Promise<Changed> =>
  actFor(work, { customerId, way, reason, what: 'documentOffered', path: pathOf, act: offerDocument, input: given });
