import type { Translation } from '../translation.ts';

export const attract: Translation['attract'] = {
  title: 'Pague su factura aquí',
  lead: 'Es rápido: alrededor de un minuto.',
  start: 'Toque para empezar',
  see: 'Vea sus facturas pendientes',
  pix: 'Pague ahora con PIX',
  slip: 'Imprima aquí su boleto',
  notice: {
    'printer-unavailable': 'Hoy sin impresora: puede pagar con PIX.',
    'pix-unavailable': 'Hoy sin PIX: puede imprimir el boleto.',
    'erp-unavailable': 'Ahora no vemos las facturas. Intente dentro de un rato.',
    'printer-and-pix': 'Hoy sin impresora y sin PIX: solo puede consultar.',
  },
  closed: {
    today: 'Ahora está cerrado. Abrimos hoy a las {{time}}.',
    later: 'Ahora está cerrado. Abrimos {{day}} a las {{time}}.',
    day: {
      mon: 'el lunes',
      tue: 'el martes',
      wed: 'el miércoles',
      thu: 'el jueves',
      fri: 'el viernes',
      sat: 'el sábado',
      sun: 'el domingo',
    },
  },
};
