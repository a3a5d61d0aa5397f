import type { Translation } from '../translation.ts';

export const configuring: Translation['configuring'] = {
  title: 'Being set up',
  lead: 'This kiosk is still being prepared. Please come back later.',
  forTechnician: 'For the technician',
  file: 'File',
  problems_one: '{{count}} setting to fix',
  problems_other: '{{count}} settings to fix',
  open: 'Set up this kiosk',
  noProblems: 'No details to show. See the kiosk’s log.',
};
