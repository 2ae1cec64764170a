import { putAnswer } from '../../../survey/putAnswer.ts';
import type { SideId } from '../../../survey/question.ts';

/** Leaves what was chosen for the survey when a person goes on to it, by the link or by Enter on an answer. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-survey-start]')) {
  const link = form.querySelector('a');
  const { surveyStart, variable } = form.dataset;
  const leave = (): void => {
    const chosen = form.querySelector<HTMLInputElement>('input:checked');
    if (chosen === null || surveyStart === undefined || variable === undefined) return;
    putAnswer(() => sessionStorage, { side: surveyStart as SideId, variable, code: chosen.value });
  };
  link?.addEventListener('click', leave);
  // Browsers differ on whether Enter on a radio sends a form that has no button, so it is up to us.
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    link?.click();
  });
}
