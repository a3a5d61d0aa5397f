/** Words of the A4 printer in the section printer. */
export const a4PrinterWords = {
  title: 'Impressora A4',
  intro:
    'Para o boleto inteiro em folha. É a do serviço de impressão do sistema (CUPS) ou uma impressora de rede que fale IPP.',
  enabled: {
    label: 'Este totem tem impressora A4',
    hint: 'Desligado: o boleto inteiro só aparece na tela.',
  },
  address: {
    label: 'Endereço da impressora A4',
    hint: 'No CUPS: ipp://localhost:631/printers/ e o nome da fila (lpstat -v mostra). Na rede: em geral ipp://IP/ipp/print.',
  },
  test: {
    text: 'Pergunta à impressora o que ela é e como está. Não imprime nada.',
    action: 'Testar',
  },
} as const;
