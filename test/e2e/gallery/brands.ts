import type { Brand } from '../../../src-main/contract/screen.ts';

const logo = `data:image/svg+xml;base64,${Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="110" viewBox="0 0 420 110">
  <circle cx="55" cy="55" r="50" fill="#0b5e43"/>
  <path d="M28 66a38 38 0 0 1 54 0M40 78a22 22 0 0 1 30 0" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round"/>
  <circle cx="55" cy="36" r="9" fill="#fff"/>
  <text x="124" y="56" font-family="sans-serif" font-weight="700" font-size="46" fill="#0b5e43">Fibra Vale</text>
  <text x="126" y="92" font-family="sans-serif" font-size="26" fill="#3d4a45">internet do vale</text>
</svg>`,
).toString('base64')}`;

/** A company with a logo, and the brand that most pictures use. */
export const green: Brand = {
  companyName: 'Fibra Vale Telecom',
  logo,
  supportPhone: '0800 123 4567',
  colors: {
    primary: '#0b5e43',
    onPrimary: '#ffffff',
    primaryPressed: '#084832',
    tint: '#e3f1ea',
    text: '#0b5e43',
  },
};

/** No logo, no phone, a long name. */
export const blue: Brand = {
  companyName: 'Companhia Municipal de Águas e Esgotos',
  colors: {
    primary: '#123a8c',
    onPrimary: '#ffffff',
    primaryPressed: '#0c2a68',
    tint: '#e6ecf8',
    text: '#123a8c',
  },
};

/** A light brand colour, on which text is dark. */
export const yellow: Brand = {
  companyName: 'Loja Sol',
  supportPhone: '(11) 4002-8922',
  colors: {
    primary: '#ffd21a',
    onPrimary: '#1a1916',
    primaryPressed: '#e0b400',
    tint: '#fff6d1',
    text: '#5c4a00',
  },
};
