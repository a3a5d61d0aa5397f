export const attendant = {
  offered: 'Call a staff member',
  called: 'Staff member told',
  notice: {
    title: 'A staff member has been told',
    titleFor: '{{name}}, a staff member has been told',
    lead: 'Please stay nearby: somebody will come to you. It may take a little while if others are waiting.',
    meanwhile: 'Meanwhile, you can go on here.',
    failedTitle: 'We could not tell the staff',
    failedLead:
      'The call did not leave this terminal. Look for someone from the team, or try again in a moment.',
    failedCall: 'If you prefer, call {{phone}}.',
    close: 'Got it',
  },
} as const;
