import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { builtPages } from './builtPages.ts';

interface Report {
  messages: { type: string; url?: string; lastLine?: number; message: string; extract?: string }[];
}

/** Whether Java can be run here; the Nu HTML checker is a Java program. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

/**
 * The checker’s CSS parser is older than container queries and calls them errors, so what it says of style elements is
 * left out. https://github.com/w3c/css-validator/issues/474
 */
const css = '^CSS: .*';

/**
 * The checker refuses a role that an element of a table has anyway. Tables that become cards write it out, because
 * browsers drop it with the display of a table; ARIA in HTML advises against it and does not forbid it.
 * https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
 * https://www.w3.org/TR/html-aria/#el-tr
 */
// Dots stand for its curved quotes, which Java reads as question marks where the shell has no locale.
const ownRole =
  '^The .role. attribute must not be used on a .(?:tr|th|td). element which has a .table. ancestor .*';

const notHtml = `(?:${css})|(?:${ownRole})`;

/**
 * What the Nu HTML checker objects to in every HTML page of a folder, one sentence each. Needs Java.
 * https://validator.github.io/validator/
 *
 * @throws Error when the checker itself did not run
 */
export function nuHtmlErrors(folder: string): string[] {
  const jar = resolve('node_modules/vnu-jar/build/dist/vnu.jar');
  const run = spawnSync(
    'java',
    [
      '-Xss1024k',
      '-jar',
      jar,
      '--errors-only',
      '--filterpattern',
      notHtml,
      '--format',
      'json',
      ...builtPages(folder).map(({ file }) => file),
    ],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  // The report is one line on stderr, also when it is empty; Java may say something of its own before it.
  const text = /^\{.*"messages":.*\}$/m.exec(run.stderr)?.[0];
  if (text === undefined)
    throw new Error(`The Nu HTML checker did not run. It said: ${run.stderr.slice(0, 2000)}`);
  const { messages } = JSON.parse(text) as Report;
  return messages.map(({ url, lastLine, message, extract }) => {
    const page = url === undefined ? folder : relative(folder, new URL(url).pathname);
    return `${page}, line ${lastLine ?? 0}: ${message} Near: ${(extract ?? '').replace(/\s+/g, ' ')}`;
  });
}
