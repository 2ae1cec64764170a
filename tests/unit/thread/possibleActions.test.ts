import { describe, expect, test } from 'vitest';
import { changes, possibleActions } from '../../../src/thread/possibleActions.ts';
import { commentStates } from '../../../src/thread/state.ts';

const of = (state: (typeof commentStates)[number]['code'], isReported = false, text: string | null = 'x') =>
  possibleActions({ state, isReported, text });

describe('what a moderator is offered', () => {
  test.each([
    ['pending', ['approve', 'sign', 'reject']],
    ['approved', ['reject', 'hide']],
    ['rejected', ['restore']],
    ['removed_by_author', []],
    ['hidden_by_reports', ['approve', 'reject', 'hide']],
    ['hidden_by_moderator', ['restore', 'reject']],
  ] as const)('for %s', (state, actions) => {
    expect(of(state)).toEqual(actions);
  });

  test('what is shown can be approved against its reports', () => {
    expect(of('approved', true)).toEqual(['approve', 'reject', 'hide']);
  });

  test('nothing, where the words are gone', () => {
    for (const { code } of commentStates) expect(of(code, true, null)).toEqual([]);
  });

  test('nothing that the database would refuse', () => {
    for (const { code } of commentStates)
      for (const isReported of [false, true])
        for (const action of of(code, isReported)) expect(changes[action].from).toContain(code);
  });
});
