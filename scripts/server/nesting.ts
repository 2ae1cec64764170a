/** Levels. What the release job records has fewer than ten; @supabase/lite runs out of stack at some thousands. */
const deepest = 64;

const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Says whether JSON is nested deeper than anything of ours, without reading it as JSON. */
export function isNestedTooDeep(json: Buffer): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length && depth <= deepest; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) isText = !isText;
    else if (isText && byte === backslash) at += 1;
    else if (!isText && opening.has(byte)) depth += 1;
    else if (!isText && closing.has(byte)) depth -= 1;
  }
  return depth > deepest;
}
