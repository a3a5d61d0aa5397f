import type { Translation } from '../translation.ts';

export const thanks: Translation['thanks'] = {
  title: '¡Gracias!',
  paid: 'Recibimos su pago. ¡Hasta pronto!',
  visited: '¡Hasta pronto!',
  closes: 'Esta pantalla se cierra en',
  done: 'Ir al inicio',
};

export const idle: Translation['idle'] = {
  title: '¿Sigue ahí?',
  lead: 'Para proteger sus datos, vamos a terminar en',
  moreTime: 'Necesito más tiempo',
};
