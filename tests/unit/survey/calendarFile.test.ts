import { describe, expect, test } from 'vitest';
import { calendarFile, folded } from '../../../src/survey/calendarFile.ts';

const entry = {
  day: new Date(2026, 11, 31),
  made: new Date('2026-11-16T08:05:09.123Z'),
  id: '1-2-3-4@nobutwhy.example',
  title: 'Survey, once more; or not\\so',
  note: 'First line.\nSecond, with a word that goes on and on: Rückmeldungsgespräch, Rückmeldungsgespräch.',
  address: 'https://nobutwhy.example/survey/job-seeker/',
};

/** The lines as a calendar reads them: a break followed by a space is no break. */
const read = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('A calendar file (RFC 5545)', () => {
  test('holds one entry for the whole of a day', () => {
    expect(read(calendarFile(entry))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//No But Why//Survey//EN',
      'BEGIN:VEVENT',
      'UID:1-2-3-4@nobutwhy.example',
      'DTSTAMP:20261116T080509Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Survey\\, once more\\; or not\\\\so',
      `DESCRIPTION:First line.\\nSecond\\, with a word that goes on and on: Rückmeldungsgespräch\\, Rückmeldungsgespräch.\\n${entry.address}`,
      `URL:${entry.address}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('ends every line with CRLF and has none over 75 octets', () => {
    const file = calendarFile(entry);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75);
  });

  test('cuts no character in two', () => {
    const line = `SUMMARY:${'ü'.repeat(100)}`;
    const pieces = folded(line).split('\r\n ');
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(line);
    expect(pieces.join('')).not.toContain('\uFFFD');
  });
});
