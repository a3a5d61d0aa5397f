export const openingBoleto = {
  title: 'Abrindo seu boleto…',
  lead: 'Só um instante.',
} as const;

export const boleto = {
  title: 'Seu boleto',
  lead: 'Se quiser, leia o código com o app do seu banco.',
  drag: 'Arraste com o dedo para ver o resto.',
  page: 'Página {{current}} de {{total}} do boleto',
  pages: 'Páginas do boleto',
  more: 'Aqui aparecem as primeiras {{shown}} de {{total}} páginas.',
  larger: 'Aumentar',
  smaller: 'Diminuir',
  print: 'Imprimir em A4',
} as const;

export const printingSlip = {
  titleSent: 'Enviado para a impressora…',
  leadA4: 'A folha sai na impressora A4.',
  title: 'Imprimindo seu boleto…',
  lead: 'O papel sai em alguns segundos.',
} as const;

export const slipPrinted = {
  title: 'Retire o seu boleto',
  lead: 'Pague no banco, na lotérica ou pelo aplicativo do seu banco.',
  leadA4: 'A folha está na impressora A4. Confira se é o seu nome.',
  leadWithPix: 'Pague por um só meio: pelo código de barras ou pelo PIX do papel.',
  titlePix: 'Retire o papel com o PIX',
  leadPix: 'Em casa, aponte a câmera do app do seu banco para o código.',
} as const;

export const slipTrouble = {
  title: {
    'no-paper': 'O papel acabou',
    'cover-open': 'A tampa da impressora está aberta',
    offline: 'A impressora não está respondendo',
    error: 'A impressora travou',
    uncertain: 'O boleto saiu inteiro?',
  },
  lead: {
    'no-paper': 'Avise alguém da equipe para pôr papel. Ou volte e escolha outro jeito de pagar.',
    'cover-open': 'Avise alguém da equipe para fechar a tampa. Ou volte e escolha outro jeito de pagar.',
    offline: 'Avise alguém da equipe. Ou volte e escolha outro jeito de pagar.',
    error: 'Avise alguém da equipe. Ou volte e escolha outro jeito de pagar.',
    uncertain: 'A impressora não confirmou. Se o papel saiu cortado ou apagado, imprima outro.',
  },
  waits: 'Assim que a impressora voltar, o boleto sai sozinho.',
  again: 'Imprimir outro',
} as const;
