export const services = {
  title: 'Mis servicios',
  lead: 'Toque uno para ver más.',
  loadingTitle: 'Buscando sus servicios…',
  loadingLead: 'Solo un momento.',
  emptyTitle: 'No hay servicios a su nombre',
  emptyLead: 'Si contrató hace poco, puede tardar unos días en aparecer aquí.',
  blocked: 'Bloqueado',
} as const;

export const service = {
  company: 'Empresa',
  address: 'Dirección',
  plan: 'Plan',
  situation: 'Estado',
  blocked: 'Este servicio está bloqueado',
  owedOverdue_one: 'Falta pagar una factura vencida.',
  owedOverdue_other: 'Falta pagar {{count}} facturas vencidas.',
  owedOpen_one: 'Hay una factura pendiente.',
  owedOpen_other: 'Hay {{count}} facturas pendientes.',
  nothingOwed: 'No hay facturas pendientes. Pregunte el motivo en la atención.',
  owedUnknown: 'Ahora no podemos ver cuánto falta pagar. Intente más tarde.',
  pay: 'Pagar ahora',
  payHint: 'Elija cómo pagar',
  unlock: 'Desbloqueo de confianza',
  unlockHint: 'Úselo ahora y pague en los próximos días',
  without: 'Sin desbloqueo de confianza',
  why: {
    recently: 'Este servicio ya se liberó así hace poco. Pague para que vuelva.',
    'too-much-owed': 'Hay demasiadas facturas vencidas. Pague para que el servicio vuelva.',
    held: 'Hable con la atención: antes hay algo que resolver.',
    unclear: 'Su pedido está en verificación. No hace falta pedirlo de nuevo. Número {{protocol}}',
  },
} as const;

export const unlockTerms = {
  title: 'Desbloqueo de confianza',
  lead: 'Lea y diga si acepta.',
  service: 'Servicio',
  agree: 'Acepto, pueden liberarlo',
  decline: 'Ahora no',
} as const;

export const unlocking = {
  title: 'Liberando su servicio…',
  lead: 'Tarda hasta un minuto. Quédese aquí.',
} as const;

export const unlockResult = {
  done: {
    title: 'Servicio liberado',
    lead: 'Si todavía no funciona, desenchufe el aparato por un minuto.',
  },
  refused: {
    title: 'No se pudo liberar',
    lead: 'Pague lo pendiente, o hable con la atención.',
  },
  unclear: {
    title: 'Su pedido está en verificación',
    lead: 'El sistema aún no lo confirmó. No hace falta pedirlo de nuevo: el equipo lo revisa.',
  },
  'not-sent': {
    title: 'No se pudo pedir ahora',
    lead: 'No se envió nada. Intente de nuevo en un rato.',
  },
  said: 'Respuesta del sistema: {{words}}',
} as const;
