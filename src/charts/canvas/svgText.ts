/** Numbers as SVG writes them: to a tenth of a pixel, without trailing zeros. */
export function numbers(...values: readonly number[]): string {
  return values
    .map((value) => {
      if (!Number.isFinite(value)) throw new Error(`A chart cannot be drawn at ${value}.`);
      return String(Math.round(value * 10) / 10 + 0);
    })
    .join(' ');
}

/** Text as SVG may hold it, in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The attributes that say something, each with a space before it. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined || value === '' ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}
