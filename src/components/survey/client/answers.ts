import { readNumber } from '../../../survey/numberText.ts';
import type { Field } from './readPage.ts';
import type { Answers } from '../../../survey/answers.ts';

/** One field’s answer; a sentence where what was typed cannot be taken; nothing where nothing was chosen or typed. */
export function readField({
  radios,
  text,
  number,
}: Field): { answer: string | number } | { sentence: string } | null {
  if (text !== null && number !== undefined) {
    const read = readNumber(text.value, number);
    if (read !== 'nothing') return 'number' in read ? { answer: read.number } : read;
  }
  const chosen = radios.find(({ checked }) => checked);
  return chosen === undefined ? null : { answer: chosen.value };
}

/** Whether nothing was chosen or typed. */
export const isOpen = (field: Field): boolean => readField(field) === null;

/** All answers given so far, by variable. */
export const answersOf = (fields: readonly Field[]): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const read = readField(field);
      return read !== null && 'answer' in read ? [[field.id, read.answer]] : [];
    }),
  );

export function clearField({ radios, text }: Field): void {
  for (const radio of radios) radio.checked = false;
  if (text !== null) text.value = '';
}

/** A number and the choice of giving none exclude each other: the later one stays. */
export function keepOneAnswer(field: Field): void {
  const { text, radios } = field;
  if (text === null) return;
  text.addEventListener('input', () => {
    for (const radio of radios) radio.checked = false;
  });
  for (const radio of radios)
    radio.addEventListener('change', () => {
      text.value = '';
    });
}
