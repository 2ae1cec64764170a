import { font } from '../../src/charts/canvas/label.ts';
import { measure } from '../../src/charts/canvas/skia.ts';

/** The words of each text element, in order. */
export function labels(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, words = '']) =>
    words.replace(/<[^>]+>/g, ''),
  );
}

/** Where each label of a drawing begins and ends, measured in the real font. */
export function extents(svg: string) {
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const inherited = Number(/<svg [^>]*font-size="(\d+)"/.exec(svg)?.[1]);
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, head = '', body = '']) => {
    const own = (name: string, of: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(of)?.[1];
    const size = Number(own('font-size', head) ?? inherited);
    const family = /--serif|Newsreader/.test(own('font-family', head) ?? '') ? 'serif' : 'sans';
    const tracking = Number.parseFloat(own('letter-spacing', head) ?? '0');
    const pieces = body.split(/(<tspan[^>]*>.*?<\/tspan>)/).filter((piece) => piece !== '');
    const long = pieces.reduce((sum, piece) => {
      const [, attributes = head, words = piece] = /^<tspan([^>]*)>(.*)<\/tspan>$/.exec(piece) ?? [];
      const plain = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      const weight = Number(own('font-weight', attributes) ?? 400);
      const px = Number(own('font-size', attributes) ?? size);
      return sum + measure(plain, font(px, weight, family)) + tracking * px * plain.length;
    }, 0);
    const x = Number(own('x', head));
    const anchor = own('text-anchor', head);
    const from = anchor === 'end' ? x - long : anchor === 'middle' ? x - long / 2 : x;
    return {
      text: body.replace(/<[^>]+>/g, ''),
      from,
      to: from + long,
      y: Number(own('y', head)),
      size,
      width,
    };
  });
}
