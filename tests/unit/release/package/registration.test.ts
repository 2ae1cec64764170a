import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../src/release/catalogue.ts';
import { cuts } from '../../../../src/release/comparisons/cuts.ts';
import { rules } from '../../../../src/release/disclosure/rules.ts';
import {
  fixedText,
  registered,
  registration,
  registrationsText,
} from '../../../../src/release/package/registration.ts';
import { registrations } from '../../../../src/release/package/registrations.ts';
import { packageFiles } from '../../../../src/release/package/packageFiles.ts';
import { sha256 } from '../../../../src/release/sha256.ts';
import { publisher } from '../../../examples/publisher.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';

const linesIn = (heading: string): readonly string[] => {
  const [, section = ''] = fixedText().split(`${heading}\n\n`);
  return (section.split('\n\n')[0] ?? '').split('\n');
};

describe('registration.md', () => {
  test('is of what the code fixes now; run "npm run instrument"', () => {
    expect(registrations.at(-1)?.sha256).toBe(sha256(fixedText()));
  });

  test('has the checksum of everything below its line', () => {
    const text = registration(undefined);
    const below = text.slice(text.indexOf('\n---\n\n') + '\n---\n\n'.length);
    expect(below).toBe(fixedText());
    expect(text).toContain(`is ${sha256(below)}:`);
  });

  test('lists every comparison of both families, every rule, and the questionnaire of the package', () => {
    const compared = catalogue.flatMap(({ comparisons }) => comparisons);
    expect(linesIn('listed one by one')).toHaveLength(compared.length);
    expect(linesIn('printed groups together')).toHaveLength(cuts.length);
    expect(linesIn('## Rules of disclosure')).toHaveLength(rules.length);
    expect(fixedText()).toContain(
      '- E6: employer useful, against job_seeker useful; within size3, rounds3\n',
    );
    const release = wholeRelease();
    const files = packageFiles({ release, frozen: '{}\n', all: [release] }, publisher);
    const instrument = files.find(({ name }) => name === 'instrument.json')?.content ?? '';
    expect(fixedText()).toContain(`\`instrument.json\` is ${sha256(instrument)}.`);
  });

  test('says since when, and when the survey opened, where that is known', () => {
    const fixed = `Fixed since ${registrations.at(-1)?.day ?? ''}.`;
    expect(registration(undefined)).toContain(`\n${fixed}\n`);
    expect(registration(undefined)).not.toContain('opened');
    expect(registration('2026-12-01')).toContain(`\n${fixed} The survey opened on 2026-12-01.\n`);
  });
});

describe('the log', () => {
  const changed = [{ day: '2026-11-30', sha256: 'a'.repeat(64) }];
  const hash = sha256(fixedText());

  test('stays as it is while nothing changes', () => {
    for (const isFrozen of [false, true])
      expect(registered(registrations, isFrozen, '2031-01-01')).toEqual(registrations);
  });

  test('holds the last text alone until the project is frozen, and every one after', () => {
    const now = { day: '2026-12-24', sha256: hash };
    expect(registered(changed, false, '2026-12-24')).toEqual([now]);
    expect(registered(changed, true, '2026-12-24')).toEqual([...changed, now]);
  });

  test('is what is committed', async () => {
    expect(registrationsText(registrations)).toBe(
      await readFile('src/release/package/registrations.ts', 'utf8'),
    );
  });
});
