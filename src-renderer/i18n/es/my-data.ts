import type { Translation } from '../translation.ts';

export const myData: Translation['myData'] = {
  opening: { title: 'Un momento', lead: 'Estamos buscando sus contactos.' },
  title: 'Sus contactos',
  lead: 'Por seguridad mostramos solo una parte. Toque lo que quiere cambiar.',
  field: { phone: 'Teléfono', whatsapp: 'WhatsApp', email: 'Correo electrónico' },
  none: 'No tenemos',
  tellWhatsapp: 'Informar o cambiar',
  counts: 'Vale para {{companies}}.',
  unreadable: 'Ahora no se pueden leer sus datos en {{companies}}.',
  entry: {
    phone: {
      title: '¿Cuál es el nuevo teléfono?',
      label: 'Teléfono',
      hint: 'Con el código de área (DDD) delante. Fijo o celular.',
    },
    whatsapp: {
      title: '¿Cuál es el número de su WhatsApp?',
      label: 'WhatsApp',
      hint: 'Un celular, con el código de área (DDD) delante.',
    },
    email: {
      title: '¿Cuál es el nuevo correo electrónico?',
      label: 'Correo electrónico',
      hint: 'Por ejemplo: maria@gmail.com',
    },
  },
  error: {
    phone: {
      missing: 'Digite el teléfono para continuar.',
      wrong: 'Revise el código de área y los números. Un celular tiene 9, un fijo 8.',
      same: 'Ese ya es el teléfono que tenemos.',
      'not-mobile': 'Digite un celular, que empieza con 9.',
    },
    whatsapp: {
      missing: 'Digite el número para continuar.',
      wrong: 'Ese número no existe. Revise el código de área y los números.',
      same: 'Ese ya es el WhatsApp que tenemos.',
      'not-mobile': 'Ese es un teléfono fijo. Digite un celular, que empieza con 9.',
    },
    email: {
      missing: 'Escriba el correo para continuar.',
      wrong: 'Falta algo en ese correo. Revise la @ y el final.',
      same: 'Ese ya es el correo que tenemos.',
      'not-mobile': 'Escriba un correo electrónico.',
    },
  },
  confirm: {
    title: '¿Está bien así?',
    lead: { phone: 'Revise cada número.', whatsapp: 'Revise cada número.', email: 'Revise cada letra.' },
    counts: 'Va a cambiar en {{companies}}.',
    save: 'Sí, guardar',
    saving: 'Guardando…',
  },
  saved: {
    done: { title: 'Listo, está guardado', lead: 'El nuevo contacto ya vale.' },
    unclear: {
      title: 'El cambio está en verificación',
      lead: 'No hace falta hacerlo de nuevo. Si quiere preguntar, diga el número.',
    },
    refused: {
      title: 'No se pudo cambiar',
      lead: 'El sistema no lo aceptó. Hable con nosotros y diga el número.',
    },
    'not-sent': { title: 'No se pudo cambiar ahora', lead: 'Nada cambió. Intente de nuevo en un rato.' },
    mixed: { title: 'Solo se cambió una parte', lead: 'Vea lo que pasó en cada empresa.' },
    standing: {
      done: 'guardado',
      unclear: 'en verificación',
      refused: 'no lo aceptó',
      'not-sent': 'ahora no',
    },
    number: 'Número {{protocol}}',
    others: 'Ver mis contactos',
  },
  forbidden: {
    title: 'Ese cambio no se puede hacer aquí',
    lead: 'Nada cambió. Si lo necesita, hable con nosotros.',
    reason: 'La empresa respondió: {{reason}}',
  },
};
