import type { Translation } from '../translation.ts';

export const display: Translation['display'] = {
  title: 'How do you prefer it?',
  languages: 'Language',
  modes: 'Accessibility',
  mode: {
    'large-type': 'Larger letters',
    'high-contrast': 'High contrast',
    'low-reach': 'Everything lower',
    voice: 'Hear the screen',
  },
  on: 'On',
  off: 'Off',
  headphones: 'Use headphones. Your name and your numbers are not spoken.',
  repeat: 'Repeat',
  hush: 'Silence',
  done: 'Done',
  digit: 'digit',
  erased: 'deleted',
  ticked: 'ticked',
  unticked: 'not ticked',
};
