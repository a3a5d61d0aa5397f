export const secondCopies = {
  title: 'Facturas fiscales, extracto y certificados',
  lead: 'Toque lo que necesita.',
  kind: {
    'fiscal-note': 'Facturas fiscales',
    statement: 'Extracto de cuenta',
    'debt-clearance': 'Certificado de pago anual',
  },
  hint: {
    'fiscal-note': 'Véala aquí o lleve un papel con el código',
    statement: 'Lo que pagó y lo que está pendiente',
    'debt-clearance': 'Certifica que el año está pagado',
  },
} as const;

export const copies = {
  lead: 'Toque la que quiere.',
  numbered: 'Factura {{number}}',
  ofYear: 'Año {{year}}',
  withoutNumber: 'Factura sin número',
  reading: {
    'fiscal-note': 'Buscando sus facturas fiscales…',
    statement: 'Buscando su extracto…',
    'debt-clearance': 'Buscando sus certificados…',
  },
  readingLead: 'Un momento.',
  none: {
    'fiscal-note': 'No hay facturas fiscales',
    'debt-clearance': 'Todavía no hay certificados',
  },
  noneLead: 'Si esperaba encontrar alguno, hable con el personal.',
  unreadable: 'No pudimos consultar: {{companies}}. Esta lista no está completa.',
} as const;

export const copy = {
  title: {
    'fiscal-note': '¿Qué hacemos con esta factura?',
    'debt-clearance': '¿Qué hacemos con este certificado?',
  },
  postedOn: 'Emitida el',
  company: 'Empresa',
  protocol: 'Protocolo',
  amount: 'Importe',
  show: 'Ver en la pantalla',
  print: 'Imprimir resumen',
  printHint: 'Con un código que abre el documento en el celular',
  printPlainHint: 'Un papel con los datos del documento',
  noPaper: 'La impresora no puede imprimir ahora.',
  noPrinter: 'Este quiosco no imprime.',
  page: 'Página {{current}} de {{total}} del documento',
  openingTitle: 'Abriendo el documento…',
  openingLead: 'Un momento.',
} as const;

export const statement = {
  period: 'Período del extracto',
  months_one: '{{count}} mes',
  months_other: '{{count}} meses',
  all: 'Todo',
  totals: 'Pagado: {{paid}} · Pendiente: {{open}}',
  none: 'Nada en este período.',
  due: 'Vence el {{date}}',
  paidOn: 'Pagada el {{date}}',
  paid: 'Pagado',
  open: 'Pendiente',
  print: 'Imprimir extracto',
  tooLong: 'Es muy largo para imprimir. Elija menos meses.',
} as const;

export const printingPaper = {
  title: 'Imprimiendo…',
  lead: 'El papel sale en unos segundos.',
} as const;

export const paperPrinted = {
  title: 'Retire su papel',
  lead: 'No lo deje aquí: habla de usted.',
} as const;

export const otherPaperTrouble = {
  title: {
    'no-paper': 'Se acabó el papel',
    'cover-open': 'La tapa de la impresora está abierta',
    offline: 'La impresora no responde',
    error: 'La impresora se trabó',
    uncertain: '¿Salió entero el papel?',
  },
  lead: {
    'no-paper': 'Avise al personal para que ponga papel.',
    'cover-open': 'Avise al personal para que cierre la tapa.',
    offline: 'Avise al personal.',
    error: 'Avise al personal.',
    uncertain: 'La impresora no confirmó. Si el papel salió cortado o borroso, imprima otro.',
  },
  waits: 'En cuanto la impresora vuelva, el papel sale solo.',
  again: 'Imprimir otro',
} as const;
