import { newId } from '../../kernel/ids.ts';
import { linkHash } from '../../know-how/vouching/link.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

const day = 24 * 3_600_000;

/** Hours of the adviser and the social worker, an absence; times of the two at each of their states; notes as a draft and published; a calendar that follows. */
export const makeAppointments = ({ ids, customer, adviser, socialWorker, now, today, mark, row }: Making) => {
  const { customerId } = ids;
  const professionalId = adviser.personId;
  const address = mark('meetingPlace');
  for (const weekday of [1, 2, 3, 4, 5]) {
    const times = { weekday, fromTime: '09:00', toTime: '15:00', slotMinutes: 45, fromOn: today, createdAt: now };
    const id = weekday === 1 ? ids.openingId : newId();
    row('opening', { id, professionalId, ...times, ways: ['inPerson', 'phone'], address });
    const hers = { id: newId(), professionalId: socialWorker.personId, address: 'Perhekeskus' };
    row('opening', { ...hers, ...times, ways: ['inPerson'] });
  }
  const after = (days: number, minutes = 0) => new Date(now.getTime() + days * day + minutes * 60_000);
  row('absence', { id: ids.absenceId, professionalId, fromAt: after(300), untilAt: after(307), createdAt: now });
  const meeting = (id: string, days: number, state: string, more: Record<string, unknown> = {}) =>
    row('appointment', {
      ...{ id, customerId, professionalId, role: 'adviser', kind: 'followUp', state, way: 'inPerson', place: address },
      ...{ startsAt: after(days), endsAt: after(days, 45), message: mark('appointment'), bookedAt: now },
      ...{ createdAt: now, changedAt: now, ...more },
    });
  meeting(ids.appointmentId, 8, 'booked');
  meeting(ids.proposedAppointmentId, 9, 'proposed', { bookedAt: null });
  meeting(ids.overAppointmentId, -1, 'booked');
  meeting(ids.metAppointmentId, -2, 'held');
  meeting(newId(), 10, 'cancelled', { word: mark('appointment'), cancelledBy: 'customer' });
  const reminded = { appointmentId: ids.overAppointmentId, which: 'first', startsAt: after(-1), sentAt: after(-2) };
  row('appointment_reminder', reminded);
  const note = (appointmentId: string, kind: MarkKind) =>
    row('appointment_note', {
      ...{ appointmentId, authorId: professionalId, text: mark(kind), agreed: mark(kind), writtenAt: now },
    });
  note(ids.overAppointmentId, 'noteDraft');
  note(ids.metAppointmentId, 'note');
  row('appointment_note_version', {
    ...{ appointmentId: ids.metAppointmentId, version: 1, at: now, text: mark('note'), agreed: mark('note') },
    ...{ authorId: professionalId, authorName: adviser.actor.name },
  });
  const secretHash = linkHash(ids.calendarSecret);
  row('calendar_feed', { personId: customer.personId, id: newId(), secretHash, madeAt: now });
};
