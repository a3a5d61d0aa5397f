import type { Translation } from '../translation.ts';

export const document: Translation['document'] = {
  title: 'Escriba su CPF o CNPJ',
  hint: 'El CPF tiene 11 números y el CNPJ tiene 14.',
  hintComplete: 'Revise y toque Continuar.',
  hintLetters: 'Un CNPJ nuevo puede tener letras: use las teclas con letras.',
  label: { unknown: 'CPF o CNPJ', cpf: 'CPF', cnpj: 'CNPJ' },
  empty: 'Todavía no escribió nada',
  showLetters: 'CNPJ con letras',
  hideLetters: 'Solo números',
  searching: 'Buscando sus facturas…',
  error: {
    incomplete: 'Todavía faltan números. Revise y complete.',
    'wrong-check-digit': 'Algún número no es correcto. Revise lo que escribió e intente de nuevo.',
    'repeated-digits': 'Ese es un mismo número repetido. Escriba su CPF o CNPJ.',
    'letter-in-check-digits': 'Los dos últimos del CNPJ son siempre números. Revise el final.',
    'not-found': {
      unknown: 'No encontramos este CPF o CNPJ. Revise los números o hable con nosotros.',
      cpf: 'No encontramos este CPF. Revise los números o pruebe con el CPF del titular.',
      cnpj: 'No encontramos este CNPJ. Revise los números o pruebe con el CPF del titular.',
    },
    blocked_one: 'Fueron muchos intentos. Por seguridad, espere {{count}} minuto e intente de nuevo.',
    blocked_other: 'Fueron muchos intentos. Por seguridad, espere {{count}} minutos e intente de nuevo.',
    blockedForAWhile: 'Fueron muchos intentos. Por seguridad, espere un poco e intente de nuevo.',
  },
};

export const keypad: Translation['keypad'] = {
  label: 'Teclado numérico',
  letters: 'Letras',
  erase: 'Borrar',
  clear: 'Limpiar',
};

export const secondFactor: Translation['secondFactor'] = {
  'birth-date': {
    title: '¿Cuál es su fecha de nacimiento?',
    lead: 'Es para proteger sus datos: solo usted ve sus facturas.',
    label: 'Fecha de nacimiento',
  },
  'phone-last-digits': {
    title_one: '¿Cuál es el último número de su teléfono?',
    title_other: '¿Cuáles son los {{count}} últimos números de su teléfono?',
    lead: 'El teléfono de su registro. Es para proteger sus datos.',
    label: 'Últimos números del teléfono',
  },
  day: 'día',
  month: 'mes',
  year: 'año',
  checking: 'Comprobando…',
  typed_one: '{{count}} número escrito',
  typed_other: '{{count}} números escritos',
  triesLeft_one: 'Puede intentar {{count}} vez más.',
  triesLeft_other: 'Puede intentar {{count}} veces más.',
  error: {
    incomplete: 'Todavía faltan números. Complete y continúe.',
    'impossible-date': 'Esa fecha no existe. Revise el día, el mes y el año.',
    wrong: 'No es lo que figura en su registro.',
  },
};

export const contracts: Translation['contracts'] = {
  title: 'Hola, {{name}}',
  lead: 'Tiene más de un contrato. Toque el que quiere ver.',
};
