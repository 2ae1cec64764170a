import { expect, test } from 'vitest';
import { sameCodes } from '../../../src/components/codebook/sameCodes.ts';
import { codebookRows } from '../../../src/survey/codebook.ts';
import { versions } from '../../../src/survey/versions/versions.ts';

test('the codebook prints each list of codes once, and loses no code of any variable', () => {
  const rows = codebookRows(versions);
  const questions = [...new Set(rows.map(({ side, question }) => `${side} ${question}`))];
  const lists = questions.map((name) =>
    sameCodes(rows.filter(({ side, question }) => `${side} ${question}` === name)),
  );
  const read = lists
    .flat()
    .flatMap(({ variables, codes }) =>
      variables.flatMap(({ side, variable }) =>
        codes.map(({ code, label, missing }) => ({ side, variable, code, label, missing })),
      ),
    );
  const named = ({ side, variable, code, label, missing }: (typeof read)[number]) =>
    JSON.stringify([side, variable, code, label, missing]);
  expect(read.map(named).toSorted()).toEqual(rows.map(named).toSorted());
  // The eleven barriers have one list, as the practices that an employer has do.
  expect(lists.flat().filter(({ variables }) => variables.length > 4)).toHaveLength(2);
});

test('a variable of which one code has another label has a list of its own', () => {
  const barriers = codebookRows(versions).filter(({ question }) => question === 'e_barriers');
  const changed = barriers.map((row) =>
    row.variable === 'e_barriers_time' && row.code === 'yes' ? { ...row, label: 'Often' } : row,
  );
  expect(sameCodes(barriers)).toHaveLength(1);
  expect(sameCodes(changed).map(({ variables }) => variables.length)).toEqual([1, 10]);
});
