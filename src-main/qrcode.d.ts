/** The part of the package that only computes; its front door also loads everything for PNG files. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}
