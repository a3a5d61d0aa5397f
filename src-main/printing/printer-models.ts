/** Names of the printer profiles that come with the kiosk, as the settings choose one. */
export const printerModels = [
  'generic-80mm',
  'generic-58mm',
  'generic-80mm-asb',
  'epson-tm-t20',
  'epson-tm-t88',
  'bematech-mp-4200',
  'elgin-i9',
  'elgin-vox',
  'daruma-dr800',
  'tanca-tp-650',
  'custom-vkp80',
] as const;

export type PrinterModel = (typeof printerModels)[number];
