import type { Translation } from '../translation.ts';

export const ticket: Translation['ticket'] = {
  opening: { title: 'Un momento', lead: 'Estamos viendo cómo podemos ayudarle.' },
  choice: {
    place: { title: '¿Con qué necesita ayuda?', lead: 'Toque una opción.' },
    type: { title: '¿Qué está pasando?', lead: 'Toque lo que más se parezca.' },
    department: { title: '¿Con quién quiere hablar?', lead: 'Toque una opción.' },
    subject: { title: '¿Cuál es el asunto?', lead: 'Toque uno, o escriba el suyo.' },
    contact: { title: '¿Cómo podemos contactarle?', lead: 'Toque el contacto que más usa.' },
  },
  option: {
    general: 'Otro asunto',
    generalOf: '{{company}}: otro asunto',
    own: 'Otro: quiero escribirlo',
    phone: 'Otro teléfono',
    email: 'Otro correo electrónico',
    none: 'No quiero dejar un contacto',
  },
  text: {
    'own-subject': { title: '¿Cuál es el asunto?', label: 'Asunto', hint: 'En pocas palabras.' },
    message: {
      title: 'Cuente lo que pasó',
      label: 'Mensaje',
      hint_one: 'Escriba a su manera. Cabe {{count}} letra más.',
      hint_other: 'Escriba a su manera. Caben {{count}} letras más.',
    },
    email: {
      title: '¿Cuál es su correo electrónico?',
      label: 'Correo electrónico',
      hint: 'Por ejemplo: maria@gmail.com',
    },
    phone: {
      title: '¿Cuál es su teléfono?',
      label: 'Teléfono',
      hint: 'Con el código de área (DDD) delante.',
    },
  },
  error: {
    'own-subject': {
      missing: 'Escriba el asunto para continuar.',
      wrong: 'Escriba el asunto de otra manera.',
    },
    message: { missing: 'Escriba lo que pasó para continuar.', wrong: 'Escríbalo de otra manera.' },
    email: {
      missing: 'Escriba su correo para continuar.',
      wrong: 'Falta algo en ese correo. Revise la @ y el final.',
    },
    phone: {
      missing: 'Digite su teléfono para continuar.',
      wrong: 'Revise el código de área y los números. Un celular tiene 9, un fijo 8.',
    },
  },
  review: {
    title: '¿Lo enviamos?',
    lead: 'Revise. Para cambiar algo, toque Volver.',
    place: 'Sobre',
    subject: 'Asunto',
    message: 'Mensaje',
    contact: 'Contacto',
    noContact: 'Sin contacto',
    send: 'Enviar',
    sending: 'Enviando…',
  },
  result: {
    done: { title: 'Recibimos su pedido', lead: 'Guarde el número. Con él puede seguir su pedido.' },
    unclear: {
      title: 'Su pedido está en verificación',
      lead: 'No hace falta enviarlo de nuevo. Guarde el número: con él encontramos su pedido.',
    },
    refused: {
      title: 'No se pudo abrir el pedido',
      lead: 'El sistema no lo aceptó. Hable con nosotros y diga este número.',
    },
    'not-sent': {
      title: 'No se pudo enviar ahora',
      lead: 'No se envió nada. Lo que escribió sigue aquí: intente de nuevo.',
    },
  },
};
