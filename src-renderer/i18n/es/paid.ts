import type { Translation } from '../translation.ts';

export const paid: Translation['paid'] = {
  title: '¡Pagado!',
  lead: 'Recibimos su PIX.',
  writeOff: {
    done: 'Su factura ya quedó saldada.',
    processing: 'Su factura se está saldando y puede tardar unos minutos. No pague de nuevo.',
    'by-hand': 'Una persona de la empresa va a terminar de saldarla. No pague de nuevo.',
  },
  several: {
    done: 'Sus {{count}} facturas ya quedaron saldadas.',
    processing: 'Sus facturas se están saldando y puede tardar unos minutos. No pague de nuevo.',
    'by-hand': 'Una persona de la empresa va a terminar lo que falta. No pague de nuevo.',
  },
  standing: { processing: 'En camino', 'by-hand': 'Con la empresa' },
  more_one: 'y {{count}} factura más',
  more_other: 'y {{count}} facturas más',
  rest_one: '{{count}} factura ya quedó saldada.',
  rest_other: '{{count}} facturas ya quedaron saldadas.',
  protocol: 'Protocolo {{protocol}}',
  service: {
    back: 'Su servicio ya está activo de nuevo.',
    returning_one: 'Su servicio vuelve en hasta {{count}} hora.',
    returning_other: 'Su servicio vuelve en hasta {{count}} horas.',
  },
  receipt: {
    printing: 'Imprimiendo su comprobante…',
    printed: 'Retire su comprobante de la salida de papel.',
    waiting: {
      'no-paper': 'Se acabó el papel de la impresora.',
      'cover-open': 'La tapa de la impresora está abierta.',
      offline: 'La impresora no responde.',
      error: 'La impresora se trabó.',
    },
    waitingCalm: 'Su pago está seguro. El comprobante sale cuando vuelva la impresora.',
    uncertain: 'No sabemos si el comprobante salió entero. Su pago está seguro.',
    none: 'Su comprobante está en la app de su banco.',
  },
};
