import type { Translation } from '../translation.ts';

export const display: Translation['display'] = {
  title: '¿Cómo prefiere usarla?',
  languages: 'Idioma',
  modes: 'Accesibilidad',
  mode: {
    'large-type': 'Letras más grandes',
    'high-contrast': 'Alto contraste',
    'low-reach': 'Todo más abajo',
    voice: 'Escuchar la pantalla',
  },
  on: 'Activado',
  off: 'Desactivado',
  headphones: 'Use audífonos. Su nombre y sus números no se dicen en voz alta.',
  repeat: 'Repetir',
  hush: 'Silencio',
  done: 'Listo',
  digit: 'dígito',
  erased: 'borrado',
  ticked: 'marcado',
  unticked: 'sin marcar',
};
