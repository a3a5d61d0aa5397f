export const request = {
  number: 'Número do pedido',
  again: 'Tentar de novo',
  paper: {
    printing: 'O papel com o número está saindo.',
    printed: 'Pegue o papel com o número.',
    trouble: 'O papel não saiu. Anote o número ou tire uma foto.',
    none: 'Anote o número ou tire uma foto.',
  },
} as const;
