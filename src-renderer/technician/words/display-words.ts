/** Words about how the screens speak and look. */
export const displayWords = {
  title: 'Idioma e acessibilidade',
  language: {
    label: 'Idioma em que cada visita começa',
    hint: 'Os papéis saem sempre em português.',
  },
  languages: {
    label: 'Idiomas que o cliente pode escolher',
    hint: 'Em qualquer tela. O escolhido vale até o fim da visita.',
  },
  names: [
    { value: 'pt-BR', label: 'Português' },
    { value: 'en', label: 'Inglês' },
    { value: 'es', label: 'Espanhol' },
  ],
  modes: {
    label: 'Letras maiores, alto contraste e tudo mais embaixo',
    hint: 'O cliente liga com um toque e volta ao normal no fim da visita.',
  },
  voice: {
    label: 'Ouvir a tela',
    hint: 'Só fala com quem pedir. Precisa do espeak-ng instalado e de som; use fones, para ninguém mais ouvir.',
  },
  state: {
    title: 'Voz',
    ready: 'Há voz: o cliente pode pedir para ouvir a tela.',
    missing:
      'Não há voz: o botão “Ouvir a tela” não aparece. Instale o espeak-ng (sudo apt install espeak-ng) e ligue uma saída de som.',
  },
} as const;
