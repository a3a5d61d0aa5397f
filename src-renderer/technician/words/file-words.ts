/** Words of what goes to and comes from a pen drive. */
export const fileWords = {
  titles: {
    logo: 'Escolher o logotipo',
    'erp-profile': 'Escolher um perfil de ERP',
    'printer-profile': 'Escolher um perfil de impressora',
    certificate: 'Escolher o certificado ou a chave',
    settings: 'Importar configurações',
  },
  hints: {
    logo: 'Um arquivo PNG ou SVG de até 256 kB.',
    'erp-profile': 'Um arquivo de perfil (.json).',
    'printer-profile': 'Um arquivo de perfil de impressora (.json).',
    certificate: 'O arquivo que o PSP entregou: .p12, .pfx, .pem, .crt, .cer ou .key.',
    settings: 'Um arquivo de configurações exportado de um totem (.json).',
  },
  drives: 'Pen drives',
  noDrive: 'Conecte um pen drive e toque em “Procurar de novo”.',
  look: 'Procurar de novo',
  free: (size: string) => `${size} livres`,
  chooseDrive: 'Em qual pen drive?',
  up: 'Voltar',
  emptyFolder: 'Nada aqui que sirva. Volte e escolha outra pasta.',
  failed: 'Não foi possível ler o pen drive. Veja se ele está bem encaixado.',
  reading: 'Lendo…',
  unfit: 'Este arquivo não serve:',
  pickFailed: 'Não foi possível ler este arquivo. Tente outra vez.',
  export: {
    busy: 'Gravando…',
    written: (name: string) => `Gravado no pen drive: ${name}. Já pode tirá-lo.`,
    failed: (code: string) =>
      `Não foi gravado (${code}). Veja se há espaço e se o pen drive aceita gravação.`,
    lost: 'Não foi gravado: o totem não respondeu. Tente de novo.',
  },
} as const;
