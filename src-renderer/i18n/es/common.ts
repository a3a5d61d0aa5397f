import type { Translation } from '../translation.ts';

export const common: Translation['common'] = {
  back: 'Volver',
  leave: 'Salir',
  continue: 'Continuar',
  support: '¿Necesita ayuda? Llame al {{phone}}',
  step: '{{current}} de {{total}}',
  logoOf: 'Logotipo de {{company}}',
};

export const steps: Translation['steps'] = {
  identify: 'Identificación',
  invoices: 'Facturas',
  pay: 'Pago',
  finish: 'Listo',
};

export const duration: Translation['duration'] = {
  minutes: '{{minutes}} min {{seconds}} s',
  seconds: '{{seconds}} s',
};

export const pages: Translation['pages'] = {
  position: '{{current}} de {{total}}',
  previous: 'Anterior',
  next: 'Siguiente',
  label: 'Páginas de la lista',
};
