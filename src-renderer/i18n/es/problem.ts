import type { Translation } from '../translation.ts';

export const problem: Translation['problem'] = {
  again: {
    other: 'Intentar de nuevo',
    'invoice-changed': 'Revisar la factura',
    'invoice-already-settled': 'Ver mis facturas',
  },
  code: 'Código: {{code}}',
  protocol: 'Protocolo {{protocol}}',
  protocolPaper: {
    printing: 'Espere: está saliendo un papel con este número para llevar a la atención.',
    printed: 'Retire el papel con este número y llévelo a la atención.',
    missing: 'Anote este número o tome una foto, y muéstrelo al personal.',
  },
  'erp-unreachable': {
    title: 'Ahora no podemos ver sus facturas',
    lead: 'El sistema no respondió. Espere un momento e intente de nuevo.',
  },
  'erp-answer-unusable': {
    title: 'No pudimos leer sus facturas',
    lead: 'El sistema respondió de una forma que no entendimos. Hable con el personal.',
  },
  'pix-unreachable': {
    title: 'El PIX no respondió',
    lead: 'No se cobró nada. Intente dentro de un rato o pague con el boleto.',
  },
  'pix-refused': {
    title: 'No se pudo generar el PIX',
    lead: 'El banco no aceptó crear este cobro. No se cobró nada. Todavía puede pagar con el boleto.',
  },
  'pix-account-missing': {
    title: 'No se pudo generar el PIX',
    lead: 'Falta un ajuste de este tótem para esta factura. No se cobró nada. Todavía puede pagar con el boleto.',
  },
  'pix-outside-limits': {
    title: 'Este valor no se puede pagar con PIX aquí',
    lead: 'El PIX de este tótem no acepta el valor o la hora. No se cobró nada. Todavía puede pagar con el boleto.',
  },
  'invoice-changed': {
    title: 'Su factura cambió',
    lead: 'El valor o el vencimiento cambió hace un momento. Revise antes de pagar.',
  },
  'invoice-already-settled': {
    title: 'Esta factura ya está pagada',
    lead: 'No hace falta pagar de nuevo.',
  },
  'invoices-already-settled': {
    title: 'Estas facturas ya están pagadas',
    lead: 'No hace falta pagar de nuevo.',
  },
  'pix-not-together': {
    title: 'Estas facturas no se pueden pagar juntas',
    lead: 'No se cobró nada. Vuelva y pague de a una.',
  },
  'identity-unverifiable': {
    title: 'No pudimos confirmar quién es usted',
    lead: 'Falta un dato en su registro para proteger sus facturas. Pida al personal que lo actualice.',
  },
  'pix-cancel-unconfirmed': {
    title: 'Ya no pague el código que estaba en la pantalla',
    lead: 'El banco todavía no confirmó la cancelación. Si ya pagó, no pague de nuevo: lo vamos a revisar.',
  },
  'payment-mismatch': {
    title: 'Recibimos un valor diferente',
    lead: 'Su dinero está registrado, pero no es el valor cobrado. No pague de nuevo y hable con el personal.',
  },
  'boleto-unavailable': {
    title: 'No pudimos abrir el boleto',
    lead: 'Intente dentro de un rato, o vuelva y elija otra forma de pagar.',
  },
  'document-unavailable': {
    title: 'No pudimos abrir el documento',
    lead: 'Intente dentro de un rato. Si no se abre, hable con el personal.',
  },
  'storage-unavailable': {
    title: 'Ahora no podemos recibir pagos',
    lead: 'Este tótem tiene un problema interno. No se cobró nada. Hable con el personal.',
  },
  'printer-unavailable': {
    title: 'Ahora no podemos imprimir',
    lead: 'La impresora no está funcionando. Si puede, pague de otra forma.',
  },
  unexpected: {
    title: 'Algo no salió como esperábamos',
    lead: 'La falla es nuestra, no suya. Empiece de nuevo dentro de un rato o hable con el personal.',
  },
};
