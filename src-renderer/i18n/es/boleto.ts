import type { Translation } from '../translation.ts';

export const openingBoleto: Translation['openingBoleto'] = {
  title: 'Abriendo su boleto…',
  lead: 'Solo un instante.',
};

export const boleto: Translation['boleto'] = {
  title: 'Su boleto',
  lead: 'Si quiere, lea el código con la app de su banco.',
  drag: 'Arrastre con el dedo para ver el resto.',
  page: 'Página {{current}} de {{total}} del boleto',
  pages: 'Páginas del boleto',
  more: 'Aquí se ven las primeras {{shown}} de {{total}} páginas.',
  larger: 'Agrandar',
  smaller: 'Reducir',
  print: 'Imprimir en A4',
};

export const printingSlip: Translation['printingSlip'] = {
  titleSent: 'Enviado a la impresora…',
  leadA4: 'La hoja sale en la impresora A4.',
  title: 'Imprimiendo su boleto…',
  lead: 'El papel sale en unos segundos.',
};

export const slipPrinted: Translation['slipPrinted'] = {
  title: 'Retire su boleto',
  lead: 'Pague en el banco, en la lotérica o en la app de su banco.',
  leadA4: 'La hoja está en la impresora A4. Revise que tenga su nombre.',
  leadWithPix: 'Pague de una sola forma: con el código de barras o con el PIX del papel.',
  titlePix: 'Retire el papel con el PIX',
  leadPix: 'En casa, apunte al código con la cámara de la app de su banco.',
};

export const slipTrouble: Translation['slipTrouble'] = {
  title: {
    'no-paper': 'Se acabó el papel',
    'cover-open': 'La tapa de la impresora está abierta',
    offline: 'La impresora no responde',
    error: 'La impresora se trabó',
    uncertain: '¿El boleto salió entero?',
  },
  lead: {
    'no-paper': 'Avise al personal para poner papel. O vuelva y elija otra forma de pagar.',
    'cover-open': 'Avise al personal para cerrar la tapa. O vuelva y elija otra forma de pagar.',
    offline: 'Avise al personal. O vuelva y elija otra forma de pagar.',
    error: 'Avise al personal. O vuelva y elija otra forma de pagar.',
    uncertain: 'La impresora no confirmó. Si el papel salió cortado o borroso, imprima otro.',
  },
  waits: 'Cuando vuelva la impresora, el boleto sale solo.',
  again: 'Imprimir otro',
};
