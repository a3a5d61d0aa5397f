import type { Translation } from '../translation.ts';

export const invoices: Translation['invoices'] = {
  title: 'Hola, {{name}}',
  lead_one: 'Una factura pendiente. Tóquela para pagar.',
  lead_other: '{{count}} facturas pendientes. Toque la que quiere pagar.',
  updating: 'Actualizando la lista…',
  loadingTitle: 'Buscando sus facturas…',
  loadingLead: 'Solo un instante.',
  unreadable: 'Ahora no vemos las facturas de {{companies}}. Intente más tarde.',
  emptyTitle: 'No encontramos facturas pendientes',
  emptyLead: 'Si acaba de pagar, puede tardar unos minutos en aparecer.',
  several: 'Pagar varias juntas',
  severalHint: 'Marque las facturas y pague con un solo PIX',
  receipts: 'Comprobantes',
  receiptsHint: 'Imprima de nuevo lo que pagó aquí',
  due: 'Vence el {{date}}',
  overdue: 'Vencida el {{date}}',
};

export const several: Translation['several'] = {
  title: 'Marque lo que quiere pagar',
  lead: 'Toque las facturas. Se pagan juntas, con un solo PIX.',
  all: 'Marcar todas',
  none: 'Desmarcar todas',
  sum_zero: 'Ninguna factura marcada',
  sum_one: '{{count}} factura marcada, {{amount}}',
  sum_other: '{{count}} facturas marcadas, {{amount}}',
  pay_zero: 'Ninguna marcada',
  pay_one: 'Pagar {{count}} factura · {{amount}}',
  pay_other: 'Pagar {{count}} facturas · {{amount}}',
  payHint: 'Con PIX, desde el celular',
  changed: 'Cambió',
  amountsChanged_one: 'El valor de {{count}} factura cambió: revise.',
  amountsChanged_other: 'El valor de {{count}} facturas cambió: revise.',
  settled_one: 'Ya estaba pagada: {{names}}.',
  settled_other: 'Ya estaban pagadas: {{names}}.',
  hindrance: {
    alone: 'Esta se paga sola',
    'another-account': 'No puede ir con las marcadas',
  },
  pix: {
    'nothing-ticked': 'Toque las facturas que quiere pagar',
    'not-together': 'Estas no se pueden pagar juntas',
    printer: 'Sin papel: aquí no se paga',
    unavailable: 'El PIX no responde ahora',
    'below-minimum': 'Muy poco para el PIX de aquí',
    'above-maximum': 'Supera el límite del PIX de aquí',
    'outside-hours': 'Aquí no hay PIX a esta hora',
  },
};

export const amounts: Translation['amounts'] = {
  original: 'Valor original',
  originalShort: 'Original',
  interest: 'Intereses',
  fine: 'Multa',
  discount: 'Descuento',
  total: 'Total a pagar hoy',
};

export const invoice: Translation['invoice'] = {
  title: {
    ways: '¿Cómo quiere pagar?',
    none: 'Hoy no se puede pagar aquí',
    settled: 'Nada que pagar en esta factura',
  },
  payPix: 'Pagar con PIX',
  payPixHint: 'Al instante, desde el celular',
  payPixWithoutReceipt: 'Comprobante solo en la app del banco',
  printSlip: { boleto: 'Imprimir boleto', 'boleto-and-pix': 'Imprimir boleto', pix: 'Imprimir el PIX' },
  printSlipHint: {
    boleto: 'Para pagar en el banco o la lotérica',
    'boleto-and-pix': 'Para pagar en el banco o la lotérica',
    pix: 'Para pagar en casa, desde el celular',
  },
  showBoleto: 'Ver el boleto',
  showBoletoHint: 'Completo, aquí en la pantalla',
  showBoletoA4Hint: 'En la pantalla, e imprimir en A4',
  withoutPix: 'Sin PIX',
  withoutSlip: 'Sin boleto impreso',
  pix: {
    'not-configured': 'Este tótem no recibe PIX.',
    'no-sound-line': 'El PIX de esta factura llegó con un defecto.',
    printer: 'Sin papel para el comprobante, aquí no se paga. Avise al personal.',
    'nothing-to-pay': 'Esta factura no tiene valor a pagar.',
    unavailable: 'El PIX no responde ahora. Intente más tarde.',
    'below-minimum': 'El valor de esta factura es muy bajo para el PIX de aquí.',
    'above-maximum': 'El valor de esta factura supera el límite del PIX de aquí.',
    'outside-hours': 'Aquí no se recibe PIX a esta hora.',
  },
  slip: {
    'not-configured': 'Este tótem no imprime boletos.',
    'no-sound-line': 'El código de este boleto llegó con un defecto y el banco no lo aceptaría.',
    printer: 'La impresora no funciona en este momento.',
    'nothing-to-pay': 'Esta factura no tiene valor a pagar.',
  },
  neither: 'Hable con el personal para pagar esta factura.',
};
