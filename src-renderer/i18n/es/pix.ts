import type { Translation } from '../translation.ts';

export const preparingPix: Translation['preparingPix'] = {
  title: 'Preparando su PIX…',
  lead: 'Tenga el celular a mano, con la app de su banco.',
};

export const pix: Translation['pix'] = {
  title: 'Pague con PIX',
  checkPayee: 'Revise este nombre en la app de su banco:',
  remaining: 'Tiempo para pagar',
  qr: 'Código QR del PIX. Apúntele con la cámara de la app de su banco.',
  step1: 'Abra la app de su banco',
  step2: 'Elija pagar con PIX y apunte al código',
  step3: 'Revise el nombre y confirme',
  waiting: 'Esperando su pago…',
  connectionTrouble: 'La conexión está inestable. Si ya pagó, no pague de nuevo: lo vamos a confirmar.',
  confirmedByErp: 'La confirmación puede tardar unos minutos. No pague de nuevo.',
};

export const cancellingPix: Translation['cancellingPix'] = {
  title: 'Cancelando el PIX…',
  lead: 'Solo un instante. Ya no pague este código.',
};

export const pixExpired: Translation['pixExpired'] = {
  title: 'El tiempo de este PIX terminó',
  lead: 'No pague el código anterior. Si quiere, genere uno nuevo ahora.',
  alreadyPaid: 'Si ya pagó, no pague de nuevo: puede tardar unos minutos en aparecer.',
  again: 'Generar nuevo PIX',
  amount: 'Valor a pagar',
};
