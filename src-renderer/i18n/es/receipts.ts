import type { Translation } from '../translation.ts';

export const receipts: Translation['receipts'] = {
  title: 'Comprobantes',
  lead: 'Toque el que quiere imprimir de nuevo.',
  enough: 'Para imprimir más, hable con el personal.',
  paidOn: 'Pagado el {{date}}',
  paper: {
    uncertain: 'Tal vez no salió',
    none: 'Todavía no salió',
  },
};

export const printingReceipt: Translation['printingReceipt'] = {
  title: 'Imprimiendo su comprobante…',
  lead: 'El papel sale en unos segundos.',
};

export const receiptPrinted: Translation['receiptPrinted'] = {
  title: 'Retire su comprobante',
  lead: 'En la segunda copia dice “reimpressão” (reimpresión).',
};

export const receiptTrouble: Translation['receiptTrouble'] = {
  title: {
    'no-paper': 'Se acabó el papel',
    'cover-open': 'La tapa de la impresora está abierta',
    offline: 'La impresora no responde',
    error: 'La impresora se trabó',
    uncertain: '¿El comprobante salió entero?',
  },
  lead: {
    'no-paper': 'Avise al personal para poner papel. Su pago está seguro.',
    'cover-open': 'Avise al personal para cerrar la tapa. Su pago está seguro.',
    offline: 'Avise al personal. Su pago está seguro.',
    error: 'Avise al personal. Su pago está seguro.',
    uncertain: 'La impresora no confirmó. Si el papel salió cortado o borroso, imprima otro.',
  },
  uncertainEnough: 'La impresora no confirmó. Si el papel salió cortado o borroso, hable con el personal.',
  waits: 'Cuando vuelva la impresora, el comprobante sale solo.',
  again: 'Imprimir otro',
};
