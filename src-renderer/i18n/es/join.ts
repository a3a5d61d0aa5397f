import type { Translation } from '../translation.ts';

export const join: Translation['join'] = {
  enter: 'Quiero ser cliente',
  enterHint: 'Regístrese aquí mismo.',
  askProgress: '¿Cómo va mi pedido?',
  place: 'Pregunta {{current}} de {{total}}',
  skip: { number: 'Sin número', postalCode: 'No sé', other: 'Saltar' },
  anotherLetter: 'Otra letra',
  letter: 'Ciudades con {{letter}}',
  perMonth: 'por mes',
  noOptions: 'No hay nada para elegir ahora. Hable con un asesor.',
  loading: { title: 'Un momento', lead: 'Estamos viendo lo que ofrece la empresa.' },
  sending: { title: 'Enviando su pedido', lead: 'Espere aquí. Tarda unos segundos.' },
  question: {
    company: { title: '¿De qué empresa quiere ser cliente?', label: 'Empresa', hint: '' },
    city: {
      title: '¿En qué ciudad es la instalación?',
      label: 'Ciudad',
      hint: 'Toque la primera letra de su ciudad.',
    },
    cityName: { title: '¿Cuál es su ciudad?', label: 'Ciudad', hint: 'Escriba el nombre de la ciudad.' },
    product: { title: '¿Qué quiere contratar?', label: 'Producto', hint: '' },
    dueDate: { title: '¿Qué día prefiere para pagar?', label: 'Vencimiento', hint: '' },
    personKind: { title: '¿Es para usted o para una empresa?', label: 'Registro', hint: '' },
    companyName: {
      title: '¿Cómo se llama la empresa?',
      label: 'Razón social',
      hint: 'Como está en la tarjeta del CNPJ.',
    },
    name: {
      title: '¿Cómo se llama usted?',
      label: 'Nombre completo',
      hint: 'Nombre y apellido, como en el documento.',
    },
    responsible: {
      title: '¿Quién responde por la empresa?',
      label: 'Nombre del responsable',
      hint: 'Nombre y apellido, como en el documento.',
    },
    document: { title: '¿Cuál es el documento?', label: 'CPF o CNPJ', hint: '' },
    birthDate: {
      title: '¿Cuál es la fecha de nacimiento?',
      label: 'Fecha de nacimiento',
      hint: 'Día, mes y año. Por ejemplo: 05/03/1960.',
    },
    phone: {
      title: '¿Cuál es su WhatsApp o teléfono?',
      label: 'Teléfono con DDD',
      hint: 'Empiece por el DDD. Por ejemplo: (54) 98765-4321.',
    },
    email: {
      title: '¿Cuál es su correo?',
      label: 'Correo electrónico',
      hint: 'Por ejemplo: maria@gmail.com',
    },
    postalCode: {
      title: '¿Cuál es el código postal (CEP)?',
      label: 'Código postal (CEP)',
      hint: 'Son 8 números. Está en su cuenta de luz.',
    },
    street: {
      title: '¿Cuál es la calle?',
      label: 'Calle o avenida',
      hint: 'Sin el número, que viene después.',
    },
    number: {
      title: '¿Cuál es el número de la casa?',
      label: 'Número',
      hint: 'La letra o el apartamento vienen después.',
    },
    complement: {
      title: '¿Hay algo más en la dirección?',
      label: 'Complemento',
      hint: 'Apartamento, bloque, fondo, letra de la casa.',
    },
    district: { title: '¿Cuál es el barrio?', label: 'Barrio', hint: 'En el campo, escriba la comunidad.' },
    landmark: {
      title: '¿Hay un punto de referencia?',
      label: 'Punto de referencia',
      hint: 'Por ejemplo: al lado de la panadería.',
    },
    billing: { title: '¿Adónde van las facturas?', label: 'Dirección de las facturas', hint: '' },
    billingPostalCode: { title: '¿CEP para las facturas?', label: 'CEP (facturas)', hint: 'Son 8 números.' },
    billingStreet: {
      title: '¿Calle para las facturas?',
      label: 'Calle (facturas)',
      hint: 'Sin el número, que viene después.',
    },
    billingNumber: {
      title: '¿Número para las facturas?',
      label: 'Número (facturas)',
      hint: 'La letra o el apartamento vienen después.',
    },
    billingComplement: {
      title: '¿Hay algo más en la dirección?',
      label: 'Complemento (facturas)',
      hint: 'Apartamento, bloque o sala.',
    },
    billingDistrict: {
      title: '¿Barrio para las facturas?',
      label: 'Barrio (facturas)',
      hint: 'En el campo, escriba la comunidad.',
    },
    billingCity: {
      title: '¿Ciudad para las facturas?',
      label: 'Ciudad (facturas)',
      hint: 'Escriba el nombre de la ciudad.',
    },
    origin: { title: '¿Cómo nos conoció?', label: 'Cómo nos conoció', hint: '' },
    reseller: {
      title: '¿Alguien lo recomendó?',
      label: 'Código del vendedor',
      hint: 'Si un vendedor le dio un código, escríbalo aquí.',
    },
  },
  option: {
    city: { other: 'Mi ciudad no está aquí' },
    personKind: { natural: 'Para mí', legal: 'Para una empresa' },
    billing: { same: 'A la misma dirección', other: 'A otra dirección' },
  },
  error: {
    missing: 'Todavía no escribió nada. Escriba y toque Continuar.',
    incomplete: 'Faltan números. Revise y complete.',
    'name-alone': 'Falta el apellido. Escriba nombre y apellido.',
    'name-signs': 'Un nombre solo tiene letras. Revise lo que escribió.',
    'impossible-date': 'Esa fecha no existe. Revise el día, el mes y el año.',
    'under-age': 'Para contratar hay que tener 18 años. Pida ayuda a un adulto de la familia.',
    wrong: {
      phone: 'Ese teléfono no existe. Revise el DDD y los números.',
      email: 'Falta algo en ese correo. Tiene una @ y termina como gmail.com.',
      postalCode: 'Ese CEP no existe. Revise los números.',
      reseller: 'No encontramos ese código. Revíselo o salte esta pregunta.',
      other: 'Revise lo que escribió: falta algo.',
    },
  },
  document: {
    'join-person': { title: '¿Cuál es su CPF?', hint: 'El CPF tiene 11 números.' },
    'join-company': {
      title: '¿Cuál es el CNPJ de la empresa?',
      hint: 'El CNPJ tiene 14 números; los nuevos tienen letras.',
    },
    progress: { title: '¿Cuál es su CPF o CNPJ?', hint: 'El mismo que usó cuando hizo el pedido aquí.' },
    searching: 'Buscando su pedido…',
    notThisKind: 'Revise: aquí va el CPF de una persona o el CNPJ de una empresa, como usted eligió.',
  },
  review: {
    title: '¿Está todo bien?',
    lead: 'Toque una línea para corregirla.',
    outside: 'Todavía no llegamos a su ciudad. Deje su contacto y le avisamos cuando lleguemos.',
    confirm: 'Está todo bien',
  },
  consent: {
    join: { title: '¿Podemos guardar sus datos?', agree: 'Acepto y quiero enviar' },
    order: { title: 'Confirme su pedido', agree: 'Acepto y quiero contratar' },
  },
  done: {
    done: {
      lead: { title: '¡Contacto registrado!', lead: 'La empresa hablará con usted. Guarde el número.' },
      prospect: {
        title: '¡Registro enviado!',
        lead: 'La empresa lo va a analizar y hablará con usted. Guarde el número.',
      },
      order: { title: '¡Pedido hecho!', lead: 'La empresa hablará con usted. Guarde el número.' },
    },
    unclear: {
      title: 'Su pedido está en verificación',
      lead: 'El sistema de la empresa no lo confirmó. No lo envíe de nuevo: muestre este número en la atención.',
    },
    refused: {
      title: 'La empresa no aceptó el pedido',
      lead: 'Hable con un asesor para saber el motivo. No se contrató nada.',
    },
    'not-sent': {
      title: 'No se pudo enviar ahora',
      lead: 'El sistema de la empresa no respondió y no se registró nada. Intente de nuevo.',
    },
    already: {
      title: 'Su pedido ya fue enviado',
      lead: 'Fue en otra visita, con este número. Para otro pedido, hable con un asesor.',
    },
    customer: {
      title: 'Usted ya está registrado',
      lead: 'Toque Continuar para entrar con su documento. Para contratar de nuevo, hable con un asesor.',
    },
    held: {
      title: 'Hablemos primero',
      lead: 'Para este pedido hay que hablar con un asesor. No se contrató nada.',
    },
    protocol: 'Protocolo',
    said: 'La empresa respondió: {{words}}',
    retry: 'Intentar de nuevo',
    paper: {
      printing: 'El número está saliendo en papel.',
      printed: 'Tome el papel con el número.',
      trouble: 'El papel no salió. Anote el número o tome una foto.',
      none: 'Anote el número o tome una foto.',
    },
  },
  progress: {
    title_one: 'Su pedido',
    title_other: 'Sus pedidos',
    none: {
      title: 'No encontramos ningún pedido',
      lead: 'Solo vemos los pedidos hechos en este tótem. Si lo hizo en otro lugar, hable con nosotros.',
    },
    kind: { lead: 'Contacto', prospect: 'Registro', order: 'Pedido' },
    madeOn: '{{kind}} del {{date}} · protocolo {{protocol}}',
    inWords: 'La empresa dice: “{{status}}”',
    meaning: {
      waiting: 'Todavía en análisis. La empresa hablará con usted.',
      approved: '¡Aprobado! La empresa lo coordinará con usted.',
      refused: 'No fue aprobado.',
    },
    state: {
      received: 'La empresa lo recibió y hablará con usted.',
      unclear: 'En verificación: la empresa todavía no confirmó que lo recibió.',
      unreadable: 'No pudimos preguntarle a la empresa ahora. Intente más tarde.',
    },
    reason: 'Motivo: {{reason}}',
  },
};
