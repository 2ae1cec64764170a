import { describe, expect, test } from 'vitest';
import {
  commandOf,
  reasonKeys,
  reasonOf,
  shortcuts,
  takesText,
  type Pressed,
} from '../../../../src/components/moderate/shortcuts.ts';
import { rejections } from '../../../../src/thread/rejection.ts';

const pressed = (key: string, changes: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...changes,
});

const each = shortcuts.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const));

describe('the keys of the queue', () => {
  test.each(each)('%s is for %s, in capitals as well', (key, command) => {
    expect(commandOf(pressed(key))).toBe(command);
    expect(commandOf(pressed(key.toUpperCase()))).toBe(command);
  });

  test('no key is for two things', () => {
    expect(new Set(each.map(([key]) => key)).size).toBe(each.length);
  });

  test.each(each)('%s with a modifier belongs to the browser', (key) => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'])
      expect(commandOf(pressed(key, { [modifier]: true })), modifier).toBeNull();
  });

  test('Shift counts only for what cannot be typed without it', () => {
    expect(commandOf(pressed('A', { shiftKey: true }))).toBeNull();
    expect(commandOf(pressed('?', { shiftKey: true }))).toBe('keys');
  });

  test('held down, a key goes on through the list and decides nothing a second time', () => {
    const held = each.filter(([key]) => commandOf(pressed(key, { repeat: true })) !== null);
    expect(held.map(([, command]) => command)).toEqual(['next', 'previous']);
  });

  test.each(['b', '1', 'Enter', 'Escape', ' ', 'ArrowDown', 'Shift', ''])('%j is for nothing', (key) => {
    expect(commandOf(pressed(key))).toBeNull();
  });
});

describe('the keys of the reasons', () => {
  test('each reason has one, in their order, and there are no others', () => {
    expect(rejections.length).toBeLessThanOrEqual(reasonKeys.length);
    const places = Array.from(reasonKeys, (key) => reasonOf(pressed(key), rejections.length));
    expect(places.slice(0, rejections.length)).toEqual(rejections.map((_, place) => place));
    expect(places.slice(rejections.length).every((place) => place === null)).toBe(true);
  });

  test.each(['0', '', 'r', '12'])('%j chooses none', (key) => {
    expect(reasonOf(pressed(key), rejections.length)).toBeNull();
  });

  test('nor does a number with a modifier, which may switch tabs', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect(reasonOf(pressed('1', { [modifier]: true }), rejections.length)).toBeNull();
  });
});

describe('typing', () => {
  test.each([
    ['textarea', undefined],
    ['select', undefined],
    ['input', 'text'],
    ['input', 'email'],
    ['input', 'password'],
  ])('happens in %s %s', (localName, type) => {
    expect(takesText({ localName, type })).toBe(true);
  });
  test('happens in whatever can be edited', () => {
    expect(takesText({ localName: 'p', isContentEditable: true })).toBe(true);
  });
  test.each([
    ['button', 'submit'],
    ['a', undefined],
    ['article', undefined],
    ['input', 'checkbox'],
    ['input', 'radio'],
  ])('does not happen in %s %s', (localName, type) => {
    expect(takesText({ localName, type })).toBe(false);
  });
});
