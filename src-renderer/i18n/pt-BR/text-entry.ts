/** What the keys of the keyboard on the screen are called. */
export const textEntry = {
  title: 'Teclado',
  shift: 'Maiúscula',
  letters: 'ABC',
  signs: '123 !?',
  erase: 'Apagar',
  left: 'Cursor para a esquerda',
  right: 'Cursor para a direita',
  space: 'Espaço',
  next: 'Próximo',
  close: 'Fechar',
} as const;
