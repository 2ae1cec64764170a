import encodeQR from 'qr';

/**
 * An address as the squares of a QR code, row by row, true where they are dark, with one light square around them; the
 * three more that readers need are the page. A quarter of it may be lost (level Q), so that a photograph of a screen reads.
 */
export const qrCode = (address: string): readonly (readonly boolean[])[] =>
  encodeQR(address, 'raw', { ecc: 'quartile', border: 1 });
