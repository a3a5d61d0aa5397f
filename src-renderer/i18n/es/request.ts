export const request = {
  number: 'Número del pedido',
  again: 'Intentar de nuevo',
  paper: {
    printing: 'El papel con el número está saliendo.',
    printed: 'Tome el papel con el número.',
    trouble: 'El papel no salió. Anote el número o tome una foto.',
    none: 'Anote el número o tome una foto.',
  },
} as const;
