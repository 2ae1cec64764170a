import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Builder } from './builders.ts';

/** Of an essay. */
export const WORDS = 700;
const words =
  'they knew the reason and did not say it because nobody had asked them to and a form was quicker'.split(
    ' ',
  );

/** An essay of some 700 words, different from every other. @param head more lines of front matter */
function essay(n: number, head = ''): string {
  const prose = Array.from({ length: WORDS }, (_, i) => words[(i * (n + 7) + n) % words.length] ?? '');
  const paragraphs = Array.from({ length: 10 }, (_, i) => {
    const part = prose.slice((i * WORDS) / 10, ((i + 1) * WORDS) / 10).join(' ');
    return `${i % 3 === 0 ? `## Part ${i + 1} of ${n}\n\n` : ''}${part}, **and so on**.`;
  });
  return `---\ntitle: Essay number ${n}\n${head}---\n\n${paragraphs.join('\n\n')}\n`;
}

export interface Built {
  readonly milliseconds: number;
  readonly peak: number;
}

async function run({ name, command }: Builder, folder: string): Promise<Built> {
  const peakFile = join(folder, 'peak');
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'peak.mjs'), ...command], {
    cwd: folder,
    env: { ...process.env, PEAK_FILE: peakFile, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, problem, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`${name} does not build: ${said.slice(-2000)}${problem.slice(-2000)}`);
  return { milliseconds, peak: Number(readFileSync(peakFile, 'utf8')) };
}

/** A folder with a site that grows. */
export interface Place {
  readonly name: string;
  readonly builder: Builder;
  readonly folder: string;
}

export function addEssays({ builder, folder }: Place, from: number, to: number): void {
  for (let n = from + 1; n <= to; n += 1)
    writeFileSync(join(folder, builder.essayAt(n)), essay(n, builder.head(n)));
}

/** Builds with all of Astro’s caches gone; the pictures of ours are kept, as they are between two builds of an owner. */
export async function fromCold({ builder, folder }: Place): Promise<Built> {
  for (const kept of builder.kept) rmSync(join(folder, kept), { recursive: true, force: true });
  return run(builder, folder);
}

export async function afterAnEdit({ builder, folder }: Place): Promise<Built> {
  writeFileSync(join(folder, builder.essayAt(1)), essay(performance.now() | 0, builder.head(1)));
  return run(builder, folder);
}
