export const message = {
  receive: {
    'typeable-line': 'Recibir por WhatsApp',
    pix: 'Recibir el código por WhatsApp',
    receipt: 'Recibir por WhatsApp',
  },
  receiveHint: {
    'typeable-line': 'La línea de números, para la app del banco',
    pix: 'El código PIX, para pagar después',
  },
  pixRuns: 'Tiempo para pagar el PIX',
  phones: {
    title: '¿A qué número?',
    lead: 'Estos son los números de su registro.',
    searching: 'Buscando los números de su registro…',
    other: 'Otro número',
    otherHint: 'Escribir código de área y celular',
  },
  number: {
    title: 'Escriba su número de WhatsApp',
    label: 'Código de área y celular',
    empty: 'Nada escrito',
    hint: 'Empiece por el código de área, sin el cero. Por ejemplo: (11) 98765-4321.',
    error: {
      incomplete: 'Faltan números. Escriba el código de área y el celular, 11 números en total.',
      'unknown-area': 'Este código de área no existe. Revise los dos primeros números.',
      landline: 'Parece un teléfono fijo. Escriba un celular con WhatsApp.',
      impossible: 'Este número no es de celular. Después del código de área empieza con 9.',
    },
  },
  consent: {
    title: '¿Enviar a {{phone}}?',
    what: {
      'typeable-line':
        'Enviaremos por WhatsApp la línea de números de este boleto, con la descripción, el valor y el vencimiento.',
      pix: 'Enviaremos por WhatsApp el código PIX para copiar y pegar, con la descripción y el valor. Vale solo hasta el fin del plazo.',
      receipt: 'Enviaremos por WhatsApp el comprobante de este pago, con la descripción y el valor.',
    },
    use: '{{company}} usa este número solo para este envío. Quien tenga el aparato podrá leer el mensaje.',
    agree: 'De acuerdo, pueden enviarlo',
    decline: 'No, gracias',
    sending: 'Pidiendo el envío…',
  },
  asked: {
    title: 'Listo, ya pedimos el envío',
    lead: 'El mensaje debería llegar en instantes al WhatsApp {{phone}}.',
    late: 'Si tarda, no hace falta esperar aquí: sale en cuanto internet lo permita.',
    failedTitle: 'No pudimos pedir el envío',
    failedLead: 'No se envió nada. Puede intentar de nuevo en un momento.',
  },
} as const;
