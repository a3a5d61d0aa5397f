/** Words of the certificate that the kiosk shows to a PSP. */
export const certificateWords = {
  title: 'Certificado',
  text: 'Muitos PSPs só atendem quem mostra um certificado (mTLS). O arquivo vem do site do PSP; fica guardado aqui com a chave desta máquina.',
  wanted:
    'Este PSP só atende quem mostra um certificado (mTLS). O arquivo vem do site do PSP; fica guardado aqui com a chave desta máquina.',
  file: { label: 'Arquivo do certificado', hint: '.p12 ou .pfx, ou .pem, .crt ou .cer.' },
  keyFile: { label: 'Arquivo da chave privada', hint: 'Só quando a chave vem à parte (.key).' },
  passphrase: { label: 'Senha do certificado', hint: 'Se o PSP deu uma. Muitos arquivos não têm.' },
  none: 'Nenhum arquivo',
  pick: 'Escolher no pen drive',
  remove: 'Tirar',
  states: {
    good: (moment: string) => `Certificado em ordem. Vale até ${moment}.`,
    'ends-soon': (moment: string) => `O certificado termina em breve, em ${moment}. Peça outro ao PSP já.`,
    ended: (moment: string) => `O certificado terminou em ${moment}. Peça outro ao PSP.`,
    'not-yet': () => 'O certificado ainda não começou a valer. Confira o relógio desta máquina.',
  },
  problems: {
    missing: 'O arquivo não está na pasta de dados. Escolha-o de novo no pen drive.',
    'sealed-elsewhere': 'O arquivo foi guardado por outro computador. Escolha-o de novo no pen drive.',
    unreadable: 'Isto não é um certificado que se possa ler. Escolha outro arquivo.',
    'wrong-passphrase': 'A senha do certificado está errada ou falta.',
    'no-key': 'Falta a chave privada: escolha também o arquivo dela.',
    'wrong-key': 'A chave privada é de outro certificado.',
  },
} as const;
