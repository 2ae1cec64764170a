/**
 * JSON for a script element. Without `<`, so that no text can end the element
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export const jsonLd = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
