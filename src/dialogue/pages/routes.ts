import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const dialogueRoutes: RouteConfigEntry[] = [
  route('threads', '../dialogue/pages/threads.tsx'),
  route('threads/new', '../dialogue/pages/new-thread.tsx'),
  route('threads/:threadId', '../dialogue/pages/thread.tsx'),
  route('threads/:threadId/files/:fileId', '../dialogue/pages/message-file.tsx'),
  route('customers/:customerId/threads/new', '../dialogue/pages/customer-new-thread.tsx'),
  route('appointments', '../dialogue/pages/my-appointments.tsx'),
  route('appointments/new', '../dialogue/pages/new-appointment.tsx'),
  route('appointments/:appointmentId', '../dialogue/pages/appointment.tsx'),
  route('appointments/:appointmentId/move', '../dialogue/pages/move-appointment.tsx'),
  route('appointments/:appointmentId/file', '../dialogue/pages/appointment-file.tsx'),
  route('appointments/:appointmentId/note', '../dialogue/pages/appointment-note.tsx'),
  route('customers/:customerId/appointments/new', '../dialogue/pages/propose-appointment.tsx'),
  route('my-week', '../dialogue/pages/my-week.tsx'),
  route('my-hours', '../dialogue/pages/my-hours.tsx'),
  route('my-absences', '../dialogue/pages/my-absences.tsx'),
  route('reply-promise', '../dialogue/pages/reply-promise.tsx'),
  route('my-calendar', '../dialogue/pages/my-calendar.tsx'),
  route('calendar/:calendarSecret', '../dialogue/pages/calendar-feed.tsx'),
];
