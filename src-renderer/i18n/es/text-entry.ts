import type { Translation } from '../translation.ts';

export const textEntry: Translation['textEntry'] = {
  title: 'Teclado',
  shift: 'Mayúscula',
  letters: 'ABC',
  signs: '123 !?',
  erase: 'Borrar',
  left: 'Cursor a la izquierda',
  right: 'Cursor a la derecha',
  space: 'Espacio',
  next: 'Siguiente',
  close: 'Cerrar',
};
