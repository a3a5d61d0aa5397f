/** The printer profiles that come with the kiosk, in the order in which they are offered. */
export const printerModelWords = [
  { value: 'generic-80mm', label: 'Genérica 80 mm', hint: 'Qualquer uma compatível com Epson' },
  { value: 'generic-58mm', label: 'Genérica 58 mm', hint: 'Bobina estreita, sem guilhotina' },
  { value: 'epson-tm-t20', label: 'Epson TM-T20', hint: 'TM-T20, T20X' },
  { value: 'epson-tm-t88', label: 'Epson TM-T88', hint: 'TM-T88 IV em diante' },
  { value: 'bematech-mp-4200', label: 'Bematech MP-4200 TH', hint: 'Em modo ESC/Bematech' },
  { value: 'elgin-i9', label: 'Elgin i9', hint: 'Em modo ESC/POS' },
  { value: 'elgin-vox', label: 'Elgin Vox / Nix', hint: 'Em modo EscElgin' },
  { value: 'daruma-dr800', label: 'Daruma DR800', hint: 'Confira o código de barras no teste' },
  { value: 'tanca-tp-650', label: 'Tanca TP-650', hint: '80 mm' },
  { value: 'custom-vkp80', label: 'Custom VKP80', hint: 'De quiosque, com apresentador' },
  { value: 'generic-80mm-asb', label: 'Genérica 80 mm, ASB', hint: 'Se a genérica diz “Não responde”' },
] as const;
